/// What two spellings share that are the same to a reader.
///
/// White space is folded, characters without width are dropped, all dashes are one, capitals count
/// as small letters; ํ + า is ำ and เเ is แ. Marks above and below a Thai consonant stand in one order,
/// each once, however they were typed: Unicode leaves most of them where they are (their combining
/// class is 0). The rest is Swift's comparison of text by canonical equivalence (Unicode TR15).
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

  /// Whether a cell says in words that nothing is known: ไม่ทราบ, n/a.
  static func saysUnknown(_ text: String) -> Bool {
    // Most cells are told by their first letter; names and amounts never begin with these words.
    guard let first = text.unicodeScalars.first,
      first == "ไ" || first == "n" || first == "N" || first == "u"
        || first == "U" || first.properties.isWhitespace, text.utf8.count <= 80
    else { return false }
    return unknownWords.contains(name(text))
  }

  private static let unknownWords: Set<String> = [
    "ไม่ทราบ", "ไม่มี", "ไม่ระบุ", "ไม่รู้", "ไม่มีข้อมูล", "ไม่ทราบข้อมูล", "n/a", "na", "n.a.", "unknown",
    "none",
  ]

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
      case 0x0E31, 0x0E33...0x0E3A, 0x0E47...0x0E4E:
        if let before = markRank(last), let own = markRank(scalar), before >= own { return false }
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
    if scalar == "\u{0E32}", scalars.last == "\u{0E4D}" {
      scalars.removeLast()
      append("\u{0E33}", to: &scalars)
    } else if scalar == "\u{0E40}", scalars.last == "\u{0E40}" {
      scalars.removeLast()
      scalars.append("\u{0E41}")
    } else if let rank = markRank(scalar) {
      insert(scalar, rank, to: &scalars)
    } else {
      scalars.append(scalar)
    }
  }

  /// Puts a mark behind those that stand nearer to the consonant; one that is there stays alone.
  private static func insert(
    _ mark: Unicode.Scalar, _ rank: Int, to scalars: inout String.UnicodeScalarView
  ) {
    // ำ has its own circle: one typed before it says the same twice.
    if mark == "\u{0E33}", scalars.last == "\u{0E4D}" { scalars.removeLast() }
    var index = scalars.endIndex
    while index > scalars.startIndex {
      let before = scalars[scalars.index(before: index)]
      if before == mark { return }
      guard let other = markRank(before), other > rank else { break }
      index = scalars.index(before: index)
    }
    scalars.insert(mark, at: index)
  }

  /// How near to its consonant a Thai mark stands; nil for what is none. ำ ends the cluster.
  static func markRank(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x0E31, 0x0E34...0x0E3A: 1
    case 0x0E47: 2
    case 0x0E48...0x0E4B: 3
    case 0x0E4C, 0x0E4E: 4
    case 0x0E4D, 0x0E33: 5
    default: nil
    }
  }
}
