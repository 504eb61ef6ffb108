import Graphs
import Sheets

/// A tie between two nodes, and the cell that says it.
public struct Tie: Sendable, Equatable {
  /// What the tie says.
  public let relation: Relation
  /// Where it leaves.
  public let from: NodeReference
  /// What it reaches.
  public let to: NodeReference
  /// The cell.
  public let source: Source
  /// Since when, where a `links` row says so.
  public let since: PlanDate?
  /// The note of a `links` row.
  public let note: String?
}

/// Ties in the order in which they were read, kept small: a country has millions of them.
///
/// Most ties are between rows of one plan, hold neither a day nor a note, and stand in few columns: of
/// these twelve bytes are kept. All others are kept whole.
public struct TieList: RandomAccessCollection, Sendable {
  /// A row of the plan: its kind above its index.
  private struct End {
    private let bits: UInt32

    init?(_ node: NodeReference, plan: Int) {
      guard node.plan == plan, node.index < 1 << 29, node.kind.rawValue < 8 else { return nil }
      bits = UInt32(node.kind.rawValue) << 29 | UInt32(node.index)
    }

    init() { bits = 0 }

    func node(plan: Int) -> NodeReference {
      NodeReference(
        plan: plan, kind: NodeKind(rawValue: UInt8(bits >> 29)), index: Int(bits & 0x1FFF_FFFF))
    }
  }

  private struct Packed {
    let from: End
    let to: End
    /// The row above the number of the group.
    private let place: UInt32

    init(from: End, to: End, row: Int, group: UInt8) {
      self.from = from
      self.to = to
      place = UInt32(row) << 8 | UInt32(group)
    }

    var row: Int { Int(place >> 8) }
    var group: UInt8 { UInt8(truncatingIfNeeded: place) }
  }

  /// What ties of one relation that stand in one column share.
  struct Group {
    /// The number of the relation, and that of the sheet.
    fileprivate let relation: Int
    fileprivate let sheet: Int
    /// Below zero for the whole row.
    fileprivate let column: Int
    fileprivate let number: UInt8
  }

  /// The number of no group: the tie is kept whole.
  private static let whole = UInt8.max
  /// The row of a tie that stands in no row.
  private static let noRow = 0xFF_FFFF

  private var packed: [Packed] = []
  /// The plan of all rows that packed ties tie.
  private var plan: Int?
  private var relations: [Relation] = []
  private var sheets: [Source] = []
  private var groups: [Group] = []
  private var wholes: [Int: Tie] = [:]

  init() {}

  /// The first tie, 0.
  public var startIndex: Int { 0 }
  /// The number of ties.
  public var endIndex: Int { packed.count }

  /// The tie at a place.
  public subscript(place: Int) -> Tie {
    let tie = packed[place]
    if tie.group == Self.whole, let whole = wholes[place] { return whole }
    let group = groups[Int(tie.group)]
    let (from, to) = nodes(place)
    let cell =
      tie.row == Self.noRow
      ? nil : CellAddress(row: tie.row, column: group.column < 0 ? nil : group.column)
    return Tie(
      relation: relations[group.relation], from: from, to: to,
      source: sheets[group.sheet].at(cell), since: nil, note: nil)
  }

  /// The two ends of a tie.
  func nodes(_ place: Int) -> (from: NodeReference, to: NodeReference) {
    let tie = packed[place]
    if tie.group == Self.whole, let whole = wholes[place] { return (whole.from, whole.to) }
    return (tie.from.node(plan: plan ?? 0), tie.to.node(plan: plan ?? 0))
  }

  /// The relations that have numbers, by these.
  var numberedRelations: [Relation] { relations }

  /// How many relations have numbers.
  var relationCount: Int { relations.count }

  /// The number of a tie's relation; nil where the tie is kept whole.
  func relationNumber(_ place: Int) -> Int? {
    let group = packed[place].group
    return group == Self.whole ? nil : groups[Int(group)].relation
  }

  mutating func append(_ tie: Tie) {
    if tie.since == nil, tie.note == nil,
      let group = group(tie.relation, in: tie.source, column: tie.source.cell?.column ?? -1),
      append(group, from: tie.from, to: tie.to, row: tie.source.cell?.row)
    {
      return
    }
    wholes[packed.count] = tie
    packed.append(Packed(from: End(), to: End(), row: Self.noRow, group: Self.whole))
  }

  /// Adds a tie that holds neither a day nor a note.
  mutating func append(
    _ relation: Relation, from: NodeReference, to: NodeReference, at cell: CellAddress,
    in source: Source
  ) {
    if let group = group(relation, in: source, column: cell.column ?? -1),
      append(group, from: from, to: to, row: cell.row)
    {
      return
    }
    append(
      Tie(relation: relation, from: from, to: to, source: source.at(cell), since: nil, note: nil))
  }

  /// Adds a tie of a group; false where it is to be kept whole.
  ///
  /// - Parameter row: Nil where the whole sheet is meant.
  mutating func append(
    _ group: Group, from: NodeReference, to: NodeReference, row: Int?
  ) -> Bool {
    let plan = plan ?? from.plan
    guard let from = End(from, plan: plan), let to = End(to, plan: plan),
      (0..<Self.noRow).contains(row ?? 0)
    else { return false }
    self.plan = plan
    packed.append(Packed(from: from, to: to, row: row ?? Self.noRow, group: group.number))
    return true
  }

  /// The group of a relation and a column of a sheet; nil where there are too many.
  ///
  /// - Parameter column: Below zero for whole rows.
  mutating func group(_ relation: Relation, in source: Source, column: Int) -> Group? {
    let known = groups.last {
      $0.column == column && sheets[$0.sheet].sharesSheet(with: source)
        && relations[$0.relation] == relation
    }
    if let known { return known }
    guard groups.count < Int(Self.whole) else { return nil }
    let sheet = sheets.firstIndex { $0.sharesSheet(with: source) } ?? sheets.count
    if sheet == sheets.count { sheets.append(source.at(nil)) }
    let number = relations.firstIndex(of: relation) ?? relations.count
    if number == relations.count { relations.append(relation) }
    groups.append(
      Group(relation: number, sheet: sheet, column: column, number: UInt8(groups.count)))
    return groups.last
  }

  /// Gives back the room beyond its ties.
  mutating func trim() { packed = packed.map(\.self) }

  /// Gives the plans other numbers, higher or lower by so many.
  mutating func movePlans(by offset: Int) {
    plan = plan.map { $0 + offset }
    wholes = wholes.mapValues { $0.movingPlans(by: offset) }
  }
}

extension NodeReference {
  /// The same row where its plan has another number.
  func movingPlan(by offset: Int) -> NodeReference {
    NodeReference(plan: plan + offset, kind: kind, index: index)
  }
}

extension Tie {
  fileprivate func movingPlans(by offset: Int) -> Tie {
    Tie(
      relation: relation, from: from.movingPlan(by: offset), to: to.movingPlan(by: offset),
      source: source, since: since, note: note)
  }
}
