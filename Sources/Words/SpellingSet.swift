/// Texts by their very bytes, each once: two spellings that mean the same to a reader are two.
///
/// Of names most are met many times; a set of strings would compare them letter by letter.
struct SpellingSet {
  /// The texts, in the order in which they were first met.
  private(set) var texts: [String] = []
  private var hashes: [UInt64] = []
  /// By the lower bits of its hash the number of a text, from 1 on; the next free place if one is taken.
  ///
  /// A power of two of them, no more than half taken.
  private var places = [Int32](repeating: 0, count: 1 << 8)

  /// Adds a text.
  ///
  /// - Returns: Whether it was not there yet.
  @discardableResult
  mutating func insert(_ text: String) -> Bool {
    let hash = Self.hash(text)
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if hashes[number] == hash, Self.areEqual(texts[number], text) { return false }
      place = (place + 1) & (places.count - 1)
    }
    texts.append(text)
    hashes.append(hash)
    places[place] = Int32(texts.count)
    if 2 * texts.count > places.count { grow() }
    return true
  }

  private mutating func grow() {
    places = [Int32](repeating: 0, count: 2 * places.count)
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(number + 1)
    }
  }

  private static func withBytes<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }

  private static func areEqual(_ one: String, _ other: String) -> Bool {
    withBytes(one) { left in
      withBytes(other) { right in
        left.count == right.count && left.elementsEqual(right)
      }
    }
  }

  /// Eight bytes at a time, by products and shifts, as in MurmurHash of Austin Appleby (2008).
  private static func hash(_ text: String) -> UInt64 {
    withBytes(text) { bytes in
      let all = UnsafeRawBufferPointer(bytes)
      var hash = UInt64(all.count)
      var place = 0
      while place + 8 <= all.count {
        hash = mixed(hash ^ all.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        place += 8
      }
      var rest: UInt64 = 0
      while place < all.count {
        rest = rest << 8 | UInt64(all[place])
        place += 1
      }
      return mixed(hash ^ rest)
    }
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    let product = number &* 0xC6A4_A793_5BD1_E995
    return (product ^ product >> 47) &* 0xC6A4_A793_5BD1_E995
  }
}
