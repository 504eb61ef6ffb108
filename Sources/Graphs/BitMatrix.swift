/// Rows of bits, read through masks.
struct BitMatrix: Sendable {
  /// How many words a row has.
  let width: Int
  /// All rows one after the other.
  private(set) var words: [UInt64]

  /// Rows without any bit set.
  init(rows: Int, columns: Int) {
    width = (columns + 63) / 64
    words = [UInt64](repeating: 0, count: rows * width)
  }

  /// Sets a bit.
  mutating func insert(_ column: Int, in row: Int) {
    words[row * width + column >> 6] |= 1 << UInt64(column & 63)
  }

  /// How many bits of a row are set within a mask.
  @inline(__always)
  func count(_ row: Int, within mask: BitMask) -> Int {
    var count = 0
    for word in 0..<width {
      count += (words[row * width + word] & mask.words[word]).nonzeroBitCount
    }
    return count
  }

  /// The first bit of a row that is set within a mask.
  @inline(__always)
  func first(_ row: Int, within mask: BitMask) -> Int? {
    for word in 0..<width {
      let bits = words[row * width + word] & mask.words[word]
      if bits != 0 { return word << 6 + bits.trailingZeroBitCount }
    }
    return nil
  }

  /// Whether all bits that a row has within a mask are set in another one too.
  @inline(__always)
  func isContained(_ row: Int, in other: Int, within mask: BitMask) -> Bool {
    for word in 0..<width
    where words[row * width + word] & mask.words[word] & ~words[other * width + word] != 0 {
      return false
    }
    return true
  }

  /// Calls a closure with every bit that a row has within a mask, ascending.
  @inline(__always)
  func forEach(_ row: Int, within mask: BitMask, _ body: (Int) -> Void) {
    for word in 0..<width {
      var bits = words[row * width + word] & mask.words[word]
      while bits != 0 {
        body(word << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  /// The bits that a row has within a mask, ascending.
  func members(_ row: Int, within mask: BitMask) -> [Int] {
    var members: [Int] = []
    forEach(row, within: mask) { members.append($0) }
    return members
  }

  /// Takes the bits of a row out of a mask.
  @inline(__always)
  func subtract(_ row: Int, from mask: inout BitMask) {
    for word in 0..<width { mask.words[word] &= ~words[row * width + word] }
  }
}

/// A set of small numbers, as bits.
struct BitMask: Sendable, Hashable {
  fileprivate(set) var words: [UInt64]

  /// The numbers below a limit, all or none of them.
  init(count: Int, isFull: Bool) {
    words = [UInt64](repeating: isFull ? .max : 0, count: (count + 63) / 64)
    if isFull, count & 63 != 0 { words[count >> 6] = 1 << UInt64(count & 63) - 1 }
  }

  subscript(number: Int) -> Bool {
    @inline(__always) get { words[number >> 6] & 1 << UInt64(number & 63) != 0 }
    @inline(__always) set {
      if newValue {
        words[number >> 6] |= 1 << UInt64(number & 63)
      } else {
        words[number >> 6] &= ~(1 << UInt64(number & 63))
      }
    }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The numbers, ascending.
  var members: [Int] {
    var members: [Int] = []
    members.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var bits = word
      while bits != 0 {
        members.append(index << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return members
  }
}
