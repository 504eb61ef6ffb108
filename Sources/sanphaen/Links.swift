import ArgumentParser
import Graphs
import Linkage
import Plans
import Printing
import Words

struct Links: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: Language.ofEnvironment.pick(
        "จุดที่น่าเชื่อมโยง เรียงจากที่มีเหตุผลหนักแน่นที่สุด พร้อมเหตุผล",
        "What could be linked, best first, with the reasons."))
  }

  @OptionGroup var options: PlanOptions
  @Option(help: help("แนวทาง (ขณะนี้มี savings)", "The approach (savings so far)."))
  var approach = "savings"
  @Option(help: help("เฉพาะประเด็นนี้", "Only this issue."))
  var issue: String?
  @Option(help: help("เฉพาะพื้นที่นี้", "Only this place."))
  var place: String?
  @Option(help: help("เฉพาะจากรหัสนี้", "Only from this id."))
  var from: String?
  @Option(help: help("เฉพาะถึงรหัสนี้", "Only to this id."))
  var to: String?
  @Option(help: help("จำนวนที่แสดง (0 คือทั้งหมด)", "How many are shown (0 for all)."))
  var limit = 20
  @Option(
    help: help(
      "จำนวนข้อเสนอต่อหนึ่งกิจกรรมอย่างมาก (0 คือไม่จำกัด)",
      "How many an activity has at most (0 for no limit)."))
  var perTarget = 3
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func run() throws {
    let approach = try chosenApproach()
    let reading = try options.read()
    let plans = PlanGraph(reading.plans)
    let names = Names(plans, options.lang)
    let search = OpportunitySearch(plans, approach)
    let all = search.opportunities(perTarget: perTarget)
    let wanted = try OpportunityFilter(self, names).apply(all)
    let shown = limit == 0 ? wanted : Array(wanted.prefix(limit))
    let proposals = Array(zip(shown, search.evidence(for: shown)))
    if format == .json {
      try printJSON(proposals.map { OpportunityDocument($0, $1, approach, names) })
    } else {
      printText(proposals, of: wanted.count, names)
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private var isFiltered: Bool { (issue ?? place ?? from ?? to) != nil }

  private func chosenApproach() throws -> Approach {
    if limit < 0 || perTarget < 0 {
      throw Failure.wrongUse(
        options.lang.pick("จำนวนต้องไม่ติดลบ", "Numbers must not be negative."))
    }
    guard let found = Approach.all.first(where: { $0.name == approach }) else {
      let known = Approach.all.map(\.name).joined(separator: ", ")
      throw Failure.wrongUse(
        options.lang.pick(
          "ไม่รู้จักแนวทาง “\(approach)” ที่มีคือ \(known)",
          "There is no approach “\(approach)”; there is \(known)."))
    }
    return found
  }

  private func printText(
    _ proposals: [(Opportunity, [Evidence])], of count: Int, _ names: Names
  ) {
    let language = options.lang
    if proposals.isEmpty {
      print(isFiltered ? language.noneOfThese : language.noOpportunities)
      return
    }
    for (opportunity, evidence) in proposals {
      let ids = "\(names.id(of: opportunity.from)) → \(names.id(of: opportunity.to))"
      print("\(opportunity.rank). \(names.explanation(of: opportunity, evidence))")
      let effect = names.effect(opportunity.effect)
      print("   [\(ids)]" + (effect.isEmpty ? "" : " \(effect)"))
      for reason in names.reasons(evidence) {
        print("   \(language.percent(reason.share)) \(reason.text)")
      }
    }
    Terminal.complain(language.cut(shown: proposals.count, of: count, perTarget: perTarget))
  }
}

/// The filters of `links`, applied together.
private struct OpportunityFilter {
  let plans: PlanGraph
  let issue: NodeID?
  let place: NodeID?
  let from: NodeID?
  let to: NodeID?

  init(_ command: Links, _ names: Names) throws {
    plans = names.plans
    issue = try command.issue.map { try names.issue($0) }
    place = try command.place.map { try names.node($0) }
    from = try command.from.map { try names.node($0) }
    to = try command.to.map { try names.node($0) }
  }

  func apply(_ all: [Opportunity]) -> [Opportunity] {
    all.filter { opportunity in
      (from ?? opportunity.from) == opportunity.from && (to ?? opportunity.to) == opportunity.to
        && (issue.map { touches(opportunity.to, $0) } ?? true)
        && (place.map { touches(opportunity.to, $0) || touches(opportunity.from, $0) } ?? true)
    }
  }

  private func touches(_ node: NodeID, _ other: NodeID) -> Bool {
    plans.graph.incidences(of: node).contains { $0.neighbour == other }
  }
}
