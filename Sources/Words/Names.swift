public import Graphs
public import Plans
import Synchronization

/// The names under which nodes appear before people: a leader's own only with consent.
public struct Names: Sendable {
  /// Which leaders appear by name.
  public enum People: String, Sendable, CaseIterable {
    /// Those who have consented.
    case byConsent = "consent"
    /// All of them: for the officer's own paper, which says so at its foot.
    case all
  }

  /// The language.
  public let language: Language
  /// The plans.
  public let plans: PlanGraph
  /// Which leaders appear by name.
  public let people: People
  private let privacy: Privacy
  private let known = NameCache()

  /// Names of nodes of plans in a language.
  public init(_ plans: PlanGraph, _ language: Language, people: People = .byConsent) {
    self.plans = plans
    self.language = language
    self.people = people
    privacy = Privacy(people == .all ? [] : plans.plans, language)
  }

  /// What stands at the foot of every sheet that names people who have not consented; nil where none
  /// does.
  public var footer: String? {
    guard people == .all else { return nil }
    return language.pick(
      "เอกสารของเจ้าหน้าที่ มีชื่อผู้ที่ยังไม่ยินยอม ห้ามเผยแพร่",
      "The officer's own paper: it names people who have not consented. Not to be passed on.")
  }

  /// Whether a leader's own name appears.
  public func isNamed(_ leader: Leader) -> Bool { people == .all || leader.consent }

  /// Whether the own name of a leader's node appears.
  func isNamed(_ node: NodeID) -> Bool {
    guard plans.graph.kind(of: node) == .leader, let plan = plans.plan(of: node) else {
      return false
    }
    return people == .all || plans.plans[plan].leaders[plans.row(of: node)].consent
  }

  /// The name of a node; for a leader without consent the role and village.
  public func name(of node: NodeID) -> String { known.name(of: node, reckonName) }

  private func reckonName(of node: NodeID) -> String {
    guard let record = plans.record(of: node) else {
      return plans.plan(of: node).map { privacy.shown(plans.plans[$0].name) } ?? ""
    }
    guard let leader = record as? Leader else { return privacy.shown(record.name.oneLine) }
    return isNamed(leader) ? ownName(of: leader) : role(of: leader, node)
  }

  /// The id outside of its plan; where the name serves as id, without what may not be shown.
  public func id(of node: NodeID) -> String {
    let id = plans.id(of: node)
    guard let record = plans.record(of: node), record.id == record.name else { return id }
    return privacy.shown(id)
  }

  /// The id as the plan of another node's rows knows it: of what plans share each has its own.
  public func id(of node: NodeID, beside other: NodeID) -> String {
    guard plans.plan(of: node) == nil, let plan = plans.plan(of: other) else { return id(of: node) }
    return plans.id(of: node, in: plan)
  }

  /// The name of a leader with the first position, where the name may be shown.
  public func nameWithRole(of node: NodeID) -> String {
    guard let leader = plans.record(of: node) as? Leader, isNamed(leader),
      let position = leader.positions.first
    else { return name(of: node) }
    return "\(ownName(of: leader)) (\(privacy.shown(position.oneLine)))"
  }

  /// A leader with position and village, where the name may be shown; anything else by its name.
  public func nameWithRoleAndHome(of node: NodeID) -> String {
    let name = nameWithRole(of: node)
    guard let leader = plans.record(of: node) as? Leader, isNamed(leader),
      let home = plans.neighbours(of: node, .livesIn, .forward).first
    else { return name }
    return language.pick("\(name) \(self.name(of: home))", "\(name) of \(self.name(of: home))")
  }

  /// The name of a leader that may be shown; a phone beside it in the cell is not part of it.
  private func ownName(of leader: Leader) -> String { privacy.withoutNumbers(leader.name.oneLine) }

  /// The name of a plan, without what may not be shown.
  public func title(of plan: Int) -> String { shown(plans.plans[plan].name.oneLine) }

  /// A plan in one line: name, place and year, as far as they are known.
  public func line(of plan: Int) -> String {
    [title(of: plan), language.placeAndYear(of: plans.plans[plan])].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// A relation from one end as words; a planner's own word without what may not be shown.
  public func name(of relation: Relation, _ direction: Direction) -> String {
    let name = language.name(of: relation, direction)
    return relation.isKnown ? name : shown(name)
  }

  /// The word of a relation for programs; a planner's own without what may not be shown.
  public func word(of relation: Relation) -> String {
    relation.isKnown ? relation.word : shown(relation.word)
  }

  /// A text as typed, without what may not be shown.
  public func shown(_ text: String) -> String { privacy.shown(text) }

  /// Who is responsible, as typed, without names of people who have not consented.
  func shown(_ text: String, _ parties: PartyText) -> String {
    shown(people == .all ? text : parties.hidden(in: text, as: privacy.hiddenName))
  }

  /// `ประธานกลุ่มออมทรัพย์ บ้านโคกเจริญ`: who this is to those who know the village anyway.
  private func role(of leader: Leader, _ node: NodeID) -> String {
    let home = plans.neighbours(of: node, .livesIn, .forward).first.map(name(of:))
    let position =
      leader.positions.first.map { privacy.shown($0.oneLine) } ?? language.pick("แกนนำ", "a leader")
    guard let home else { return position }
    // Many names of places begin with บ้าน already.
    return language.pick("\(position) \(home)", "\(position) of \(home)")
  }

  /// What is known of a node, as pairs of heading and text; nothing that is private.
  public func facts(of node: NodeID) -> [(heading: String, text: String)] {
    guard let record = plans.record(of: node) else { return [] }
    var facts: [(String, String)] = []
    func add(_ table: Table, _ column: Column, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      facts.append((language.name(of: column, in: table), privacy.shown(text)))
    }
    switch record {
    case let place as Place:
      add(.places, .moo, place.moo)
      add(.places, .households, place.households.map(language.number))
    case let activity as Activity:
      add(.activities, .mode, activity.mode.map(word))
      add(.activities, .status, activity.status.map(word))
      add(.activities, .start, activity.start.map(language.date))
      add(.activities, .end, activity.end.map(language.date))
      add(.activities, .budget, activity.budget.map(language.baht))
      add(.activities, .ownBudget, activity.ownBudget.map(language.baht))
      add(.activities, .note, activity.note)
    case let leader as Leader where isNamed(leader):
      add(.leaders, .positions, leader.positions.joined(separator: " · "))
      add(.leaders, .skills, leader.skills.joined(separator: " · "))
      add(.leaders, .since, leader.since.map(language.date))
    case let leader as Leader: add(.leaders, .skills, leader.skills.joined(separator: " · "))
    case let organisation as Organisation:
      add(.organisations, .kind, organisation.kind)
      add(.organisations, .founded, organisation.founded.map(language.year))
    case let fund as Fund:
      add(.funds, .kind, fund.kind)
      add(.funds, .founded, fund.founded.map(language.year))
      add(.funds, .members, fund.members.map(language.number))
      let amounts: [(Column, Double?)] = [
        (.savings, fund.savings), (.shares, fund.shares), (.loans, fund.loans),
        (.reserves, fund.reserves),
      ]
      for (column, amount) in amounts where !fund.hides(column) {
        add(.funds, column, amount.map(language.baht))
      }
      add(.funds, .asOf, fund.asOf.map(language.date))
    case let mechanism as Mechanism:
      add(.mechanisms, .agency, mechanism.agency)
      add(.mechanisms, .level, mechanism.level.map(word))
      add(.mechanisms, .supports, mechanism.supports.map(word).joined(separator: " · "))
    default: break
    }
    facts += record.shownExtra.map {
      (privacy.shown($0.heading.oneLine), privacy.shown($0.text))
    }
    return facts
  }

  private func word<Value: Choice>(_ value: Value) -> String {
    language.pick(value.thai, value.rawValue)
  }
}

extension String {
  /// The text with every run of white space as one blank.
  public var oneLine: String {
    split { $0.isWhitespace }.joined(separator: " ")
  }
}

/// The names that have been asked for: to hide what may not be shown costs more than to remember it.
private final class NameCache: Sendable {
  private let names = Mutex<[NodeID: String]>([:])

  func name(of node: NodeID, _ reckon: (NodeID) -> String) -> String {
    if let known = names.withLock({ $0[node] }) { return known }
    // A leader's name asks for that of the village: not within the lock.
    let name = reckon(node)
    names.withLock { $0[node] = name }
    return name
  }
}
