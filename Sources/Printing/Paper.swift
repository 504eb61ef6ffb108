import Drawing

/// The sizes of paper that are printed on (ISO 216).
public enum Paper: String, Sendable, CaseIterable {
  case a4
  case a3
  case a2
  case a1
  case a0

  /// The shorter and the longer side, points.
  var sides: (short: Double, long: Double) {
    switch self {
    case .a4: (595.28, 841.89)
    case .a3: (841.89, 1_190.55)
    case .a2: (1_190.55, 1_683.78)
    case .a1: (1_683.78, 2_383.94)
    case .a0: (2_383.94, 3_370.39)
    }
  }

  /// Whether it is held in the hand or laid on a table, and filed.
  var isFiled: Bool { self == .a4 || self == .a3 }

  /// The smallest letters on it, points: held in the hand, laid on a table, hung on a wall.
  public var smallestText: Double {
    switch self {
    case .a4: LegibilityLaw.smallestInHand
    case .a3: 14
    case .a2: 18
    case .a1, .a0: 24
    }
  }
}
