/// A node, numbered from 0 in the order in which the nodes were added.
public struct NodeID: Sendable, Hashable, Comparable, BitwiseCopyable {
  /// The number.
  public let rawValue: Int32

  /// The node of a number.
  @inlinable public init(_ number: Int) { rawValue = Int32(number) }

  /// The number as an index of arrays.
  @inlinable public var index: Int { Int(rawValue) }

  /// By number.
  @inlinable
  public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}

/// An edge, numbered from 0: by edge type, then by the node it leaves, then by the node it reaches.
public struct EdgeID: Sendable, Hashable, Comparable {
  /// The number.
  public let rawValue: Int32

  /// The edge of a number.
  public init(_ number: Int) { rawValue = Int32(number) }

  /// The number as an index of arrays.
  public var index: Int { Int(rawValue) }

  /// By number.
  public static func < (left: EdgeID, right: EdgeID) -> Bool { left.rawValue < right.rawValue }
}

/// What a node is; the graph's user gives the numbers their meaning.
public struct NodeKind: RawRepresentable, Sendable, Hashable, Comparable {
  /// The number.
  public let rawValue: UInt8
  /// The kind of a number.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// By number.
  public static func < (left: NodeKind, right: NodeKind) -> Bool { left.rawValue < right.rawValue }
}

/// What an edge says; the graph's user gives the numbers their meaning.
public struct EdgeKind: RawRepresentable, Sendable, Hashable, Comparable, BitwiseCopyable {
  /// The number.
  public let rawValue: UInt8
  /// The kind of a number.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// By number.
  public static func < (left: EdgeKind, right: EdgeKind) -> Bool { left.rawValue < right.rawValue }
}

/// A kind of edge between two kinds of nodes: the unit in which edges are stored and degrees counted.
public struct EdgeType: Sendable, Hashable, Comparable {
  /// What the edge says.
  public let kind: EdgeKind
  /// The kind of the node that it leaves.
  public let from: NodeKind
  /// The kind of the node that it reaches.
  public let to: NodeKind

  /// The type of edges of a kind between two kinds of nodes.
  public init(_ kind: EdgeKind, from: NodeKind, to: NodeKind) {
    self.kind = kind
    self.from = from
    self.to = to
  }

  /// By edge kind, then by the kinds of the two ends.
  public static func < (left: EdgeType, right: EdgeType) -> Bool {
    (left.kind, left.from, left.to) < (right.kind, right.from, right.to)
  }
}

/// Along an edge or against it.
public enum Direction: Sendable, Hashable {
  /// From the node that the edge leaves.
  case forward
  /// From the node that the edge reaches.
  case backward

  /// The other one.
  public var reversed: Direction { self == .forward ? .backward : .forward }
}
