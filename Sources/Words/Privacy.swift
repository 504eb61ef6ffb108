import Plans

/// Keeps out of every text what may not be shown, also where it was typed into a note or a name:
/// names of leaders who have not consented, and numbers that may be a phone's.
struct Privacy: Sendable {
  private let names: HiddenNames
  private let hiddenName: String
  private let hiddenNumber: String

  init(_ plans: [Plan], _ language: Language) {
    names = HiddenNames(plans)
    hiddenName = language.pick("(ไม่แสดงชื่อ)", "(name not shown)")
    hiddenNumber = language.pick("(ไม่แสดงเบอร์)", "(number not shown)")
  }

  /// The text without what may not be shown.
  ///
  /// - Complexity: O(text · letters of the longest name begun in it).
  func shown(_ text: String) -> String {
    withoutNumbers(names.hidden(in: text, as: hiddenName))
  }

  /// The text without numbers that may be a phone's.
  func withoutNumbers(_ text: String) -> String {
    PhoneNumbers.hidden(in: text, as: hiddenNumber)
  }
}
