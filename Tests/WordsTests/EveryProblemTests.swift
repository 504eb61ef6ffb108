import Graphs
import Sheets
import TestSupport
import Testing

@testable import Plans
@testable import Words

@Suite("Every problem that the check knows")
struct EveryProblemTests {
  private static let source = Source(
    file: "plan.xlsx", sheet: "activities", cell: CellAddress(row: 4, column: 2))
  private static let date = PlanDate(year: 2024)
  private static let proposal = NameProposal(
    kind: .fund, name: "กองทุนหนึ่ง", also: "กองทุนนึ่ง", reason: .letter, isBetweenRows: false,
    place: source)

  private static let problems: [Diagnostic.Problem] = [
    .unknownSheet(name: "ชีต", likely: .funds), .notAPlan(name: "a.xlsx"),
    .passedOver(name: "a.xlsx"), .tableTwice(.funds),
    .identityNumbers(.leaders, headings: ["บัตรประชาชน"]),
    .unknownColumns(.funds, headings: ["หัว"], absent: [.savings]),
    .columnTwice(.funds, .savings),
    .missingColumn(.funds, .name, found: ["หัว"], likely: "ชือ"), .missingPlan, .nothingToLink,
    .emptyTemplate, .namelessRow(.funds), .missingName(.funds, id: "F1"), .totalsRow(.funds),
    .maybeTotal(.funds, text: "รวมใจ"), .remarkRow(.funds, text: "หมายเหตุ"),
    .cellsWithoutHeading(.funds), .incompleteRow(.links, .to), .undecided,
    .withoutStatus, .overtakenDecisions, .planlessRow(.funds),
    .duplicateID(.funds, id: "F1", first: source), .notANumber(.funds, .savings, text: "มาก"),
    .notADate(.activities, .start, text: "ปีก่อน"),
    .unknownWord(.activities, .status, text: "ดี", allowed: ["planned"]),
    .formulaError(.funds, .savings, code: "#REF!"),
    .danglingReference(.activities, .funds, text: "F9", kinds: [.fund]),
    .absentTable(.activities, .leaders, .leader),
    .ambiguousReference(.activities, .funds, text: "กองทุน", candidates: ["F1", "F2"]),
    .conflictingCells(.activities, .budget, kept: "5"), .createdRows(.fund),
    .joinedIssues(names: ["น้ำ", "แหล่งน้ำ"]),
    .unreadable(name: "a.xlsx", .sheet(.notFound(path: "a.xlsx"))),
    .titleLines(.funds, headingRow: 3), .headingOfTwoRows(.funds, headings: ["เงิน ออม"]),
    .headingAgain(.funds), .sectionRow(.funds, text: "หมวดหนึ่ง"), .hiddenSheet(.funds),
    .hiddenRows(.funds), .hiddenColumn(.funds, heading: "เงินออม"),
    .amountInMerge(.activities, .budget),
    .series(.activities, heading: "ชื่อ", first: "ปี 1", last: "ปี 9", isJoined: true),
    .countingAmounts(.activities, .budget),
    .splitValues(.activities, .issues, text: "น้ำ, ป่า", parts: ["น้ำ", "ป่า"]),
    .twoDigitYear(.activities, .start, text: "66", buddhist: 2566, common: 1966),
    .percentage(.funds, .savings, text: "5%"),
    .shareOfAmount(.activities, .ownBudget, text: "50%", whole: .budget, amount: 50),
    .lostZero(.leaders, .phone, text: "812345678"),
    .endBeforeStart(.activities, .end, start: date, end: date),
    .partOverWhole(.activities, .ownBudget, part: 6, whole: .budget, 5),
    .negativeAmount(.funds, .savings, -5), .notOnEarth(.places, .latitude, 200),
    .termEnded(.leaders, .until, date), .inFuture(.funds, .founded, date),
    .joinedNames(.fund, name: "กองทุนหนึ่ง", also: "กองทุนนึ่ง"),
    .missingTarget(.fund, name: "กองทุนหนึ่ง", also: "กองทุนนึ่ง"),
    .uncomputedFormula(.funds, .savings),
    .unreadableTable(name: "f.csv", .sheet(.notFound(path: "f.csv"))), .oldWorkbook(name: "a.xls"),
    .textLeftAlone(name: "อ่าน.txt"), .opposedDecisions(first: source),
    .dueBeforeDate(due: date, date: date),
    .unfitDecision(.savings, found: [.leader, .activity], wanted: [.fund, .activity]),
    .countingReferences(.activities, .funds, first: "F1", last: "F9"),
    .countingYears(.activities, .start), .filledFromMerge(.activities),
    .notNumbers(.funds, .savings, texts: ["มาก", "น้อย"]),
    .notDates(.activities, .start, texts: ["ก่อน", "หลัง"]), .manyNearNames(.place, shown: 2_000),
    .nearNames(proposal), .activitiesWithout(.leader), .leadersWithoutTies,
    .unknownCells(.funds, rows: 4, columns: [.init(heading: "เงินออม", unknown: 3)]),
    .severalDashes(
      .funds, heading: "เงินออม",
      [
        .init(text: "-", cells: [CellAddress(row: 1, column: 1)]),
        .init(text: "–", cells: [CellAddress(row: 2, column: 1)]),
      ]),
    .mixedKinds(.places, heading: "หมู่ที่", numbers: 3, texts: 2),
  ]

  @Test("stands in the list below")
  func isListed() throws {
    let path = Repository.root + "/Sources/Plans/Diagnostic.swift"
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    let start = try #require(text.firstRange(of: "enum Problem"))
    let end = try #require(text.firstRange(of: "struct UnknownColumn"))
    let cases = text[start.upperBound..<end.lowerBound].split(separator: "\n")
      .compactMap { line in
        line.contains("    case ")
          ? line.split(separator: "case ").last?.prefix { $0.isLetter } : nil
      }
    #expect(Set(cases.map(String.init)) == Set(Self.problems.map(Self.name)))
    #expect(Self.problems.count == cases.count)
  }

  private static func name(of problem: Diagnostic.Problem) -> String {
    String(String(describing: problem).prefix { $0.isLetter })
  }

  @Test(
    "is told by a sentence of its own and by what to do, in one language and whole",
    arguments: Language.allCases, [false, true])
  func isTold(language: Language, hidesPeople: Bool) {
    var messages: Set<String> = []
    for problem in Self.problems {
      let diagnostic = Diagnostic(problem, Self.source)
      let message = language.message(of: diagnostic, hidesPeople: hidesPeople)
      let suggestion = language.suggestion(for: diagnostic)
      #expect(messages.insert(message).inserted, "\(diagnostic.code): \(message)")
      for sentence in [message, suggestion] {
        #expect(sentence.count > 3, "\(diagnostic.code)")
        #expect(!sentence.contains("  ") && !sentence.contains("Optional("), "\(sentence)")
        let typed = sentence.split(separator: /[“”"]/, omittingEmptySubsequences: false)
        let own = typed.enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
        let isThai = own.unicodeScalars.contains { (0xE01...0xE5B).contains($0.value) }
        #expect(isThai == (language == .thai), "\(diagnostic.code): \(own)")
      }
    }
  }
}
