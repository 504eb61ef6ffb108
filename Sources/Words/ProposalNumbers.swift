public import Linkage
import Plans

extension Language {
  /// The approaches that have a letter, each always the same one; new ones come at the end.
  private static let lettered = [
    "savings", "hub", "leaders", "adoption", "expansion", "partners", "exchange", "forum",
  ]

  /// The letter that the numbers of an approach's proposals begin with; empty for an approach that the
  /// program does not know, whose table stands alone.
  public func letter(ofApproach name: String) -> String {
    guard let index = Self.lettered.firstIndex(of: name) else { return "" }
    return pick(
      ["ก", "ข", "ค", "ง", "จ", "ฉ", "ช", "ซ"][index],
      ["A", "B", "C", "D", "E", "F", "G", "H"][index])
  }

  /// The number of a proposal as people read it and write it down; no two proposals of a meeting share
  /// one.
  ///
  /// - Parameter rank: Its place among what the approach proposes, from 1.
  public func number(of rank: Int, approach: String) -> String {
    letter(ofApproach: approach) + String(rank)
  }

  /// An approach with its letter, as a heading above its proposals.
  public func heading(ofApproach name: String) -> String {
    let letter = letter(ofApproach: name)
    return letter.isEmpty ? self.name(ofApproach: name) : "\(letter) \(self.name(ofApproach: name))"
  }
}

extension OpportunitySentences {
  /// How many of the proposals are printed, which were preferred and why, and where the others stand.
  ///
  /// - Parameter strongest: The one with most reason, where it is not printed.
  public func selection(
    printed: Int, of count: Int, strongestLeftOut strongest: Opportunity?
  ) -> String {
    let ofSavings = approach.proposes == .finances && approach.measure == .paths
    let one = language.ends(of: approach).to
    let preference =
      ofSavings
      ? language.pick("เลือกงานที่ยังไม่มีกองทุนหนุนก่อน", "work without any fund comes first")
      : language.pick("เลือกข้อที่ดีที่สุดของแต่ละ\(one)ก่อน", "the best for each \(one) comes first")
    let number =
      ofSavings ? strongest.map { language.number(of: $0.rank, approach: approach.name) } : nil
    let first = number.map {
      language.pick(
        " (\($0) มีเหตุผลหนักที่สุดแต่ไม่ได้พิมพ์ เพราะงานนั้นมีกองทุนหนุนหรือมีมติให้หนุนแล้ว)",
        " (\($0), with most reason, is not printed: its work has a fund or is promised one)")
    }
    return language.pick(
      "พิมพ์ \(printed) จาก \(count) ข้อ \(preference)\(first ?? "") "
        + "เลขเรียงตามน้ำหนักของเหตุผล เลขที่ข้ามไปอยู่ใน opportunities.xlsx",
      "\(printed) of \(count) are printed: \(preference)\(first ?? ""). They are "
        + "numbered by the weight of their reasons; the numbers left out stand in opportunities.xlsx."
    )
  }
}
