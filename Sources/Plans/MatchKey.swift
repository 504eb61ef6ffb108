/// What two spellings share that are the same to a reader.
///
/// White space is folded, characters without width are dropped, all dashes are one, capitals count
/// as small letters; ํ + า is ำ and เเ is แ. Swift compares text by canonical equivalence (Unicode
/// TR15), so the order of combining marks needs no care of its own.
public enum MatchKey {
  /// The key of a name or id.
  ///
  /// - Complexity: O(characters); text that is its own key is returned as it is.
  public static func name(_ text: String) -> String {
    if isKey(text) { return text }
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
    var hasDash = false
    for scalar in text.unicodeScalars {
      if scalar.value > 0x20, scalar.value < 0x7F, scalar != "-" { return false }
      if isThai(scalar) { return false }
      if isWidthless(scalar) || scalar.properties.isWhitespace { continue }
      guard dashes.contains(scalar), !hasDash else { return false }
      hasDash = true
    }
    return true
  }

  /// Whether a text is plainly its own key: Thai, small letters, digits and single blanks.
  private static func isKey(_ text: String) -> Bool {
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20 where last == " ": return false
      case 0x41...0x5A: return false
      case 0x20...0x7E: break
      case 0x0E32 where last.value == 0x0E4D: return false
      case 0x0E40 where last.value == 0x0E40: return false
      case 0x0E01...0x0E5B: break
      default: return false
      }
      last = scalar
    }
    return last != " " || text.isEmpty
  }

  private static func isThai(_ scalar: Unicode.Scalar) -> Bool {
    (0x0E01...0x0E5B).contains(scalar.value)
  }

  private static let dashes: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}",
    "\u{FE58}", "\u{FE63}", "\u{FF0D}",
  ]

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
