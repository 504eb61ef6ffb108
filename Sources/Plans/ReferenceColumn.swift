import Graphs

/// A column whose cells refer to rows, and the edge that each of them makes.
struct ReferenceColumn {
  let column: Column
  let relation: Relation
  let kind: NodeKind
  /// The kind once more, as what a word may refer to.
  let kinds: [NodeKind]
  /// Whether the edge leaves the row itself; else it leaves what the cell refers to.
  let leavesRow: Bool

  private init(column: Column, relation: Relation, kind: NodeKind, leavesRow: Bool) {
    self.column = column
    self.relation = relation
    self.kind = kind
    kinds = [kind]
    self.leavesRow = leavesRow
  }

  /// The columns of a table, in the order of FORMAT.
  static func of(_ table: Table) -> [ReferenceColumn] {
    switch table {
    case .activities: ofActivities
    case .leaders: ofLeaders
    case .organisations: ofOrganisations
    case .funds: ofFunds
    case .mechanisms: ofMechanisms
    case .plan, .places, .links, .offers, .decisions: []
    }
  }

  private static let ofActivities = columns(of: .activities)
  private static let ofLeaders = columns(of: .leaders)
  private static let ofOrganisations = columns(of: .organisations)
  private static let ofFunds = columns(of: .funds)
  private static let ofMechanisms = columns(of: .mechanisms)

  private static func columns(of table: Table) -> [ReferenceColumn] {
    switch table {
    case .activities:
      [
        .init(column: .issues, relation: .about, kind: .issue, leavesRow: true),
        .init(column: .places, relation: .locatedIn, kind: .place, leavesRow: true),
        .init(column: .organisations, relation: .runs, kind: .organisation, leavesRow: false),
        .init(column: .leaders, relation: .leads, kind: .leader, leavesRow: false),
        .init(column: .funds, relation: .finances, kind: .fund, leavesRow: false),
        .init(column: .mechanisms, relation: .supports, kind: .mechanism, leavesRow: false),
        .init(column: .adoptedBy, relation: .adopts, kind: .mechanism, leavesRow: false),
      ]
    case .leaders:
      [
        .init(column: .place, relation: .livesIn, kind: .place, leavesRow: true),
        .init(column: .issues, relation: .worksOn, kind: .issue, leavesRow: true),
        .init(column: .organisations, relation: .memberOf, kind: .organisation, leavesRow: true),
        .init(column: .funds, relation: .servesOn, kind: .fund, leavesRow: true),
      ]
    case .organisations:
      [
        .init(column: .places, relation: .locatedIn, kind: .place, leavesRow: true),
        .init(column: .issues, relation: .about, kind: .issue, leavesRow: true),
      ]
    case .funds:
      [
        .init(column: .places, relation: .locatedIn, kind: .place, leavesRow: true),
        .init(column: .organisations, relation: .belongsTo, kind: .organisation, leavesRow: true),
      ]
    case .mechanisms:
      [
        .init(column: .places, relation: .locatedIn, kind: .place, leavesRow: true),
        .init(column: .issues, relation: .covers, kind: .issue, leavesRow: true),
      ]
    case .plan, .places, .links, .offers, .decisions: []
    }
  }
}
