import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("A formula")
struct FormulaTests {
  private let inputs = [
    RuleInput(
      key: "late", headings: ["ค้างเกิน 12 เดือน", "overdue over 12 months"],
      heading: Bilingual(thai: "ค้างเกิน 12 เดือน", english: "overdue over 12 months"),
      content: .number, least: nil, most: nil, whole: .overdue),
    RuleInput(
      key: "register", headings: ["ทะเบียน"],
      heading: Bilingual(thai: "ทะเบียน", english: "register"),
      content: .answer, least: nil, most: nil, whole: nil),
  ]

  private func problem(_ text: String) -> FormulaProblem? {
    do {
      _ = try Formula(text, inputs: inputs)
      return nil
    } catch { return error }
  }

  /// What a formula comes to for the fund that these cells make.
  private func value(_ text: String, _ cells: [String: String]) throws -> Known<FormulaValue> {
    let columns = cells.sorted { $0.key < $1.key }
    let quoted = columns.map { "\"\($0.value)\"" }
    let plans = try SomePlans.graph([
      "p": [
        "plan": "id,name\np,แผน\n",
        "funds": "id,name," + columns.map(\.key).joined(separator: ",") + "\nF1,ออม,"
          + quoted.joined(separator: ",") + "\n",
      ]
    ])
    let fund = try #require(plans.graph.nodes(of: .fund).first)
    return try Formula(text, inputs: inputs).value(for: #require(FundFigures(plans, fund)))
  }

  private func number(_ text: String, _ cells: [String: String] = [:]) throws -> Double? {
    if case .number(let number) = try value(text, cells).value { number } else { nil }
  }

  private func answer(_ text: String, _ cells: [String: String] = [:]) throws -> Bool? {
    if case .answer(let answer) = try value(text, cells).value { answer } else { nil }
  }

  @Test(
    "reckons as on paper",
    arguments: [
      ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9), ("10 - 4 - 3", 3), ("12 / 4 / 3", 1), ("-2 * -3", 6),
      ("2 − 3 × 4 ÷ 6", 0), ("35%", 0.35), ("๑๐ + ๕", 15), ("1,250.5 * 2", 2_501), ("--2", 2),
      ("50% * 8", 4), ("1-2", -1),
    ])
  func arithmetic(text: String, expected: Double) throws {
    #expect(try number(text) == expected)
  }

  @Test("names columns in Thai or English, and those with blanks in brackets")
  func names() throws {
    let cells = ["loans": "200", "overdue": "50", "ค้างเกิน 12 เดือน": "๑๐ บาท"]
    #expect(try number("overdue / loans", cells) == 0.25)
    #expect(try number("ค้างชำระ / เงินกู้คงค้าง", cells) == 0.25)
    #expect(try number("late + [ค้างเกิน 12 เดือน] + “overdue over 12 months”", cells) == 30)
    #expect(
      try Formula("overdue / loans + overdue").figures == [.column(.overdue), .column(.loans)])
  }

  @Test("counts what stands in a column, and the whole years up to the figures")
  func functions() throws {
    #expect(try number("count(welfare_kinds)", ["welfare_kinds": "เกิด;เจ็บป่วย;ตาย"]) == 3)
    #expect(try number("จำนวน(ประเภทสวัสดิการ)", ["welfare_kinds": "เกิด"]) == 1)
    #expect(try number("years(founded)", ["founded": "2550", "as_of": "2567-12-31"]) == 17)
    let dates = ["founded": "2550-06-15", "as_of": "2567-06-14"]
    #expect(try number("ปี(ปีก่อตั้ง)", dates) == 16)
    #expect(try answer("known(members)", ["members": "-"]) == false)
    #expect(try answer("known(members)", ["members": "0"]) == true)
  }

  @Test("decides and, or and not also where one side is not known")
  func threeValues() throws {
    let cells = ["members": "10", "savings": "-", "ทะเบียน": "มี"]
    let yes = "members = 10"
    let no = "members < 10"
    let open = "savings > 0"
    #expect(try answer("\(no) and \(open)", cells) == false)
    #expect(try answer("\(open) and \(no)", cells) == false)
    #expect(try answer("\(yes) or \(open)", cells) == true)
    #expect(try answer("\(open) หรือ \(yes)", cells) == true)
    #expect(try answer("\(yes) and \(open)", cells) == nil)
    #expect(try answer("\(no) or \(open)", cells) == nil)
    #expect(try answer("not \(open)", cells) == nil)
    #expect(try answer("ไม่ใช่ register และ \(yes)", cells) == false)
  }

  @Test("is unknown, with the reason, where a figure is missing, wrong or contradicts another")
  func gaps() throws {
    func gaps(_ text: String, _ cells: [String: String]) throws -> [Gap] {
      try value(text, cells).gaps
    }
    let overdue = Figure.column(.overdue)
    let loans = Figure.column(.loans)
    #expect(try gaps("overdue / loans", ["loans": "-"]) == [.missing(overdue), .missing(loans)])
    #expect(
      try gaps("overdue / loans", ["loans": "0", "overdue": "0"]) == [.zeroDenominator([loans])])
    #expect(
      try gaps("overdue / loans", ["loans": "10", "overdue": "20"])
        == [.partOverWhole(overdue, loans)])
    #expect(try gaps("members + 1", ["members": "-5"]) == [.negative(.column(.members))])
    #expect(
      try gaps("late", ["ค้างเกิน 12 เดือน": "มาก"]) == [.unreadable(.input(inputs[0]), text: "มาก")])
    #expect(
      try gaps("late", ["ค้างเกิน 12 เดือน": "ประเมินไม่ได้"]) == [.cannotAssess(.input(inputs[0]))])
    let over = ["ค้างเกิน 12 เดือน": "90", "overdue": "50", "loans": "100"]
    #expect(try gaps("late", over) == [.partOverWhole(.input(inputs[0]), overdue)])
    let dates = ["founded": "2567", "as_of": "2566"]
    #expect(
      try gaps("years(founded)", dates) == [.dateAfter(.column(.founded), .column(.asOf))])
    #expect(try gaps("years(founded)", ["founded": "2550"]) == [.missing(.column(.asOf))])
  }

  @Test("takes another figure where one is not filled in, and not where it is wrong")
  func fallback() throws {
    #expect(try number("savings else members * 2", ["members": "10"]) == 20)
    #expect(try number("savings else members", ["members": "10", "savings": "5"]) == 5)
    #expect(try number("savings else members", ["members": "10", "savings": "-5"]) == nil)
    #expect(try answer("(savings else members) > 9", ["members": "10"]) == true)
  }

  @Test("never takes an empty cell for zero")
  func neverZero() throws {
    for text in [
      "savings", "savings + 1", "0 * savings", "savings - savings", "count(welfare_kinds)",
    ] {
      #expect(try value(text, ["members": "10"]).value == nil)
    }
  }

  @Test("says what is wrong with it, and where")
  func problems() {
    #expect(problem("") == .endsEarly)
    #expect(problem("loans /") == .endsEarly)
    #expect(problem("loans loans") == .unexpected("loans", at: 7))
    #expect(problem("loans ? 2") == .unexpected("?", at: 7))
    #expect(problem("(loans + 2") == .neverClosed(at: 1))
    #expect(problem("2 + [ค้าง") == .neverClosed(at: 5))
    #expect(problem("ค้างชำร / loans") == .unknownName("ค้างชำร", near: ["ค้างชำระ"]))
    #expect(problem("zzz") == .unknownName("zzz", near: []))
    #expect(
      problem("welfare_kinds > 2")
        == .wrongContent("welfare_kinds", is: .list, expected: .number))
    #expect(
      problem("accounts_current + 1")
        == .wrongContent("accounts_current", is: .answer, expected: .number))
    #expect(problem("count(loans)") == .wrongContent("loans", is: .number, expected: .list))
    #expect(problem("years(loans)") == .wrongContent("loans", is: .number, expected: .date))
    #expect(problem("name") == .holdsText("name"))
    #expect(problem(String(repeating: "(", count: 60) + "1") == .tooDeep)
    #expect(problem(String(repeating: "-", count: 10_000) + "1") == .tooDeep)
  }

  @Test("of random marks is read or refused, and nothing worse")
  func anyText() {
    var chance = SplitMix64(seed: 7)
    let parts = [
      "loans", "overdue", "late", "register", "count(", "years(", "founded", "(", ")", "+", "-",
      "*",
      "/", "and", "or", "not", "<", "≥", "5%", "๑๒", "[", "]", "ค้างชำระ", " ", "known(",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1...9, using: &chance)).map { _ in
        parts.randomElement(using: &chance) ?? ""
      }.joined(separator: " ")
      _ = problem(text)
    }
  }
}
