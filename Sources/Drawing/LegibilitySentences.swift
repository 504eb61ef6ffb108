public import Words

extension Language {
  /// What of a page cannot be read well, on which page of which file, and what to do.
  public func sentence(_ breach: LegibilityBreach, file: String) -> String {
    let text = "“\(breach.text.oneLine.clipped(to: 50))”"
    let place = pick("\(file) หน้า \(breach.page): ", "\(file), page \(breach.page): ")
    let advice = pick(
      " โปรดดูหน้านี้ก่อนพิมพ์แจก", " Look at this page before you hand it out.")
    switch breach.kind {
    case .small(let size):
      return place
        + pick(
          "ตัวหนังสือ \(text) เล็กเพียง \(number(size, places: 1)) พอยต์",
          "the text \(text) is only \(number(size, places: 1)) points high.") + advice
    case .outside:
      return place + pick("\(text) ล้นขอบกระดาษ", "\(text) runs over the margin.") + advice
    case .overlaps(let other):
      let second = "“\(other.oneLine.clipped(to: 50))”"
      return place + pick("\(text) ทับกับ \(second)", "\(text) stands on \(second).") + advice
    }
  }
}
