/// A typed walk: a kind of node, then edges and the kinds of node that they lead to.
///
/// Written out: `fund <serves_on- leader -leads> activity`.
public struct MetaPath: Sendable, Hashable {
  /// One edge of the walk.
  public struct Step: Sendable, Hashable {
    /// What the edge says.
    public let edge: EdgeKind
    /// Whether the walk goes along the edge or against it.
    public let direction: Direction
    /// The kind of node that the step leads to.
    public let to: NodeKind

    /// A step along or against an edge to a kind of node.
    public init(_ edge: EdgeKind, _ direction: Direction, to: NodeKind) {
      self.edge = edge
      self.direction = direction
      self.to = to
    }
  }

  /// A short name, unique within its approach.
  public let name: String
  /// The kind of node that the walk begins at.
  public let start: NodeKind
  /// The edges in order.
  public let steps: [Step]

  /// A walk from a kind of node along steps.
  public init(_ name: String, from start: NodeKind, _ steps: [Step]) {
    self.name = name
    self.start = start
    self.steps = steps
  }

  /// The kind of node that the walk ends at.
  public var end: NodeKind { steps.last?.to ?? start }

  /// The same walk from its end to its start.
  public var reversed: MetaPath {
    let kinds = [start] + steps.map(\.to)
    let back = steps.indices.reversed().map { index in
      Step(steps[index].edge, steps[index].direction.reversed, to: kinds[index])
    }
    return MetaPath(name, from: end, back)
  }

  /// The type of the edges that a step goes through.
  public func edgeType(ofStep index: Int) -> EdgeType {
    let before = index == 0 ? start : steps[index - 1].to
    let step = steps[index]
    return step.direction == .forward
      ? EdgeType(step.edge, from: before, to: step.to)
      : EdgeType(step.edge, from: step.to, to: before)
  }
}
