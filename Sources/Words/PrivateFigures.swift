public import Plans

extension PlanRecord {
  /// The cells under headings that FORMAT does not know, without what concerns one person: of a leader
  /// none, of a fund nothing of its loans, and only what many stand behind.
  public var shownExtra: [ExtraValue] {
    if self is Leader { return [] }
    return extra.filter { cell in
      !cell.isContact && !cell.isOfOnePerson
        && (self as? Fund).map { cell.isAboutLoans || $0.hides(cell) } != true
    }
  }
}

extension ExtraValue {
  /// Whether the heading promises a number by which a person can be found.
  fileprivate var isContact: Bool {
    let key = heading.lowercased()
    return [
      "โทร", "มือถือ", "เบอร์", "บัตร", "ประชาชน", "ไลน์", "phone", "tel", "mobile", "line", "mail",
      "id card",
    ]
    .contains { key.contains($0) }
  }
}
