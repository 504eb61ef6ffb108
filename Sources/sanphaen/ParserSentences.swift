import Words

/// What the argument parser says, in Thai: it speaks English only.
///
/// Its sentences are few and built alike. One that is none of these stays as it is, within a Thai frame.
enum ParserSentences {
  /// A complaint on wrong use, as one clause.
  static func thai(_ message: String) -> String {
    let text = message.oneLine
    for (pattern, sentence) in complaints {
      guard let match = text.wholeMatch(of: pattern) else { continue }
      let said = (1..<match.output.count).map { match.output[$0].substring.map(String.init) ?? "" }
      return sentence(said)
    }
    return text
  }

  private typealias Complaint = (pattern: Regex<AnyRegexOutput>, sentence: ([String]) -> String)

  private static var complaints: [Complaint] {
    [
      (
        Regex(/Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/),
        { "ไม่รู้จักตัวเลือก \($0[0])" + ($0[1].isEmpty ? "" : " หมายถึง \($0[1]) หรือไม่") }
      ),
      (Regex(/Missing value for '(\S+).*'/), { "ต้องมีค่าต่อท้าย \($0[0])" }),
      (Regex(/Missing expected argument '(.+)'/), { "ยังไม่ได้บอก \(argument($0[0]))" }),
      (Regex(/Missing one of: (.+)/), { "ยังไม่ได้บอกอย่างใดอย่างหนึ่งใน \($0[0])" }),
      (Regex(/Unexpected argument '(.+)'/), { "ไม่รู้จัก \($0[0])" }),
      (
        Regex(/\d+ unexpected arguments: (.+)/),
        { "ไม่รู้จัก \($0[0].replacing("'", with: ""))" }
      ),
      (
        Regex(
          /The value '(.*)' is invalid for '(.+?)'\.? Please provide one of (?:the following: - )?(.+?)\.?/
        ),
        { "ค่า \($0[0]) ใช้กับ \(option($0[1])) ไม่ได้ ใช้ได้คือ \(list($0[2]))" }
      ),
      (
        Regex(/The value '(.*)' is invalid for '(.+?)'/),
        { "ค่า \($0[0]) ใช้กับ \(option($0[1])) ไม่ได้" }
      ),
      (
        Regex(/The option '(.+)' does not take any value, but '(.*)' was specified\./),
        { "\($0[0]) ไม่ต้องมีค่าต่อท้าย แต่ใส่ \($0[1]) มา" }
      ),
    ]
  }

  /// An option without its placeholder.
  private static func option(_ text: String) -> String {
    String(text.prefix { $0 != " " })
  }

  /// What is missing: an option, or something that stands by itself.
  private static func argument(_ text: String) -> String {
    switch text {
    case _ where text.hasPrefix("-"): option(text)
    case "<paths> ...", "<path>": "ที่อยู่ของแผน"
    case "<workbook>": "ชื่อไฟล์ของสมุดงาน"
    default: text
    }
  }

  private static func list(_ text: String) -> String {
    text.replacing("'", with: "").replacing(" - ", with: ", ").replacing(", or ", with: ", ")
      .replacing(" or ", with: ", ").replacing(" and ", with: ", ")
  }

  /// A page of help; what the program says of itself is in the user's language already.
  static func thaiHelp(_ page: String) -> String {
    words.reduce(page) { $0.replacing($1.english, with: $1.thai) }
  }

  private static let words: [(english: String, thai: String)] = [
    ("OVERVIEW: ", ""), ("USAGE:", "วิธีใช้:"), ("ARGUMENTS:", "สิ่งที่ต้องบอก:"),
    ("SUBCOMMANDS:", "คำสั่ง:"), ("OPTIONS:", "ตัวเลือก:"), ("<subcommand>", "<คำสั่ง>"),
    ("Show the version.", "บอกรุ่นของโปรแกรม"), ("Show help information.", "แสดงวิธีใช้"),
    ("(values: ", "(ใช้ได้: "), ("(default: ", "(ถ้าไม่บอก: "), (" default:", " ถ้าไม่บอก:"),
    ("See 'sanphaen help ", "ดูวิธีใช้ของแต่ละคำสั่งด้วย 'sanphaen help "), (" for detailed help.", ""),
  ]
}
