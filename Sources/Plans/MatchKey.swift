import Sheets

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
    switch text.utf8.withContiguousStorageIfAvailable({ nearness($0) { _ in } }) ?? .other {
    case .key: return text
    case .capitals: return withSmallLetters(text)
    case .other: break
    }
    var scalars = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in text.lowercased().unicodeScalars {
      if BlankText.isWidthless(scalar) { continue }
      if scalar.properties.isWhitespace {
        needsSpace = !scalars.isEmpty
        continue
      }
      if needsSpace {
        scalars.append(" ")
        needsSpace = false
      }
      append(BlankText.isDash(scalar) ? "-" : scalar, to: &scalars)
    }
    return String(scalars)
  }

  /// The key of a heading or a sheet's name, where spaces, `_` and `-` do not matter either.
  public static func heading(_ text: String) -> String {
    let key = name(text)
    guard key.utf8.contains(where: { $0 == 0x20 || $0 == 0x5F || $0 == 0x2D }) else { return key }
    return String(key.filter { !" _-".contains($0) })
  }

  /// Whether a cell says that nothing is known: nothing but white space, or a single dash.
  public static func isUnknown(_ text: String) -> Bool { BlankText.isBlank(text) }

  /// Whether a cell says in words that nothing is known: ไม่ทราบ, n/a.
  static func saysUnknown(_ text: String) -> Bool {
    // Most cells are told by their first letter; names and amounts never begin with these words.
    guard let first = text.unicodeScalars.first,
      first == "ไ" || first == "n" || first == "N" || first == "u"
        || first == "U" || mayBeWhite(first), text.utf8.count <= 80
    else { return false }
    return unknownWords.contains(name(text))
  }

  private static let unknownWords: Set<String> = [
    "ไม่ทราบ", "ไม่มี", "ไม่ระบุ", "ไม่รู้", "ไม่มีข้อมูล", "ไม่ทราบข้อมูล", "n/a", "na", "n.a.", "unknown",
    "none",
  ]

  /// Whether a text of these first bytes, the first of them lowest, may say in words that nothing is known.
  static func maySayUnknown(_ leading: UInt32) -> Bool {
    switch UInt8(truncatingIfNeeded: leading) {
    case 0xE0: leading & 0xFF_FFFF == 0x84_B9E0 || leading & 0xFE00 != 0xB800
    // N and U, small or not.
    case 0x6E, 0x4E, 0x75, 0x55: true
    case 0x21...0x7E: false
    default: leading != 0
    }
  }

  private static func mayBeWhite(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value >= 0x80 && !isThai(scalar)
  }

  private static func isThai(_ scalar: Unicode.Scalar) -> Bool {
    (0x0E01...0x0E5B).contains(scalar.value)
  }

  /// How near a text is to its key.
  private enum Nearness {
    /// It is its own key: Thai, small letters, digits and single blanks.
    case key
    /// It is but for capitals A to Z.
    case capitals
    case other
  }

  /// Calls with the scalars of the key of a text where that is near enough.
  ///
  /// - Returns: Whether it is; else the calls are of no use.
  @inline(__always)
  static func forEachScalar(of text: String, _ body: (UInt32) -> Void) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { nearness($0, body) != .other } ?? false
  }

  private static func withSmallLetters(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { small in
        for (place, byte) in bytes.enumerated() {
          small[place] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        }
        return bytes.count
      }
    }
  }

  /// Calls with the scalars of the key as long as the text is near to it.
  @inline(__always)
  private static func nearness(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void
  ) -> Nearness {
    var hasCapitals = false
    var last: UInt32 = 0x20
    var isLastPlain = true
    var next = 0
    while next < bytes.count {
      let byte = bytes[next]
      if byte < 0x80 {
        guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return .other }
        let isCapital = byte >= 0x41 && byte <= 0x5A
        if isCapital { hasCapitals = true }
        last = UInt32(byte)
        isLastPlain = true
        body(isCapital ? last | 0x20 : last)
        next &+= 1
      } else {
        // U+0E00 to U+0E7F is E0 B8 or E0 B9 and one byte that continues.
        guard byte == 0xE0, next &+ 2 < bytes.count else { return .other }
        let (half, place) = (bytes[next &+ 1], UInt32(bytes[next &+ 2] & 0x3F))
        guard half & 0xFE == 0xB8 else { return .other }
        let thai = 0x0E00 | UInt32(half & 1) << 6 | place
        let isPlain = (half == 0xB8 ? plainLow : plainHigh) &>> UInt64(place) & 1 == 1
        // Behind a plain one all that there are may stand.
        guard isPlain || isLastPlain && thai &- 0x0E01 <= 0x5A || isKey(thai, after: last) else {
          return .other
        }
        last = thai
        isLastPlain = isPlain
        body(thai)
        next &+= 3
      }
    }
    if last == 0x20, !bytes.isEmpty { return .other }
    return hasCapitals ? .capitals : .key
  }

  /// The letters that may stand anywhere in a key, a bit for each from U+0E00 on, and from U+0E40 on:
  /// all but า, เ and the marks.
  private static let plainLow: UInt64 = 0xF801_FFFF_FFFF_FFFE
  private static let plainHigh: UInt64 = 0x0FFF_807E

  /// Whether a Thai letter or mark may stand behind another character in a key.
  private static func isKey(_ thai: UInt32, after last: UInt32) -> Bool {
    switch thai {
    case 0x0E32: return last != 0x0E4D
    case 0x0E40: return last != 0x0E40
    case 0x0E31, 0x0E33...0x0E3A, 0x0E47...0x0E4E:
      guard let before = markRank(last), let own = markRank(thai) else { return true }
      return before < own
    default: return (0x0E01...0x0E5B).contains(thai)
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
  static func markRank(_ scalar: Unicode.Scalar) -> Int? { markRank(scalar.value) }

  private static func markRank(_ value: UInt32) -> Int? {
    switch value {
    case 0x0E31, 0x0E34...0x0E3A: 1
    case 0x0E47: 2
    case 0x0E48...0x0E4B: 3
    case 0x0E4C, 0x0E4E: 4
    case 0x0E4D, 0x0E33: 5
    default: nil
    }
  }
}
