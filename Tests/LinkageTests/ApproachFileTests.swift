import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("A file of approaches")
struct ApproachFileTests {
  private func read(_ text: String) throws(ApproachError) -> [Approach] {
    try ApproachFile.approaches(in: Array(text.utf8), file: "own.yaml")
  }

  private func error(_ text: String) -> ApproachError? {
    do {
      _ = try read(text)
      return nil
    } catch { return error }
  }

  /// An approach with one line in place of another.
  private func changed(_ line: String, to other: String) -> ApproachError? {
    let text = """
      savings:
        from: fund
        to: activity
        proposes: finances
        paths:
          leader:
            weight: 2
            walk: fund <-serves_on- leader -leads-> activity
      """
    #expect(text.contains(line))
    return error(text.replacing(line, with: other))
  }

  @Test("comes with the program, and reads back as written")
  func roundTrips() throws {
    #expect(
      Approach.standard.map(\.name)
        == ["savings", "hub", "leaders", "adoption", "expansion", "exchange", "partners", "forum"])
    let text = ApproachFile.text(of: Approach.standard, comment: ["สองบรรทัด", "ของคำอธิบาย"])
    #expect(text.hasPrefix("# สองบรรทัด\n# ของคำอธิบาย\n"))
    #expect(try read(text) == Approach.standard)
  }

  @Test(
    "reads back under any name",
    arguments: [
      "ออม: ใหม่", "yes", "1", "- a", "#x", "\"quoted\"", "null", "a'b", "two words", "{x}",
    ])
  func keepsNames(name: String) throws {
    let finances = try #require(Relation.finances.edgeKind)
    let path = Approach.WeightedMetaPath(
      MetaPath(name, from: .fund, [.init(finances, .forward, to: .activity)]), weight: 0.25)
    let approach = Approach(
      name: name, from: .fund, to: .activity, proposes: .finances, metaPaths: [path])
    #expect(try read(ApproachFile.text(of: [approach])) == [approach])
  }

  @Test("leaves to themselves what it need not say")
  func hasDefaults() throws {
    let walk = "fund -finances-> activity ~issue+years~ activity"
    let only = try #require(
      try read(
        "x:\n  from: Fund\n  to: activity\n  proposes: finances\n  paths:\n    p: {weight: 1, "
          + "walk: \(walk)}\n"
      ).first)
    #expect(only.measure == .paths && only.damping == 0.4 && only.least == 0)
    let path = try #require(only.metaPaths.first)
    #expect(
      path.standsAlone && path.likeness == [.issue, .years] && path.metaPath.steps.count == 1)
  }

  @Test("that is no YAML says so")
  func notYAML() throws {
    guard case .notYAML = try #require(error("savings: [\n")).problem else {
      Issue.record("another problem")
      return
    }
    guard case .notYAML = try #require(error("a: 1\na: 2\n")).problem else {
      Issue.record("an approach given twice is read")
      return
    }
  }

  @Test("that holds nothing says so", arguments: ["", "# nothing\n", "[]", "savings"])
  func empty(text: String) {
    #expect(error(text)?.problem == .empty)
  }

  @Test("without any path says so with the approach's line")
  func withoutPaths() {
    let text = "\nx:\n  from: fund\n  to: activity\n  proposes: finances\n"
    #expect(error(text) == .init(file: "own.yaml", line: 3, subject: "x", problem: .empty))
    #expect(error(text + "  paths: []\n")?.problem == .empty)
  }

  @Test("that lacks a key names the key and the approach or path")
  func missing() {
    let kind = changed("  from: fund\n", to: "")
    #expect(kind?.problem == .missing(key: "from"))
    #expect(kind?.subject == "savings" && kind?.line == 2)
    #expect(changed("  proposes: finances\n", to: "")?.problem == .missing(key: "proposes"))
    let weight = changed("      weight: 2\n", to: "")
    #expect(weight?.problem == .missing(key: "weight"))
    #expect(weight?.subject == "savings/leader" && weight?.line == 7)
    #expect(error("x: 1\n")?.problem == .missing(key: "from"))
  }

  @Test("with a key that is not known names it, its line, and those that are")
  func unknownKey() {
    let found = changed("proposes: finances", to: "proposes: finances\n  colour: red")
    #expect(found?.line == 5)
    guard case .unknownKey("colour", let known) = found?.problem else {
      Issue.record("another problem")
      return
    }
    #expect(known.contains("damping"))
    #expect(changed("weight: 2", to: "wieght: 2")?.line == 7)
  }

  @Test(
    "with a word that is not known names it, its line, and those that are",
    arguments: [
      ("from: fund", "from: bank", "bank", 2), ("proposes: finances", "proposes: pays", "pays", 4),
      ("proposes: finances", "proposes: finances\n  measure: luck", "luck", 5),
      ("-leads-> activity", "-steers-> activity", "steers", 8),
      ("leader -leads", "boss -leads", "boss", 8),
      ("weight: 2", "weight: 2\n      alone: often", "often", 8),
      ("-leads-> activity", "-leads-> activity ~colour~ activity", "colour", 8),
    ])
  func unknownWord(line: String, other: String, word: String, number: Int) {
    let found = changed(line, to: other)
    guard case .unknownWord(word, let known) = found?.problem else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(!known.isEmpty && found?.line == number)
  }

  @Test(
    "with what is no number, or one out of bounds, names both and the line",
    arguments: [
      "lots", "-1", "1001", ".nan", ".inf", "",
    ])
  func notANumber(text: String) {
    let found = changed("weight: 2", to: "weight: \(text)")
    #expect(found?.problem == .notANumber(text, from: 0, to: 1_000))
    #expect(found?.line == 7)
    let damping = changed("paths:", to: "damping: 2\n  paths:")
    #expect(damping?.problem == .notANumber("2", from: 0, to: 1))
  }

  @Test(
    "with a walk that is not written as walks are shows it and its line",
    arguments: [
      "fund", "fund activity", "fund <-serves_on-> leader -leads-> activity",
      "fund serves_on leader -leads-> activity", "fund -finances->",
      "fund -finances-> activity ~years",
      "fund -finances-> activity ~~ activity", "fund -finances-> activity ~+~ activity",
      "fund -finances-> activity ~years~ activity ~size~ activity",
    ])
  func badWalk(walk: String) {
    let found = changed("fund <-serves_on- leader -leads-> activity", to: "\"\(walk)\"")
    #expect(found?.problem == .badWalk(walk))
    #expect(found?.line == 8 && found?.subject == "savings/leader")
  }

  @Test(
    "with a walk between other kinds shows it and the kinds",
    arguments: [
      "leader -leads-> activity", "fund -finances-> activity -about-> issue",
      "fund <-serves_on- leader -leads-> activity ~years~ activity",
      "fund -finances-> activity ~years~ fund",
    ])
  func wrongEnds(walk: String) {
    let found = changed("fund <-serves_on- leader -leads-> activity", to: walk)
    #expect(found?.problem == .wrongEnds(walk, from: "fund", to: "activity"))
    #expect(found?.line == 8)
  }
}
