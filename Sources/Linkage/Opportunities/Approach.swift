public import Graphs
public import Plans

/// A way of finding links: which kinds it ties, by what edge, and what speaks for a tie.
public struct Approach: Sendable, Equatable {
  /// How pairs are measured.
  public enum Measure: String, Sendable, CaseIterable {
    /// By the paths between the two, along the approach's metapaths.
    case paths
    /// By the neighbours that the two share, and by paths of three ties.
    case neighbours
    /// By work that stands elsewhere, and whose parts are all here.
    case patterns
    /// By what the one has and the other needs; the two may be of any kind.
    case offers
    /// By what the one passes and the other fails of the same rules of strength.
    case lessons
  }

  /// A metapath and what its paths are worth.
  public struct WeightedMetaPath: Sendable, Equatable {
    /// The typed walk: from one end to the other, or, where there is a likeness, to an activity that is
    /// like the other end.
    public let metaPath: MetaPath
    /// In what the last activity of the walk is like the reached one, all of it together; empty where
    /// the walk leads there itself.
    public let likeness: [Likeness]
    /// The factor in the score.
    public let weight: Double
    /// Whether it is reason enough where no other path speaks: living in one village is not.
    public let standsAlone: Bool

    /// The short name, unique within the approach.
    public var name: String { metaPath.name }

    /// A metapath of a weight.
    public init(
      _ metaPath: MetaPath, likeness: [Likeness] = [], weight: Double, standsAlone: Bool = true
    ) {
      self.metaPath = metaPath
      self.likeness = likeness
      self.weight = weight
      self.standsAlone = standsAlone
    }
  }

  /// The name, as in commands and `decisions`.
  public let name: String
  /// The kind of node that the link leaves.
  public let from: NodeKind
  /// The kind of node that the link reaches.
  public let to: NodeKind
  /// The tie that is proposed; pairs that have it, either way round, are not.
  public let proposes: Relation
  /// How pairs are measured.
  public let measure: Measure
  /// The exponent that dampens the degrees on a path, 0 to 1.
  public let damping: Double
  /// What the paths that stand alone add to the score at least: below it a reason is too thin to be put
  /// before people.
  public let least: Double
  /// What speaks for a pair, where it is measured by paths.
  public let metaPaths: [WeightedMetaPath]

  /// An approach of its parts.
  public init(
    name: String, from: NodeKind, to: NodeKind, proposes: Relation, measure: Measure = .paths,
    damping: Double = 0.4, least: Double = 0, metaPaths: [WeightedMetaPath] = []
  ) {
    self.name = name
    self.from = from
    self.to = to
    self.proposes = proposes
    self.measure = measure
    self.damping = damping
    self.least = least
    self.metaPaths = metaPaths
  }

  /// The names of the metapaths that are no reason where nothing else speaks.
  public var weak: Set<String> { Set(metaPaths.filter { !$0.standsAlone }.map(\.name)) }

  /// The approaches that come with the program.
  public static let standard: [Approach] =
    (try? ApproachFile.approaches(
      in: PackageResources.approaches_yaml, file: "approaches.yaml")) ?? []

  /// An approach that comes with the program, by its name.
  public static func standard(_ name: ApproachName) -> Approach {
    guard let found = standard.first(where: { $0.name == name.rawValue }) else {
      preconditionFailure("the program comes with no approach \(name.rawValue)")
    }
    return found
  }
}
