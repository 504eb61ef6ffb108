public import Graphs
public import Plans

/// A way of finding links: which kinds it ties, by what edge, and what speaks for a tie.
public struct Approach: Sendable {
  /// A metapath and what one unit of its count is worth.
  public struct WeightedMetaPath: Sendable {
    /// The typed walk from one end to the other.
    public let metaPath: MetaPath
    /// The factor of its degree-weighted path count in the score.
    public let weight: Double

    /// A metapath of a weight.
    public init(_ metaPath: MetaPath, weight: Double) {
      self.metaPath = metaPath
      self.weight = weight
    }
  }

  /// The name, as in commands and `decisions`.
  public let name: String
  /// The kind of node that the link leaves.
  public let from: NodeKind
  /// The kind of node that the link reaches.
  public let to: NodeKind
  /// The tie that is proposed; pairs that have it are not.
  public let proposes: Relation
  /// What speaks for a pair.
  public let metaPaths: [WeightedMetaPath]

  /// An approach of its parts.
  public init(
    name: String, from: NodeKind, to: NodeKind, proposes: Relation,
    metaPaths: [WeightedMetaPath]
  ) {
    self.name = name
    self.from = from
    self.to = to
    self.proposes = proposes
    self.metaPaths = metaPaths
  }

  /// Savings in the work of other issues: which fund could stand beside which activity.
  ///
  /// The weights rank by how near the reason is to people who would carry the link: a person or an
  /// organisation on both sides counts most; one step further, or having done the like before, half
  /// of that; living in the same village, and being helped by the same office, least, since in a
  /// small tambon much of it is so anyway. They are a reasoned start, not learned from data.
  public static let savings = Approach(
    name: "savings", from: .fund, to: .activity, proposes: .finances,
    metaPaths: [
      walk("leader", 1, (.servesOn, .backward, .leader), (.leads, .forward, .activity)),
      walk(
        "organisation", 1, (.belongsTo, .forward, .organisation), (.runs, .forward, .activity)),
      walk(
        "leader-organisation", 0.5, (.servesOn, .backward, .leader),
        (.memberOf, .forward, .organisation), (.runs, .forward, .activity)),
      walk(
        "issue", 0.5, (.finances, .forward, .activity), (.about, .forward, .issue),
        (.about, .backward, .activity)),
      walk("place", 0.25, (.locatedIn, .forward, .place), (.locatedIn, .backward, .activity)),
      walk(
        "leader-place", 0.25, (.locatedIn, .forward, .place), (.livesIn, .backward, .leader),
        (.leads, .forward, .activity)),
      walk(
        "mechanism", 0.25, (.finances, .forward, .activity), (.supports, .backward, .mechanism),
        (.supports, .forward, .activity)),
    ])

  /// The approaches that work so far.
  public static let all = [savings]

  private static func walk(
    _ name: String, _ weight: Double, _ steps: (Relation, Direction, NodeKind)...
  ) -> WeightedMetaPath {
    let steps = steps.compactMap { relation, direction, kind in
      relation.edgeKind.map { MetaPath.Step($0, direction, to: kind) }
    }
    return WeightedMetaPath(MetaPath(name, from: .fund, steps), weight: weight)
  }
}
