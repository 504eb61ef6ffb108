/// The sizes of paper that a booklet is printed on, laid across.
public enum Paper: String, Sendable, CaseIterable {
  case a4
  case a3

  /// The width, points (ISO 216).
  var width: Double { self == .a4 ? 841.89 : 1_190.55 }
  /// The height, points.
  var height: Double { self == .a4 ? 595.28 : 841.89 }
  /// How much larger everything is than on A4.
  var scale: Double { width / Paper.a4.width }
}
