public import Plans

extension Language {
  /// A number with thousands separators, at most two places after the point.
  public func number(_ value: Double) -> String {
    let hundredths = (abs(value) * 100).rounded()
    guard hundredths < 9e15 else { return String(value) }
    let whole = Int(hundredths / 100)
    let fraction = Int(hundredths) - whole * 100
    var text = grouped(whole)
    if fraction > 0 {
      let digits = fraction < 10 ? "0\(fraction)" : String(fraction)
      text += "." + (fraction % 10 == 0 ? String(digits.prefix(1)) : digits)
    }
    return value < 0 && hundredths > 0 ? "-" + text : text
  }

  /// A whole number with thousands separators.
  public func number(_ value: Int) -> String { (value < 0 ? "-" : "") + grouped(abs(value)) }

  /// A number with thousands separators and so many places after the point, six at most; trailing
  /// zeros are kept.
  public func number(_ value: Double, places: Int) -> String {
    guard value.isFinite, abs(value) < 9e12 else { return String(value) }
    let places = min(max(places, 0), 6)
    let unit = (0..<places).reduce(1.0) { unit, _ in unit * 10 }
    let units = Int((abs(value) * unit).rounded())
    let whole = grouped(units / Int(unit))
    let sign = value < 0 && units > 0 ? "-" : ""
    guard places > 0 else { return sign + whole }
    let fraction = String(units % Int(unit))
    return sign + whole + "." + String(repeating: "0", count: places - fraction.count) + fraction
  }

  private func grouped(_ value: Int) -> String {
    let digits = String(value)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// An amount of money: `1,250 บาท`.
  ///
  /// Whole baht from a thousand on: satang say nothing there.
  public func baht(_ value: Double) -> String {
    number(abs(value) >= 1_000 ? value.rounded() : value) + pick(" บาท", " baht")
  }

  /// A share between 0 and 1 in percent, without places; never 0 % of something that is there.
  public func percent(_ share: Double) -> String {
    let percent = Int((share * 100).rounded())
    return percent == 0 && share > 0 ? pick("ไม่ถึง 1%", "under 1%") : "\(percent)%"
  }

  /// A year in the reader's own era.
  public func year(_ date: PlanDate) -> String {
    pick("พ.ศ. \(date.buddhistYear)", String(date.year))
  }

  /// A date in the reader's own era, as exact as it is known.
  public func date(_ date: PlanDate) -> String {
    guard let month = date.month else { return year(date) }
    let day = date.day.map { "\($0) " } ?? ""
    return day + name(ofMonth: month) + " " + String(self == .thai ? date.buddhistYear : date.year)
  }

  /// The short name of a month, 1 to 12.
  func name(ofMonth month: Int) -> String {
    let names =
      self == .thai
      ? [
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.",
        "ธ.ค.",
      ]
      : ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return names[month - 1]
  }

  /// Months as people say them: `พ.ย.–ก.พ.`, `ทั้งปี`.
  public func months(_ months: Months) -> String {
    if months == .wholeYear { return pick("ทั้งปี", "all year") }
    return list(
      months.runs.map { first, last in
        first == last
          ? name(ofMonth: first) : "\(name(ofMonth: first))–\(name(ofMonth: last))"
      })
  }
}
