public import ArgumentParser
import Graphs
import Linkage
import Plans
import Printing
import Sheets
public import Words

/// What every command takes.
struct PlanOptions: ParsableArguments {
  @Argument(
    help: help(
      "ที่อยู่ของแผน: สมุดงาน .xlsx, โฟลเดอร์ CSV หรือโฟลเดอร์ที่มีหลายแผน",
      "Plans: a workbook, a folder of CSV, or a folder of such."))
  var paths: [String]

  @Option(help: help("ภาษา: th หรือ en", "The language: th or en."))
  var lang: Language = .ofEnvironment

  /// Reads the plans, and tells of errors on the error stream.
  ///
  /// - Parameter leavesOut: Whether of these plans those can be left out that nothing sound can be made
  ///   of, as long as there are others.
  /// - Throws: `Failure` with code 1 where nothing sound can be made of them.
  func read(
    _ paths: [String]? = nil, leavingOutBlocked leavesOut: (PlanReading) -> Bool = { _ in false }
  ) throws -> PlanReading {
    do {
      Progress.shared.begin(lang.pick("กำลังอ่านแผน", "Reading the plans"), lang)
      let reading = try PlanReading(paths ?? self.paths).knowing(RuleSet.standard)
      if let blocking = reading.diagnostics.first(where: \.blocksResults),
        !leavesOut(reading) || reading.blockedPlans.count == reading.plans.count
      {
        throw Failure(sentence: lang.line(blocking), code: 1)
      }
      complain(reading.diagnostics.filter { $0.severity == .error })
      Progress.shared.begin(lang.pick("กำลังหาคำตอบ", "Working out the answer"), lang)
      return reading
    } catch let error as PlanError {
      throw lang.failure(error)
    }
  }
}

extension PlanOptions {
  /// Tells the first few errors, and that the result stands on what could be read.
  private func complain(_ errors: [Diagnostic]) {
    guard !errors.isEmpty else { return }
    for error in errors.prefix(5) { Terminal.complain(lang.line(error)) }
    let rest = errors.count - 5
    let more = rest > 0 ? lang.pick("และอีก \(rest) เรื่อง ", "and \(rest) more. ") : ""
    Terminal.complain(
      more
        + lang.pick(
          "ผลที่ได้มาจากส่วนที่อ่านได้เท่านั้น ดูทั้งหมดด้วยคำสั่ง check",
          "The result stands on what could be read; see all with check."))
  }
}

func help(_ thai: String, _ english: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: Language.ofEnvironment.pick(thai, english))
}

extension Language: ExpressibleByArgument {}

extension Language {
  /// Ends a command that is given a negative number where none can be.
  func refuseNegative(_ numbers: Int...) throws {
    guard numbers.allSatisfy({ $0 >= 0 }) else {
      throw ValidationError(pick("จำนวนต้องไม่ติดลบ", "Numbers must not be negative."))
    }
  }
}
extension Names.People: ExpressibleByArgument {}

/// Which people are named.
struct PeopleOption: ParsableArguments {
  @Option(
    help: help(
      "ชื่อคน: consent (เฉพาะผู้ยินยอม) หรือ all (เอกสารของเจ้าหน้าที่เท่านั้น ห้ามเผยแพร่)",
      "Names of people: consent (who has consented), or all (the officer's own paper only)."))
  var names = Names.People.byConsent
}

/// How a result is printed.
enum Format: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

extension Language {
  /// A diagnostic as one line: where, what, and what to do.
  func line(_ diagnostic: Diagnostic) -> String {
    "\(place(of: diagnostic)): \(message(of: diagnostic))\(times(diagnostic)) "
      + suggestion(for: diagnostic)
  }

  /// An error of reading with its exit code: a path that is not there is wrong use.
  func failure(_ error: PlanError) -> Failure {
    if case .sheet(let error) = error { return failure(error) }
    if case .onlyDecisions = error { return .wrongUse(sentence(error)) }
    return Failure(sentence: sentence(error), code: 1)
  }

  /// An error of a file with its exit code.
  func failure(_ error: SheetError) -> Failure {
    let code: Int32 =
      switch error {
      case .notFound: 2
      case .unreadable, .unwritable: 3
      default: 1
      }
    return Failure(sentence: sentence(error), code: code)
  }
}

extension Names {
  /// The node that a word of the command line means.
  ///
  /// - Parameter kind: What it should be; anything where nil.
  /// - Throws: `Failure` with code 2 where none or several fit.
  func node(_ word: String, _ kind: NodeKind? = nil) throws -> NodeID {
    let found = plans.nodes(named: word).filter { node in
      kind.map { plans.graph.kind(of: node) == $0 } ?? true
    }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      throw Failure.wrongUse(
        language.pick(
          "ไม่พบ\(kind.map(language.name(of:)) ?? "") “\(word)” ในแผน โปรดใช้รหัสหรือชื่อเต็ม เช่น แผน/รหัส",
          "There is no \(kind.map { language.name(of: $0) + " " } ?? "")“\(word)” in the plan; use an id "
            + "or the exact name, such as plan/id."))
    }
    let candidates = found.prefix(8).map { plans.id(of: $0) }.joined(separator: ", ")
    throw Failure.wrongUse(
      language.pick(
        "“\(word)” ตรงกับหลายรายการ คือ \(candidates) โปรดใช้รหัสเต็ม",
        "“\(word)” fits several: \(candidates); use the full id."))
  }

  /// The issue that a word means, by any of the vocabulary's words for it.
  func issue(_ word: String) throws -> NodeID {
    let issues = plans.graph.nodes(of: .issue)
    for plan in plans.plans {
      let key = plan.vocabulary.issueKey(word)
      if let found = issues.first(where: { (plans.record(of: $0) as? Issue)?.key == key }) {
        return found
      }
    }
    let known = language.list(issues.map(name(of:)), atMost: 12)
    throw Failure.wrongUse(
      language.pick(
        "ไม่มีประเด็น “\(word)” ในแผน ที่มีคือ \(known)",
        "There is no issue “\(word)” in the plan; there are \(known)."))
  }
}
