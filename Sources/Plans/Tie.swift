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
/// Most ties hold neither a day nor a note, and say few relations in few sheets: of these, a number
/// for the relation and one for the sheet are kept. All others are kept whole.
public struct TieList: RandomAccessCollection, Sendable {
  private struct Packed {
    let from: NodeReference
    let to: NodeReference
    let row: Int32
    let column: Int16
    let sheet: UInt8
    let relation: UInt8

    func movingPlans(by offset: Int) -> Packed {
      Packed(
        from: from.movingPlan(by: offset), to: to.movingPlan(by: offset), row: row, column: column,
        sheet: sheet, relation: relation)
    }
  }

  /// The number of no sheet: the tie is kept whole.
  private static let whole = UInt8.max

  private var packed: [Packed] = []
  private var relations: [Relation] = []
  private var sheets: [Source] = []
  private var wholes: [Int: Tie] = [:]

  init() {}

  /// The first tie, 0.
  public var startIndex: Int { 0 }
  /// The number of ties.
  public var endIndex: Int { packed.count }

  /// The tie at a place.
  public subscript(place: Int) -> Tie {
    let tie = packed[place]
    if tie.sheet == Self.whole, let whole = wholes[place] { return whole }
    let column = tie.column < 0 ? nil : Int(tie.column)
    return Tie(
      relation: relations[Int(tie.relation)], from: tie.from, to: tie.to,
      source: sheets[Int(tie.sheet)].at(
        tie.row < 0 ? nil : CellAddress(row: Int(tie.row), column: column)),
      since: nil, note: nil)
  }

  /// The two ends of a tie.
  func nodes(_ place: Int) -> (from: NodeReference, to: NodeReference) {
    (packed[place].from, packed[place].to)
  }

  /// The relations that have numbers, by these.
  var numberedRelations: [Relation] { relations }

  /// How many relations have numbers.
  var relationCount: Int { relations.count }

  /// The number of a tie's relation; nil where the tie is kept whole.
  func relationNumber(_ place: Int) -> Int? {
    packed[place].sheet == Self.whole ? nil : Int(packed[place].relation)
  }

  mutating func append(_ tie: Tie) {
    guard tie.since == nil, tie.note == nil, let sheet = number(of: tie.source),
      let relation = number(of: tie.relation)
    else {
      wholes[packed.count] = tie
      packed.append(
        Packed(from: tie.from, to: tie.to, row: -1, column: -1, sheet: Self.whole, relation: 0))
      return
    }
    let cell = tie.source.cell
    packed.append(
      Packed(
        from: tie.from, to: tie.to, row: cell.map { Int32(clamping: $0.row) } ?? -1,
        column: cell?.column.map { Int16(clamping: $0) } ?? -1, sheet: sheet, relation: relation))
  }

  /// Adds a tie that holds neither a day nor a note.
  mutating func append(
    _ relation: Relation, from: NodeReference, to: NodeReference, at cell: CellAddress,
    in source: Source
  ) {
    guard let sheet = number(of: source), let relation = number(of: relation) else {
      append(
        Tie(
          relation: relation, from: from, to: to, source: source.at(cell), since: nil, note: nil))
      return
    }
    packed.append(
      Packed(
        from: from, to: to, row: Int32(clamping: cell.row),
        column: cell.column.map { Int16(clamping: $0) } ?? -1, sheet: sheet, relation: relation))
  }

  /// The number of a source's sheet; nil where there are too many.
  private mutating func number(of source: Source) -> UInt8? {
    if let known = sheets.lastIndex(where: { $0.sharesSheet(with: source) }) {
      return UInt8(known)
    }
    guard sheets.count < Int(Self.whole) else { return nil }
    sheets.append(source.at(nil))
    return UInt8(sheets.count - 1)
  }

  private mutating func number(of relation: Relation) -> UInt8? {
    if let known = relations.lastIndex(of: relation) { return UInt8(known) }
    guard relations.count < Int(UInt8.max) else { return nil }
    relations.append(relation)
    return UInt8(relations.count - 1)
  }

  /// Gives the plans other numbers, higher or lower by so many.
  mutating func movePlans(by offset: Int) {
    // Made anew, without room for more.
    packed = packed.map { $0.movingPlans(by: offset) }
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
