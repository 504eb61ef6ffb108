/// Small numbers by keys of 64 bits, found in a step or two.
///
/// Open addressing, from which no key is taken away alone: D. E. Knuth, *The Art of Computer
/// Programming* 3, 6.4, algorithm L. It is quicker than a dictionary, as it does not guard against keys that were chosen to collide.
public struct NumberMap: Sendable {
  @usableFromInline
  struct Place: BitwiseCopyable, Sendable {
    @usableFromInline var key: UInt64 = 0
    /// Below zero where the place is free.
    @usableFromInline var number: Int32 = -1

    @usableFromInline init(key: UInt64 = 0, number: Int32 = -1) {
      self.key = key
      self.number = number
    }
  }

  /// By the upper bits of a product of the key; the next free place where one is taken.
  ///
  /// No more than half of them are.
  @usableFromInline var places: [Place]
  @usableFromInline var bits: Int
  /// How many keys there are.
  public private(set) var count = 0

  /// No keys yet, and room for some.
  public init(reserving count: Int = 8) {
    bits = 64 - max(2 * count, 16).leadingZeroBitCount
    places = [Place](repeating: Place(), count: 1 << bits)
  }

  /// The number of a key; nil where there is none.
  @inlinable
  public subscript(key: UInt64) -> Int32? {
    let number = places[place(of: key)].number
    return number < 0 ? nil : number
  }

  /// Keeps a number, not below zero, under a key.
  ///
  /// - Returns: False where the key has a number, which stays.
  public mutating func insert(_ number: Int32, under key: UInt64) -> Bool {
    let place = place(of: key)
    if places[place].number >= 0 { return false }
    places[place] = Place(key: key, number: number)
    count += 1
    if 2 * count > places.count { grow() }
    return true
  }

  /// The number of a key; the next one, from 0 on, where it is met for the first time.
  public mutating func numbering(_ key: UInt64) -> Int32 {
    if let known = self[key] { return known }
    let next = Int32(count)
    _ = insert(next, under: key)
    return next
  }

  /// Takes all keys away, and keeps their room.
  public mutating func removeAll() {
    for place in places.indices { places[place] = Place() }
    count = 0
  }

  /// The place of a key, or where it would stand.
  @inlinable
  func place(of key: UInt64) -> Int {
    places.withUnsafeBufferPointer { places in
      let product = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
      var place = Int(truncatingIfNeeded: product >> UInt64(64 - bits))
      while places[place].number >= 0, places[place].key != key {
        place = (place + 1) & (places.count - 1)
      }
      return place
    }
  }

  private mutating func grow() {
    let old = places
    bits += 1
    places = [Place](repeating: Place(), count: 1 << bits)
    for item in old where item.number >= 0 { places[place(of: item.key)] = item }
  }
}
