public import Graphs

/// A row that is a node of the graph.
public protocol PlanRecord: Sendable {
  /// What every such row has.
  var header: RecordHeader { get }
}

extension PlanRecord {
  /// The id within the plan; the name where the row gives none.
  public var id: String { header.id }
  /// The name as typed.
  public var name: String { header.name }
  /// The row that it was read from.
  public var source: Source { header.source }
  /// Columns that FORMAT does not know, as typed.
  public var extra: [ExtraValue] { header.extra }
}

/// What every row has that is a node of the graph.
public struct RecordHeader: Sendable, Equatable {
  /// The id within the plan; the name where the row gives none.
  public let id: String
  /// The name as typed.
  public let name: String
  /// The row that it was read from.
  public let source: Source
  /// Columns that FORMAT does not know, as typed.
  public let extra: [ExtraValue]
}

/// A cell under a heading that FORMAT does not know.
public struct ExtraValue: Sendable, Equatable {
  /// The heading as typed.
  public let heading: String
  /// The cell as typed.
  public let text: String
}

/// A village or another place.
public struct Place: PlanRecord {
  /// What every row has.
  public let header: RecordHeader
  /// The village's number (หมู่ที่), as typed.
  public let moo: String?
  /// ตำบล.
  public let tambon: String?
  /// อำเภอ.
  public let amphoe: String?
  /// จังหวัด.
  public let province: String?
  /// Degrees north.
  public let latitude: Double?
  /// Degrees east.
  public let longitude: Double?
  /// The number of households.
  public let households: Double?
}

/// Something that the plan sets out to do.
public struct Activity: PlanRecord {
  /// Who does it (ลักษณะการทำ).
  public enum Mode: String, Sendable, CaseIterable {
    case own = "self"
    case joint
    case request
  }

  /// How far it is (สถานะ).
  public enum Status: String, Sendable, CaseIterable {
    case planned
    case active
    case done
    case stopped
  }

  /// What every row has.
  public let header: RecordHeader
  /// Who does it.
  public let mode: Mode?
  /// How far it is.
  public let status: Status?
  /// When it starts.
  public let start: PlanDate?
  /// When it ends.
  public let end: PlanDate?
  /// The whole budget, baht.
  public let budget: Double?
  /// The community's own share of the budget, baht.
  public let ownBudget: Double?
  /// The note as typed.
  public let note: String?
}

extension Activity {
  /// Whether it is neither done nor stopped; what is not known counts as open.
  public var isOpen: Bool { status != .done && status != .stopped }
}

/// A person who carries work (แกนนำ).
public struct Leader: PlanRecord {
  /// What every row has.
  public let header: RecordHeader
  /// Positions in the community.
  public let positions: [String]
  /// What the person can do.
  public let skills: [String]
  /// Since when the person does this work.
  public let since: PlanDate?
  /// When the term ends.
  public let until: PlanDate?
  /// Whether the person lets the name be shown; unknown counts as no.
  public let consent: Bool
}

/// An organisation of the community.
public struct Organisation: PlanRecord {
  /// What every row has.
  public let header: RecordHeader
  /// The kind as typed.
  public let kind: String?
  /// When it was founded.
  public let founded: PlanDate?
}

/// A fund or savings group (องค์กรการเงินชุมชน); money in baht, sums of the whole organisation.
public struct Fund: PlanRecord {
  /// What every row has.
  public let header: RecordHeader
  /// The kind as typed.
  public let kind: String?
  /// When it was founded.
  public let founded: PlanDate?
  /// The number of members.
  public let members: Double?
  /// Savings of the members.
  public let savings: Double?
  /// Shares of the members.
  public let shares: Double?
  /// Loans outstanding.
  public let loans: Double?
  /// Loans overdue.
  public let overdue: Double?
  /// Reserves.
  public let reserves: Double?
  /// Assets.
  public let assets: Double?
  /// Debt to others outside the community.
  public let externalDebt: Double?
  /// The kinds of welfare that it pays.
  public let welfareKinds: [String]
  /// The welfare that it has paid.
  public let welfarePaid: Double?
  /// Whether the accounts are up to date.
  public let accountsCurrent: Bool?
  /// The committee, as typed.
  public let committee: String?
  /// The grade that an office gave it, as typed.
  public let officialGrade: String?
  /// The date of the figures.
  public let asOf: PlanDate?
}

/// A way in which the state or another supporter helps.
public struct Mechanism: PlanRecord {
  /// How far it reaches (ระดับ).
  public enum Level: String, Sendable, CaseIterable {
    case village
    case tambon
    case amphoe
    case province
    case national
  }

  /// What it gives (รูปแบบสนับสนุน).
  public enum Support: String, Sendable, CaseIterable {
    case coFund = "co_fund"
    case activity
    case advice
    case staff
    case premises
  }

  /// What every row has.
  public let header: RecordHeader
  /// The agency as typed.
  public let agency: String?
  /// How far it reaches.
  public let level: Level?
  /// What it gives.
  public let supports: [Support]

  /// Whether plans that name it alike mean one and the same.
  public var isShared: Bool { level == .province || level == .national }
}

/// An issue that activities are about; it has no table of its own.
public struct Issue: PlanRecord {
  /// What every row has.
  public let header: RecordHeader
  /// What issues of the same meaning share: the vocabulary's key, else the folded name.
  public let key: String
}

/// A node of one of the plans that were read together.
public struct NodeReference: Sendable, Hashable {
  /// Eight bytes, as every tie holds two: the plan above the kind above the index.
  private let bits: UInt64

  /// The plan's index among those read.
  public var plan: Int { Int(bits >> 40) }
  /// The kind of node.
  public var kind: NodeKind { NodeKind(rawValue: UInt8(truncatingIfNeeded: bits >> 32)) }
  /// The index in the plan's array of that kind.
  public var index: Int { Int(bits & 0xFFFF_FFFF) }

  /// The node of a plan, kind and index; up to 16 million plans, and four thousand million indices.
  public init(plan: Int, kind: NodeKind, index: Int) {
    bits = UInt64(plan) << 40 | UInt64(kind.rawValue) << 32 | UInt64(UInt32(index))
  }
}

/// Something that somebody has or needs.
public struct Offer: Sendable {
  /// Which of the two.
  public enum Direction: String, Sendable, CaseIterable {
    case offer
    case need
  }

  /// The id within the plan.
  public let id: String
  /// Whose it is; nil where the cell refers to nothing.
  public let owner: NodeReference?
  /// Whether it is had or needed; nil where the cell has another word.
  public let direction: Direction?
  /// What it is.
  public let item: String
  /// The category as typed.
  public let category: String?
  /// How much.
  public let quantity: Double?
  /// Of what unit.
  public let unit: String?
  /// In which months, as typed.
  public let months: [String]
  /// Where; nil where unknown.
  public let place: NodeReference?
  /// The row that it was read from.
  public let source: Source
}

/// What a meeting said of a link.
public struct Decision: Sendable {
  /// What became of the proposal.
  public enum Status: String, Sendable, CaseIterable {
    case proposed
    /// A meeting had it before it and put it off.
    case postponed
    case accepted
    case inPlan = "in_plan"
    case funded
    case active
    case done
    case rejected
  }

  /// The approach that proposed it; nil where the cell has another word.
  public let approach: ApproachName?
  /// One end; nil where the cell refers to nothing.
  public let from: NodeReference?
  /// The other end; nil where the cell refers to nothing.
  public let to: NodeReference?
  /// What became of it; nil where the cell has another word.
  public let status: Status?
  /// Who sees to it, as typed.
  public let owner: String?
  /// By when.
  public let due: PlanDate?
  /// When it was decided.
  public let date: PlanDate?
  /// Why.
  public let reason: String?
  /// What spoke for it when it was put to the meeting, as the program wrote it; as typed.
  public let evidence: String?
  /// The row that it was read from.
  public let source: Source
}

extension Offer {
  /// The same where plans have other numbers.
  func movingPlans(by offset: Int) -> Offer {
    Offer(
      id: id, owner: owner?.movingPlan(by: offset), direction: direction, item: item,
      category: category, quantity: quantity, unit: unit, months: months,
      place: place?.movingPlan(by: offset), source: source)
  }
}

extension Decision {
  /// The same where plans have other numbers.
  func movingPlans(by offset: Int) -> Decision {
    Decision(
      approach: approach, from: from?.movingPlan(by: offset), to: to?.movingPlan(by: offset),
      status: status, owner: owner, due: due, date: date, reason: reason, evidence: evidence,
      source: source)
  }
}
