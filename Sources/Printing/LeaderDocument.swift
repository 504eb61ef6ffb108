import Graphs
public import Linkage
import Plans
public import Words

/// A leader as `leaders` prints it.
public struct LeaderDocument: Encodable, Sendable {
  struct Roles: Encodable {
    let coordinator: Int
    let gatekeeper: Int
    let consultant: Int
    let liaison: Int

    init(_ roles: BrokerageRoles) {
      coordinator = roles.coordinator
      gatekeeper = roles.gatekeeper
      consultant = roles.consultant
      liaison = roles.liaison
    }
  }

  struct BrokerageDocument: Encodable {
    @OrNull var issues: Roles?
    @OrNull var villages: Roles?
    let fundAndState: Int

    enum CodingKeys: String, CodingKey {
      case issues
      case villages
      case fundAndState = "fund_and_state"
    }
  }

  struct Measures: Encodable {
    let degree: Int
    let betweenness: Double
    let diffusion: Double
    @OrNull var constraint: Double?
    @OrNull var effectiveSize: Double?
    let brokerage: BrokerageDocument
    let activities: Int
    let issues: Int
    let villages: Int
    let present: Int
    let done: Int
    @OrNull var years: Int?

    enum CodingKeys: String, CodingKey {
      case degree
      case betweenness
      case diffusion
      case constraint
      case effectiveSize = "effective_size"
      case brokerage
      case activities
      case issues
      case villages
      case present
      case done
      case years
    }

    init(_ measures: LeaderMeasures) {
      degree = measures.degree
      betweenness = measures.betweenness
      diffusion = measures.diffusion
      _constraint = OrNull(wrappedValue: measures.constraint)
      _effectiveSize = OrNull(wrappedValue: measures.effectiveSize)
      brokerage = BrokerageDocument(
        issues: measures.brokerage.issues.map(Roles.init),
        villages: measures.brokerage.villages.map(Roles.init),
        fundAndState: measures.brokerage.fundAndState)
      activities = measures.reach.activities.count
      issues = measures.reach.issues.count
      villages = measures.reach.places.count
      present = measures.present.count
      done = measures.done.count
      _years = OrNull(wrappedValue: measures.years)
    }
  }

  struct Group: Encodable {
    let funds: [NodeDocument]
    let organisations: [NodeDocument]
    let alone: [[NodeDocument]]

    init(_ role: BridgingRole, _ names: Names) {
      funds = role.funds.map { NodeDocument($0, names) }
      organisations = role.organisations.map { NodeDocument($0, names) }
      alone = role.alone.map { [NodeDocument($0.one, names), NodeDocument($0.other, names)] }
    }
  }

  struct Across: Encodable {
    let ground: String
    @OrNull var agency: NodeDocument?
    let leaders: [NodeDocument]
    let count: Int

    init(_ meeting: LeadersAcross.Meeting, _ names: Names) {
      switch meeting.ground {
      case .agency(let node):
        ground = "agency"
        _agency = OrNull(wrappedValue: NodeDocument(node, names))
      case .name:
        ground = "name"
        _agency = OrNull(wrappedValue: nil)
      }
      leaders = meeting.nearest.map { NodeDocument($0, names) }
      count = meeting.count
    }
  }

  let plan: String
  let rank: Int
  let leader: NodeDocument
  @OrNull var score: Double?
  let by: String
  let measures: Measures
  @OrNull var askedBy: Int?
  @OrNull var mark: String?
  @OrNull var bridging: Group?
  let across: [Across]
  let explanation: String

  enum CodingKeys: String, CodingKey {
    case across
    case plan
    case rank
    case leader
    case score
    case by
    case measures
    case askedBy = "asked_by"
    case mark
    case bridging
    case explanation
  }

  /// A leader with the rank by a reading, and what brings the leader together with those of other plans.
  public init(
    _ leader: RankedLeader, by reading: LeaderReading, in network: LeaderNetwork,
    _ sentences: LeaderSentences, _ across: LeadersAcross
  ) {
    let names = sentences.names
    plan = network.plans.plans[network.plan].id
    rank = leader.rank
    self.leader = NodeDocument(leader.measures.leader, names)
    _score = OrNull(wrappedValue: leader.score)
    by = reading.rawValue
    measures = Measures(leader.measures)
    _askedBy = OrNull(wrappedValue: leader.measures.askers)
    _mark = OrNull(wrappedValue: leader.mark?.rawValue)
    let role = network.bridgingRole(of: leader.measures.leader)
    _bridging = OrNull(wrappedValue: role.map { Group($0, names) })
    self.across = across.meetings(of: leader.measures.leader).map { Across($0, names) }
    explanation = sentences.explanation(of: leader, by: reading, in: network)
  }
}

/// A team as `leaders --team` prints it.
public struct TeamDocument: Encodable, Sendable {
  struct Member: Encodable {
    let leader: NodeDocument
    let covers: [NodeDocument]
    let alone: [NodeDocument]
    let present: Int
    let explanation: String
  }

  let plan: String
  let members: [Member]
  let covered: [NodeDocument]
  let uncovered: [NodeDocument]
  let beyondAll: [NodeDocument]
  let optimal: Bool
  let bound: Int
  let alternatives: [[NodeDocument]]
  let explanation: String

  enum CodingKeys: String, CodingKey {
    case plan
    case members
    case covered
    case uncovered
    case beyondAll = "beyond_all"
    case optimal
    case bound
    case alternatives
    case explanation
  }

  /// A team of a plan; `size` where a number of members was asked for.
  public init(_ team: Team, plan: Int, size: Int?, _ names: Names) {
    let sentences = TeamSentences(names)
    func documents(_ nodes: [NodeID]) -> [NodeDocument] { nodes.map { NodeDocument($0, names) } }
    self.plan = names.plans.plans[plan].id
    members = team.members.map { member in
      Member(
        leader: NodeDocument(member.leader, names), covers: documents(member.covers),
        alone: documents(member.alone), present: member.present,
        explanation: sentences.explanation(of: member))
    }
    covered = documents(team.covered)
    uncovered = documents(team.uncovered)
    beyondAll = documents(team.beyondAll)
    optimal = team.isOptimal
    bound = team.bound
    alternatives = team.alternatives.map(documents)
    explanation = sentences.summary(of: team, size: size)
  }
}

/// What `leaders --continuity` prints of a plan.
public struct ContinuityDocument: Encodable, Sendable {
  struct Near: Encodable {
    let leader: NodeDocument
    let groups: [NodeDocument]
    let places: [NodeDocument]
    let issues: [NodeDocument]
    let present: Int

    init(_ near: Closeness, _ names: Names) {
      leader = NodeDocument(near.leader, names)
      groups = near.groups.map { NodeDocument($0, names) }
      places = near.places.map { NodeDocument($0, names) }
      issues = near.issues.map { NodeDocument($0, names) }
      present = near.present
    }
  }

  struct Work: Encodable {
    let activity: NodeDocument
    @OrNull var leader: NodeDocument?
    let near: [Near]
    let explanation: String
  }

  struct Load: Encodable {
    let leader: NodeDocument
    let activities: [NodeDocument]
    let explanation: String
  }

  struct TermEnd: Encodable {
    let leader: NodeDocument
    let until: String
    let over: Bool
    let activities: [NodeDocument]
    let successors: [Near]
    let explanation: String
  }

  struct Dependence: Encodable {
    let leader: NodeDocument
    let activities: [NodeDocument]
    let groups: [NodeDocument]
    let cutOff: [NodeDocument]
    let explanation: String

    enum CodingKeys: String, CodingKey {
      case leader
      case activities
      case groups
      case cutOff = "cut_off"
      case explanation
    }
  }

  let plan: String
  let open: Int
  let withoutLeader: [Work]
  let onOnePerson: [Work]
  let loaded: [Load]
  let endings: [TermEnd]
  let dependences: [Dependence]
  let explanation: String

  enum CodingKeys: String, CodingKey {
    case plan
    case open
    case withoutLeader = "without_leader"
    case onOnePerson = "on_one_person"
    case loaded
    case endings
    case dependences
    case explanation
  }

  /// What was found of a plan.
  public init(_ sentences: ContinuitySentences) {
    let (found, names) = (sentences.continuity, sentences.names)
    func documents(_ nodes: [NodeID]) -> [NodeDocument] { nodes.map { NodeDocument($0, names) } }
    func work(_ item: Continuity.Work) -> Work {
      Work(
        activity: NodeDocument(item.activity, names),
        leader: item.leader.map { NodeDocument($0, names) },
        near: item.near.map { Near($0, names) }, explanation: sentences.text(item))
    }
    plan = names.plans.plans[found.network.plan].id
    open = found.openCount
    withoutLeader = found.withoutLeader.map(work)
    onOnePerson = found.onOnePerson.map(work)
    loaded = found.loaded.map {
      Load(
        leader: NodeDocument($0.leader, names), activities: documents($0.present),
        explanation: sentences.text($0))
    }
    endings = found.endings.map {
      TermEnd(
        leader: NodeDocument($0.leader, names), until: $0.until.text, over: $0.isOver,
        activities: documents($0.present), successors: $0.successors.map { Near($0, names) },
        explanation: sentences.text($0))
    }
    dependences = found.dependences.map {
      Dependence(
        leader: NodeDocument($0.leader, names), activities: documents($0.activities),
        groups: documents($0.groups), cutOff: documents($0.cutOff),
        explanation: sentences.text($0))
    }
    explanation = sentences.fallingApart
  }
}

extension PlanDate {
  /// As exact as it is known: `2026`, `2026-05`, `2026-05-31`.
  fileprivate var text: String {
    [month, day].compactMap(\.self).reduce(String(year)) { text, part in
      text + (part < 10 ? "-0" : "-") + String(part)
    }
  }
}
