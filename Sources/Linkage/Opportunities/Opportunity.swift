public import Graphs

/// One path that speaks for an opportunity.
public struct Evidence: Sendable, Equatable {
  /// The name of the metapath that it follows.
  public let metaPath: String
  /// The nodes in order, both ends included.
  public let nodes: [NodeID]
  /// Its share of the score; the shares of one opportunity add up to 1.
  public let share: Double
}

/// What a link would change.
public struct Effect: Sendable, Equatable {
  /// Whether the activity has no fund at all yet.
  public let isFirstFund: Bool
  /// The activity's places where no activity has a fund yet.
  public let newPlaces: [NodeID]
  /// Whether a meeting has been asked already and has not answered.
  public let isPending: Bool
}

/// A link that does not exist and could.
public struct Opportunity: Sendable, Equatable {
  /// The place in the list, from 1.
  public let rank: Int
  /// The name of the approach.
  public let approach: String
  /// The node that the link would leave.
  public let from: NodeID
  /// The node that it would reach.
  public let to: NodeID
  /// The weighted sum of the degree-weighted path counts; comparable within an approach and plan.
  public let score: Double
  /// How many paths there are, by metapath; those without any are left out.
  public let counts: [String: Int]
  /// What it would change.
  public let effect: Effect
}
