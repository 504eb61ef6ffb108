/// A calendar day in the Common Era, proleptic Gregorian.
public struct Day: Sendable, Hashable {
  /// The year, Common Era.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// A day from its parts, which are taken as they are.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that a spreadsheet's serial number stands for.
  ///
  /// In the 1900 system serial 60 is the day 29 February 1900 that never was; serials below it are
  /// one day off there, and are mended here.
  ///
  /// - Parameters:
  ///   - serial: Days since the system's start; the fraction, a time of day, is dropped.
  ///   - uses1904: Whether the workbook counts from 1 January 1904.
  public init?(serial: Double, uses1904: Bool) {
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    let whole = Int(serial)
    let epoch = uses1904 ? -24_107 : (whole < 60 ? -25_568 : -25_569)
    self.init(daysSince1970: whole + epoch)
  }

  /// The day of a number of days; the method is `civil_from_days` of Howard Hinnant's *chrono-Compatible
  /// Low-Level Date Algorithms*.
  private init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The day as `YYYY-MM-DD`.
  public var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// What stands in one cell of a sheet.
public enum Cell: Sendable, Equatable {
  /// Nothing at all.
  case empty
  /// Text as typed; never empty.
  case text(String)
  /// A number of a workbook; text sheets (CSV) hold none.
  case number(Double)
  /// A number that its workbook shows as a date.
  case day(Day)
  /// A truth value of a workbook.
  case boolean(Bool)
  /// A formula's error, such as `#REF!`.
  case error(String)

  /// The cell as a person would type it; empty where the cell is.
  public var text: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .number(let number): Cell.text(of: number)
    case .day(let day): day.iso
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .error(let code): code
    }
  }

  /// Whether it is a formula whose value no program has stored yet.
  public var isUncomputed: Bool { self == .error(ErrorCode.notComputed) }

  /// Text as a cell: empty text is an empty cell.
  public init(_ text: String) {
    self = text.isEmpty ? .empty : .text(text)
  }

  /// A number without the `.0` of a whole one.
  public static func text(of number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return String(number)
  }
}
