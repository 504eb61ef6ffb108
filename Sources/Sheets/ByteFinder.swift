import Glibc

/// Finds the first of up to four bytes, eight at a time (the zero byte test of *Hacker's Delight*, 6-1).
struct ByteFinder {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8? = nil) {
    self.first = Self.ones &* UInt64(first)
    self.second = Self.ones &* UInt64(second)
    self.third = Self.ones &* UInt64(third)
    self.fourth = Self.ones &* UInt64(fourth ?? third)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The offset of the first such byte; the range's end where there is none.
  func first(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var next = range.lowerBound
    let raw = UnsafeRawBufferPointer(bytes)
    while next + 8 <= range.upperBound {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: next, as: UInt64.self))
      // Lower bytes come first, and false hits lie only above a true one.
      let hits =
        Self.zeros(word ^ first) | Self.zeros(word ^ second) | Self.zeros(word ^ third)
        | Self.zeros(word ^ fourth)
      if hits != 0 { return next + hits.trailingZeroBitCount / 8 }
      next += 8
    }
    while next < range.upperBound {
      let word = Self.ones &* UInt64(bytes[next])
      if word == first || word == second || word == third || word == fourth { return next }
      next += 1
    }
    return next
  }

  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first bytes, up to four, the first of them lowest.
  public var leading: UInt32 {
    if count >= 4 {
      return UInt32(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(as: UInt32.self))
    }
    var leading: UInt32 = 0
    for place in 0..<count { leading |= UInt32(self[place]) << UInt32(8 * place) }
    return leading
  }

  /// The offset of a byte from a place on.
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let baseAddress,
      let found = memchr(baseAddress + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }

  /// Where the line ends that begins at a place, its end of one or two bytes included.
  func lineEnd(from start: Int) -> Int {
    let end = ByteFinder(0x0A, 0x0D, 0x0A).first(in: self, start..<count)
    if end == count { return count }
    return self[end] == 0x0D && end + 1 < count && self[end + 1] == 0x0A ? end + 2 : end + 1
  }
}
