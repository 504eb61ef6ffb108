/// Sheets that the template has beside the tables; the check leaves them alone.
public enum TemplateSheet: CaseIterable, Sendable {
  /// What explains the others.
  case guide
  /// The words that drop-downs offer.
  case words

  /// The sheet's name in Thai.
  public var thaiName: String { self == .guide ? "วิธีใช้" : "รายการคำ" }

  /// The sheet's name in English.
  public var englishName: String { self == .guide ? "How to use" : "Word lists" }

  /// The sheet that bears a name.
  init?(sheetNamed name: String) {
    let key = MatchKey.heading(name)
    let found = Self.allCases.first { sheet in
      [sheet.thaiName, sheet.englishName].contains { MatchKey.heading($0) == key }
    }
    guard let found else { return nil }
    self = found
  }
}
