/// What two spellings share that are the same to a reader.
///
/// White space is folded, characters without width are dropped, all dashes are one, capitals count
/// as small letters; ํ + า is ำ and เเ is แ. Swift compares text by canonical equivalence (Unicode
/// TR15), so the order of combining marks needs no care of its own.
public enum MatchKey {
  /// The key of a name or id.
  public static func name(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var scalars = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in text.lowercased().unicodeScalars {
      if isWidthless(scalar) { continue }
      if scalar.properties.isWhitespace {
        needsSpace = !scalars.isEmpty
        continue
      }
      if needsSpace {
        scalars.append(" ")
        needsSpace = false
      }
      append(dashes.contains(scalar) ? "-" : scalar, to: &scalars)
    }
    return String(scalars)
  }

  /// The key of a heading or a sheet's name, where spaces, `_` and `-` do not matter either.
  public static func heading(_ text: String) -> String {
    String(name(text).filter { !" _-".contains($0) })
  }

  /// Whether a cell says that nothing is known: nothing but white space, or a single dash.
  public static func isUnknown(_ text: String) -> Bool {
    let key = name(text)
    return key.isEmpty || key == "-"
  }

  private static let dashes: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}",
    "\u{FE58}", "\u{FE63}", "\u{FF0D}",
  ]

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isWidthless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
    default: false
    }
  }

  private static func append(
    _ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView
  ) {
    let (nikhahit, saraAa, saraAm): (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) =
      ("\u{0E4D}", "\u{0E32}", "\u{0E33}")
    let (saraE, saraAe): (Unicode.Scalar, Unicode.Scalar) = ("\u{0E40}", "\u{0E41}")
    if scalar == saraAa, scalars.last == nikhahit {
      scalars.removeLast()
      scalars.append(saraAm)
    } else if scalar == saraE, scalars.last == saraE {
      scalars.removeLast()
      scalars.append(saraAe)
    } else {
      scalars.append(scalar)
    }
  }
}
