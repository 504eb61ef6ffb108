import Plans

/// Keeps out of every text what may not be shown, also where it was typed into a note or a name:
/// names of leaders who have not consented, and numbers that may be a phone's.
struct Privacy: Sendable {
  private let names: [[UInt8]]
  private let hiddenName: String
  private let hiddenNumber: String

  init(_ plans: [Plan], _ language: Language) {
    let titles = ["นางสาว", "นาง", "นาย", "น.ส.", "ด.ช.", "ด.ญ."]
    let silent = plans.flatMap(\.leaders).filter { !$0.consent }.map { leader in
      let name = leader.name.oneLine
      let title = titles.first { name.hasPrefix($0) } ?? ""
      return name.dropFirst(title.count).drop { $0 == " " }
    }
    // One short word, such as a first name alone, stands in too many other words.
    names = silent.filter { $0.contains(" ") || $0.count > 8 }.map { Array($0.utf8) }
    hiddenName = language.pick("(ไม่แสดงชื่อ)", "(name not shown)")
    hiddenNumber = language.pick("(ไม่แสดงเบอร์)", "(number not shown)")
  }

  /// The text without what may not be shown.
  ///
  /// - Complexity: O(text · names).
  func shown(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for name in names { bytes = Privacy.replace(name, in: bytes, with: hiddenName) }
    return withoutNumbers(String(decoding: bytes, as: UTF8.self))
  }

  private static func replace(_ name: [UInt8], in text: [UInt8], with word: String) -> [UInt8] {
    guard text.count >= name.count, !name.isEmpty else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == name[0], text[index...].starts(with: name) {
        result += Array(word.utf8)
        index += name.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result.count == text.count ? text : result
  }

  /// Without runs of nine or ten digits that begin with 0, whatever blanks and hyphens stand between.
  private func withoutNumbers(_ text: String) -> String {
    guard text.utf8.contains(0x30) || text.contains("๐") else { return text }
    var shown = ""
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "0" || $0 == "๐" }) {
      let isInNumber = rest[..<start].last?.isNumber == true || rest[..<start].last == ","
      let run = rest[start...].prefix { $0.isNumber || $0 == "-" || $0 == " " }
      let digits = run.filter(\.isNumber).count
      shown += rest[..<start]
      if !isInNumber, (9...10).contains(digits) {
        shown += hiddenNumber + (run.last == " " ? " " : "")
      } else {
        shown += run
      }
      rest = rest[run.endIndex...]
    }
    return shown + rest
  }
}
