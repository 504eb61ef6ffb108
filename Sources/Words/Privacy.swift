import Plans

/// Keeps out of every text what may not be shown, also where it was typed into a note or a name:
/// names of leaders who have not consented, numbers that may be a phone's, and those of identity cards.
struct Privacy: Sendable {
  private let names: HiddenNames
  /// What stands in place of a name.
  let hiddenName: String
  private let hiddenPhone: String
  private let hiddenCard: String

  /// - Parameter plans: Those whose leaders are kept out of texts where they have not consented.
  init(_ plans: [Plan], _ language: Language) {
    names = HiddenNames(plans)
    hiddenName = language.pick("(ไม่แสดงชื่อ)", "(name not shown)")
    hiddenPhone = language.pick("(ไม่แสดงเบอร์)", "(number not shown)")
    hiddenCard = language.pick("(ไม่แสดงเลขประจำตัว)", "(id number not shown)")
  }

  /// The text without what may not be shown.
  ///
  /// - Complexity: O(text · letters of the longest name begun in it).
  func shown(_ text: String) -> String {
    withoutNumbers(names.hidden(in: text, as: hiddenName))
  }

  /// The text without numbers that may be a phone's or an identity card's.
  func withoutNumbers(_ text: String) -> String {
    PhoneNumbers.hidden(in: NationalIDs.hidden(in: text, as: hiddenCard), as: hiddenPhone)
  }
}
