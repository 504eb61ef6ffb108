import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("A file of rules")
struct RuleFileTests {
  private let text = """
    id: own
    name: {th: ของเรา, en: ours}
    kinds: [ธนาคารข้าว]
    source: ที่ประชุม
    least_known: 50%
    bands:
      - {from: 0%, name: ต้น}
      - {from: 80%, name: {th: ดี, en: good}}
    inputs:
      meetings: {th: ประชุมปีละกี่ครั้ง, en: meetings a year, from: 0, to: 60}
      audited: {th: มีผู้ตรวจบัญชี, en: audited, holds: answer}
    rules:
      - id: "1"
        name: {th: ประชุมบ่อย, en: Meets often}
        formula: meetings
        operator: ≥
        threshold: 12
        lesson: ประชุมทุกเดือน
      - id: "2"
        name: มีผู้ตรวจ
        formula: audited or accounts_current
        weight: 2
        valid_from: 2560

    """

  private func read(_ text: String) throws(RuleError) -> RuleSet {
    try RuleFile.ruleSet(in: Array(text.utf8), file: "own.yaml")
  }

  /// The error of the text with one piece in place of another.
  private func error(_ piece: String, _ other: String) -> RuleError? {
    #expect(text.contains(piece))
    do {
      _ = try read(text.replacing(piece, with: other))
      return nil
    } catch { return error }
  }

  @Test("is read as written, the bands from the highest down")
  func reads() throws {
    let set = try read(text)
    #expect(set.id == "own" && set.kinds == ["ธนาคารข้าว"] && set.leastKnown == 0.5)
    #expect(set.bands.map(\.from) == [0.8, 0] && set.bands.map(\.name.english) == ["good", "ต้น"])
    #expect(set.inputs.map(\.key) == ["meetings", "audited"] && set.inputs[0].most == 60)
    #expect(set.rules.map(\.condition) == [.compares(.atLeast, 12), .holds])
    #expect(set.rules.map(\.weight) == [1, 2] && set.rules[1].validFrom?.year == 2017)
    #expect(set.rules.map { $0.lesson?.thai } == ["ประชุมทุกเดือน", nil])
  }

  @Test(
    "takes thresholds as people write them",
    arguments: [
      ("≥", "5%", Rule.Condition.compares(.atLeast, 0.05)),
      ("ไม่เกิน", "๕ %", .compares(.atMost, 0.05)),
      ("between", "70–80%", .between(0.7, 0.8)), ("ระหว่าง", "70 % ถึง 80 %", .between(0.7, 0.8)),
      ("between", "1-5", .between(1, 5)), ("\">\"", "1,000", .compares(.above, 1_000)),
      ("\"=\"", "-1", .compares(.equal, -1)),
    ])
  func thresholds(operator: String, threshold: String, condition: Rule.Condition) throws {
    let changed = text.replacing("operator: ≥", with: "operator: \(`operator`)")
      .replacing("threshold: 12", with: "threshold: \(threshold)")
    #expect(try read(changed).rules[0].condition == condition)
  }

  @Test("that cannot be read is told with its line, the rule and what was expected")
  func errors() {
    let found = error("formula: meetings", "formula: meeting")
    #expect(
      found?.problem
        == .formula(
          "meeting", .unknownName("meeting", near: ["meetings", "meetings a year", "committee"])))
    #expect(found?.line == 15 && found?.subject == "1" && found?.file == "own.yaml")
    #expect(error("threshold: 12", "threshold: มาก")?.line == 17)
    #expect(error("weight: 2", "wait: 2")?.line == 22)
    #expect(
      error("operator: ≥\n    ", "")?.problem == .wrongCondition("meetings", isQuestion: false))
    #expect(
      error("    weight: 2", "    operator: ≥\n    threshold: 1")?.problem
        == .wrongCondition("audited or accounts_current", isQuestion: true))
    #expect(error("operator: ≥", "operator: ~")?.problem != nil)
    #expect(error("holds: answer", "holds: money")?.subject == "audited")
    #expect(error("id: \"2\"", "id: \"1\"")?.problem == .twice("1"))
    #expect(error("audited:", "meetings:")?.problem != nil)
    #expect(error("weight: 2", "weight: 0")?.problem == .notANumber("0", from: 0.001, to: 1_000))
    #expect(error("valid_from: 2560", "valid_from: นานแล้ว")?.problem == .notADate("นานแล้ว"))
    #expect(
      error("least_known: 50%", "least_known: 50")?.problem == .notANumber("50", from: 0, to: 1))
    #expect(error("source: ที่ประชุม\n", "")?.problem == .missing(key: "source"))
    #expect(error("bands:", "grades:")?.line == 6)
  }

  @Test("that is no YAML, empty, or without rules is told so")
  func empty() throws {
    func problem(_ text: String) -> RuleError.Problem? {
      do {
        _ = try read(text)
        return nil
      } catch { return error.problem }
    }
    #expect(problem("") == .empty && problem("- a") == .empty)
    if case .notYAML? = problem("a: [") {} else { Issue.record("no error of YAML") }
    let template = String(decoding: RuleFile.template, as: UTF8.self)
    #expect(problem(template) == .empty)
  }

  @Test("made of the template by taking its marks away is sound, with three bands")
  func template() throws {
    let lines = String(decoding: RuleFile.template, as: UTF8.self).split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("id:") })
    let filled = lines[start...].map { line -> String in
      if line.hasPrefix("# ") { return String(line.dropFirst(2)) }
      return line.hasPrefix("#") ? " " + line.dropFirst() : String(line)
    }
    let set = try read(filled.joined(separator: "\n"))
    #expect(set.bands.count == 3 && set.rules.count == 2 && set.inputs.count == 2)
  }
}
