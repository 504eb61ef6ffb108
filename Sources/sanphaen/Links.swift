import ArgumentParser
import Graphs
import Linkage
import Plans
import Printing
import Words

struct Links: ParsableCommand {
  /// What the list is sorted by.
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case score
    case effect
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "links",
      abstract: Language.ofEnvironment.pick(
        "จุดที่น่าเชื่อมโยง เรียงจากที่มีเหตุผลหนักแน่นที่สุด พร้อมเหตุผล",
        "What could be linked, best first, with the reasons."))
  }

  @OptionGroup var options: PlanOptions
  @OptionGroup var approaches: ApproachOptions
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
      "จำนวนข้อเสนอต่อหนึ่งปลายทางอย่างมาก (0 คือไม่จำกัด)",
      "How many one target has at most (0 for no limit)."))
  var perTarget = 3
  @Option(
    help: help(
      "คะแนนอย่างน้อยของเหตุผล (0 คือแสดงเหตุผลเบาด้วย)",
      "The least score of a reason (0 shows thin ones too)."))
  var least: Double?
  @Option(
    help: help(
      "เรียงตาม: score (เหตุผล) หรือ effect (สิ่งที่จะเปลี่ยน)",
      "Sorted by score (the reasons) or effect (what it would change)."))
  var order = Order.score
  @Option(
    help: help(
      "เลือกกี่ข้อที่รวมกันแล้วเปลี่ยนได้มากที่สุด โดยไม่นับซ้ำ",
      "How many are chosen that change most together, nothing counted twice."))
  var plan: Int?
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func validate() throws {
    let isScore = (least ?? 0).isFinite && (least ?? 0) >= 0
    if limit < 0 || perTarget < 0 || !isScore || (plan ?? 1) < 1 {
      throw ValidationError(
        options.lang.pick(
          "จำนวนต้องไม่ติดลบ และ --plan ต้องเป็น 1 ขึ้นไป",
          "Numbers must not be negative, and --plan is 1 at least."))
    }
  }

  func run() throws {
    let approaches = try approaches.chosen(options.lang)
    let reading = try options.read()
    let names = Names(PlanGraph(reading.plans), options.lang)
    let filter = try OpportunityFilter(self, names)
    var documents: [OpportunityDocument] = []
    for approach in approaches {
      let question = options.lang.question(ofApproach: approach.name)
      Progress.shared.begin(question, options.lang)
      let list = LinkList(self, approach, names, filter)
      if format == .json {
        documents += list.documents
      } else {
        if approaches.count > 1 {
          Terminal.heading(question)
        }
        list.printText(isFiltered: filter.isFiltered)
      }
    }
    if format == .json { try printJSON(documents) }
    Terminal.end(reading.hasErrors ? 1 : 0)
  }
}

/// The opportunities of one approach as `links` shows them.
private struct LinkList {
  private let sentences: OpportunitySentences
  private let perTarget: Int
  private let found: OpportunitySearch.Found
  /// How many there are of which the first are shown.
  private let count: Int
  private let shown: [(opportunity: Opportunity, evidence: [Evidence])]
  private let joint: JointChoice?

  private var language: Language { sentences.names.language }

  init(_ command: Links, _ approach: Approach, _ names: Names, _ filter: OpportunityFilter) {
    sentences = OpportunitySentences(names, approach)
    perTarget = command.perTarget
    let search = OpportunitySearch(names.plans, approach)
    let isWhole =
      command.limit == 0 || command.order == .effect || command.plan != nil || filter.isFiltered
    found = search.search(
      perTarget: command.perTarget, least: command.least, limit: isWhole ? nil : command.limit)
    var wanted = filter.apply(found.opportunities)
    if command.order == .effect {
      wanted.sort { ($1.effect.gain, $0.rank) < ($0.effect.gain, $1.rank) }
    }
    joint = command.plan.map { JointChoice($0, of: wanted, in: search) }
    count = isWhole ? wanted.count : found.count
    let all = joint.map { $0.items.map(\.opportunity) } ?? wanted
    let list = command.limit == 0 || joint != nil ? all : Array(all.prefix(command.limit))
    shown = zip(list, search.evidence(for: list)).map { ($0, $1) }
  }

  var documents: [OpportunityDocument] {
    shown.enumerated().map { index, item in
      OpportunityDocument(
        item.opportunity, item.evidence, sentences,
        joint: joint.map {
          .init(gain: $0.items[index].gain, together: $0.gain, bound: $0.bound)
        })
    }
  }

  func printText(isFiltered: Bool) {
    if shown.isEmpty {
      let none =
        joint != nil && count > 0
        ? language.nothingChanges
        : isFiltered ? language.noneOfThese : language.noOpportunities(sentences.approach)
      print(none)
    }
    for (index, item) in shown.enumerated() {
      let chosen = joint.map { (number: index + 1, gain: $0.items[index].gain) }
      print(text(item.opportunity, item.evidence, chosen))
    }
    if let joint, !joint.items.isEmpty {
      Terminal.complain(
        language.together(joint.items.count, gain: joint.gain, bound: joint.bound))
    } else if !shown.isEmpty {
      Terminal.complain(
        language.cut(
          sentences.approach, shown: shown.count, of: count, perTarget: perTarget,
          thin: found.thin, behind: found.behind))
    }
  }

  private func text(
    _ opportunity: Opportunity, _ evidence: [Evidence], _ chosen: (number: Int, gain: Int)?
  ) -> String {
    let names = sentences.names
    let ends = opportunity.ends
    let ids =
      "\(names.id(of: ends.from, beside: ends.to)) → \(names.id(of: ends.to, beside: ends.from))"
    let number =
      chosen.map { String($0.number) }
      ?? language.number(of: opportunity.rank, approach: opportunity.approach)
    var lines = ["\(number). \(sentences.explanation(of: opportunity, evidence))"]
    let effect = sentences.effect(opportunity.effect)
    lines.append("   [\(ids)]" + (effect.isEmpty ? "" : " \(effect)"))
    if let chosen {
      lines.append("   " + language.adds(chosen.gain, rank: opportunity.rank))
    }
    let cautions = sentences.cautions(opportunity.cautions)
    if !cautions.isEmpty { lines.append("   \(language.caution): \(cautions)") }
    let history = sentences.history(opportunity.history)
    if !history.isEmpty { lines.append("   " + history) }
    if let lesson = opportunity.lesson {
      lines += sentences.points(of: lesson).map { "   • " + $0 }
    } else if opportunity.pattern == nil {
      for reason in sentences.reasons(evidence) {
        lines.append("   \(language.percent(reason.share)) \(reason.text)")
      }
    }
    return lines.joined(separator: "\n")
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

  var isFiltered: Bool { (issue ?? place ?? from ?? to) != nil }

  func apply(_ all: [Opportunity]) -> [Opportunity] {
    all.filter { opportunity in
      let ends = opportunity.ends
      return (from.map { opportunity.from == $0 || ends.from == $0 } ?? true)
        && (to.map { opportunity.to == $0 || ends.to == $0 } ?? true)
        && (issue.map { touches(ends.to, $0) || touches(ends.from, $0) } ?? true)
        && (place.map { touches(ends.to, $0) || touches(ends.from, $0) } ?? true)
    }
  }

  private func touches(_ node: NodeID, _ other: NodeID) -> Bool {
    plans.graph.incidences(of: node).contains { $0.neighbour == other }
  }
}
