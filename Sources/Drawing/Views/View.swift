public import Graphs
public import Linkage
public import Plans
import Words

/// What can be drawn, each the answer to one question.
public enum View: String, Sendable, CaseIterable {
  case overview
  case savings
  case hub
  case adoption
  case expansion
  case leads
  case partners
  case leaders
  case team
  case strength
  case forum
  case exchange
  case exchangeRings = "exchange-rings"
  case coverage
  case ownCapital = "own-capital"
  case path
  case network

  /// Whether it can be drawn of one issue alone.
  public var takesIssue: Bool { self == .savings || self == .network }

  /// Whether it can be drawn around one node.
  public var takesFocus: Bool { takesIssue || self == .hub || self == .forum }

  /// The kind of node that it can be drawn around; nil for any.
  public var focusKind: NodeKind? { self == .hub || self == .forum ? .fund : nil }

  /// Whether it takes several plans; the others are of one.
  public var takesPlans: Bool { self == .expansion || self == .path }

  /// Whether all of it can be drawn on one sheet, however large that is.
  public var takesWhole: Bool { self == .network }

  /// How many nodes a column has, rows a chart or columns a path, where they are legible.
  var limit: Int {
    switch self {
    case .overview, .team: 14
    case .savings, .hub, .adoption, .leads, .partners, .forum: 10
    case .leaders: 8
    case .expansion, .ownCapital: 9
    case .exchange: 12
    case .exchangeRings: 6
    case .strength, .coverage: 15
    case .path: 5
    case .network: 24
    }
  }
}

/// One sheet of a view.
public enum Sheet: Sendable, Equatable {
  case diagram(Diagram)
  case chart(ChartSheet)
}

/// The sheets of a view that are numbered together.
public struct SheetSeries: Sendable {
  /// The view.
  public let view: View
  /// The limit to begin with; a smaller one gives more sheets, or fewer nodes on each.
  public var limit: Int { view.limit }
  private let make: @Sendable (Int) -> [Sheet]

  init(_ view: View, diagrams: @escaping @Sendable (Int) -> [Diagram]) {
    self.view = view
    make = { diagrams($0).map(Sheet.diagram) }
  }

  init(_ view: View, charts: @escaping @Sendable (Int) -> [ChartSheet], _ language: Language) {
    self.view = view
    make = { charts($0).numbered(language).map(Sheet.chart) }
  }

  /// The sheets at a limit: of nodes in a column, rows of a chart, columns of a path or nodes of a network.
  ///
  /// However large it is, no sheet has more than `Diagram.nodeLimit` nodes.
  public func sheets(limit: Int) -> [Sheet] { make(limit) }
}

/// Where views find what they draw; each is asked for only what it needs.
public struct ViewSources: Sendable {
  /// What an approach proposes.
  public struct Proposals: Sendable {
    /// Those of the meeting's table, by rank.
    public let table: [Opportunity]
    /// All, by rank; what is drawn around one node is of these.
    public let all: [Opportunity]
    /// Links that a meeting has agreed on and that are not there yet.
    public let agreed: [(from: NodeID, to: NodeID)]

    /// What an approach proposes.
    public init(
      table: [Opportunity], all: [Opportunity], agreed: [(from: NodeID, to: NodeID)]
    ) {
      self.table = table
      self.all = all
      self.agreed = agreed
    }
  }

  let proposals: @Sendable (ApproachName) -> Proposals
  let leaders: @Sendable () -> (ranking: LeaderRanking, team: Team)
  let exchange: @Sendable () -> Exchange
  let selfReliance: @Sendable () -> SelfRelianceSurvey

  /// Sources that are asked once a view.
  public init(
    proposals: @escaping @Sendable (ApproachName) -> Proposals,
    leaders: @escaping @Sendable () -> (ranking: LeaderRanking, team: Team),
    exchange: @escaping @Sendable () -> Exchange,
    selfReliance: @escaping @Sendable () -> SelfRelianceSurvey
  ) {
    self.proposals = proposals
    self.leaders = leaders
    self.exchange = exchange
    self.selfReliance = selfReliance
  }
}
