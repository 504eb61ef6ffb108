import Sheets

/// Rows of a sheet that sum up the others.
enum TotalsRow {
  /// What stands for a name in such a row, by the key of a heading.
  static let words: Set<String> = [
    "รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "รวมเงิน", "รวมเป็นเงิน", "รวมเป็นเงินทั้งสิ้น", "รวมงบประมาณ",
    "รวมงบประมาณทั้งสิ้น", "รวมยอด", "ยอดรวม", "ยอดรวมทั้งสิ้น", "รวมย่อย", "ทั้งหมด", "ทั้งสิ้น", "ผลรวม",
    "ยอดยกมา", "ยอดยกไป", "รวมหน้านี้", "รวมทั้งหน้า", "เฉลี่ย", "ค่าเฉลี่ย", "total", "grandtotal",
    "subtotal", "sum", "average",
  ]

  /// Whether a cell's text says that its row sums up others: `รวม`, `รวม 12 โครงการ`, `รวม (บาท)`.
  ///
  /// A name that only begins alike, such as รวมพลังคนรักป่า, is none.
  static func isTotal(_ text: String) -> Bool {
    guard mayBegin(text) else { return false }
    let key = MatchKey.name(text)
    if words.contains(MatchKey.heading(key)) { return true }
    guard let end = key.firstIndex(where: { $0.isNumber || "(:=".contains($0) }) else {
      return false
    }
    let rest = key[end...].drop { $0.isNumber || "(:=,. ".contains($0) }
    return words.contains(MatchKey.heading(String(key[..<end])))
      && (rest.isEmpty || units.contains { rest.hasPrefix($0) })
  }

  /// Whether a text may begin with one of the words for sums, which for most the first letters tell.
  private static func mayBegin(_ text: String) -> Bool { mayBegin(text.utf8) }

  /// The same of a text in UTF-8.
  static func mayBegin(_ utf8: some Sequence<UInt8>) -> Bool {
    var letters = utf8.makeIterator()
    guard let first = letters.next(), let second = letters.next() else { return false }
    if first < 0x80 {
      guard second < 0x80, isLetterOrDigit(first), isLetterOrDigit(second) else { return true }
      return latinBeginnings.contains { $0.0 == first | 0x20 && $0.1 == second | 0x20 }
    }
    guard first == 0xE0, second & 0xFE == 0xB8, let third = letters.next() else { return true }
    return thaiBeginnings.contains { $0.0 == second && $0.1 == third }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// The first two letters of total, grand total, subtotal, sum and average.
  private static let latinBeginnings: [(UInt8, UInt8)] = ["to", "gr", "su", "av"].map {
    ($0.utf8.first ?? 0, $0.utf8.last ?? 0)
  }

  /// Behind the first byte, which all share, the other two of ร ย ท ผ ค เ.
  private static let thaiBeginnings: [(UInt8, UInt8)] = ["ร", "ย", "ท", "ผ", "ค", "เ"].map {
    ($0.utf8.dropFirst().first ?? 0, $0.utf8.last ?? 0)
  }

  private static let units = [
    "โครงการ", "กิจกรรม", "รายการ", "บาท", "คน", "ราย", "หมู่บ้าน", "แห่ง", "กลุ่ม", "กองทุน", "องค์กร",
    "ครัวเรือน", "project", "baht", "item",
  ]

  /// How much a text that begins like a sum sounds like one.
  enum Beginning {
    /// It goes on with a part of a list, `รวมหมวดที่ 1`.
    case part
    /// It goes on with anything, as a name may: `รวมเงินซื้อที่ดิน`.
    case other
  }

  /// How a text begins that may name a sum; nil for any other text.
  static func beginning(of text: String) -> Beginning? {
    guard mayBegin(text) else { return nil }
    let key = MatchKey.heading(text)
    let rest = beginnings.lazy.filter(key.hasPrefix).map { key.dropFirst($0.count) }.first
    return rest.map { rest in parts.contains { rest.hasPrefix($0) } ? .part : .other }
  }

  /// The longer before those that they begin with.
  private static let beginnings = [
    "รวมงบประมาณ", "รวมเงิน", "รวมยอด", "ยอดรวม", "ผลรวม", "รวม", "ค่าเฉลี่ย", "เฉลี่ย", "subtotal",
    "total",
  ]
  private static let parts = [
    "หมวด", "ด้าน", "ประเด็น", "หน้า", "แผนงาน", "ยุทธศาสตร์", "ปี", "หมู่ที่", "ตาราง", "กลุ่มงาน",
  ]

  /// Whether a text is a remark on the table, as it stands alone below: `หมายเหตุ: ข้อมูล ณ มกราคม`.
  static func isRemark(_ text: String) -> Bool {
    let key = MatchKey.name(text)
    guard let word = remarks.first(where: key.hasPrefix) else { return false }
    let rest = key.dropFirst(word.count)
    return rest.drop { $0 == " " }.first == ":"
      || word == remarks[0] && " .(*".contains(rest.first ?? " ")
  }

  private static let remarks = ["หมายเหตุ", "ที่มา", "แหล่งข้อมูล", "remark", "note", "source"]
}

/// What amounts of the rows above come to; summed only as far as somebody asks.
struct AmountSums {
  private let sheet: Sheet
  private let columns: [Int]
  private var next = 0
  private var all: [Int: (sum: Double, count: Int)] = [:]
  private var part: [Int: (sum: Double, count: Int)] = [:]

  init(_ sheet: Sheet, columns: [Int]) {
    self.sheet = sheet
    self.columns = columns
  }

  /// Whether a row's amounts are those of the rows above together, or since the last sum.
  ///
  /// - Parameter entries: The rows above that are entries, ascending; those asked for before first.
  mutating func agree(with row: Int, over entries: [Int]) -> Bool {
    add(entries)
    let amounts = columns.compactMap { column in
      Numerals.number(sheet[row, column]).map { (column, $0) }
    }
    return amounts.contains { column, amount in
      [all[column], part[column]].contains { known in
        known.map { $0.count > 1 && abs($0.sum - amount) < 0.5 } ?? false
      }
    }
  }

  /// Begins a new part after a row that sums up the last.
  mutating func endPart(after entries: [Int]) {
    add(entries)
    part = [:]
  }

  private mutating func add(_ entries: [Int]) {
    for row in entries[next...] {
      for column in columns {
        guard let number = Numerals.number(sheet[row, column]) else { continue }
        let (whole, some) = (all[column] ?? (0, 0), part[column] ?? (0, 0))
        all[column] = (whole.sum + number, whole.count + 1)
        part[column] = (some.sum + number, some.count + 1)
      }
    }
    next = entries.count
  }
}
