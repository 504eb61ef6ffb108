/// The match key of a name or id, to be looked up quickly.
///
/// Equal keys of ASCII and Thai are equal in their bytes, so these are all that is hashed and compared;
/// other texts are compared by canonical equivalence, as Swift does.
public struct NameKey: Hashable, Sendable {
  /// The key's letters.
  public let text: String
  private let isPlain: Bool

  /// The key of a name as typed.
  public init(_ name: String) {
    text = MatchKey.name(name)
    isPlain = text.utf8.withContiguousStorageIfAvailable(Self.isPlain) ?? false
  }

  /// Whether UTF-8 is ASCII and Thai, but for ฺ, which stands in no one order beside other marks.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = 0
    while next < bytes.count {
      if bytes[next] < 0x80 {
        next += 1
        continue
      }
      guard bytes[next] == 0xE0, next + 2 < bytes.count, bytes[next + 1] & 0xFE == 0xB8,
        bytes[next + 1] != 0xB8 || bytes[next + 2] != 0xBA
      else { return false }
      next += 3
    }
    return true
  }

  /// Whether two names mean the same to a reader.
  public static func == (left: NameKey, right: NameKey) -> Bool {
    guard left.isPlain, right.isPlain else { return left.text == right.text }
    return left.text.utf8.count == right.text.utf8.count
      && left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Feeds what equal keys share.
  public func hash(into hasher: inout Hasher) {
    guard isPlain else {
      hasher.combine(text)
      return
    }
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { hasher.combine(text) }
  }
}

/// Texts of a cell that were met, by their match keys; most cells hold few.
struct SeenKeys {
  private var few: [NameKey] = []
  private var many: Set<NameKey> = []

  /// Adds a key; false where it was met.
  mutating func insert(_ key: NameKey) -> Bool {
    if !many.isEmpty { return many.insert(key).inserted }
    if few.contains(key) { return false }
    few.append(key)
    if few.count > 8 { many = Set(few) }
    return true
  }
}
