import Dispatch
import Glibc
import Synchronization

/// The encodings that Thai sheets are kept in.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// Windows-874, the superset of TIS-620 that Excel writes on a Thai Windows.
  case windows874 = "WINDOWS-874"

  /// The encoding of a name as people write it: `utf-8`, `tis-620`, `cp874`, `UTF-16`.
  ///
  /// UTF-16 without a byte order is taken low byte first, as Windows writes it.
  public init?(named name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8", "utf8bom", "utf8sig", "unicode65001", "65001": self = .utf8
    case "utf16", "utf16le", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows874", "cp874", "874", "tis620", "tis6202533", "iso885911", "ansi", "thai":
      self = .windows874
    default: return nil
    }
  }

  /// The byte order mark; none for Windows-874.
  private var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .windows874: []
    }
  }

  /// Whether the bytes can be text at all: no zero bytes outside UTF-16.
  static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    !holdsZero(bytes.prefix(4_096)) || looksWide(bytes)
  }

  private static func holdsZero(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { $0.firstOffset(of: 0, from: 0) != nil }
  }

  /// The bytes as UTF-8 without a mark, and the encoding they were in: that given, else found out.
  ///
  /// - Throws: `.undecodable` with the row of the first byte that has no meaning.
  static func decode(
    _ bytes: [UInt8], as given: TextEncoding?, path: String
  ) throws(SheetError) -> (encoding: TextEncoding, text: ArraySlice<UInt8>) {
    // Sound UTF-8 is looked at once only: it is the most that large files are.
    if given == nil, !looksWide(bytes) {
      let content = bytes.starts(with: utf8.mark) ? bytes[utf8.mark.count...] : bytes[...]
      if isUTF8(content) { return (.utf8, content) }
    }
    let encoding = given ?? detect(bytes)
    return (encoding, try encoding.utf8(bytes, path: path))
  }

  private static func looksWide(_ bytes: [UInt8]) -> Bool {
    if let first = bytes.first, first >= 0xFE,
      [utf16LittleEndian, utf16BigEndian].contains(where: { bytes.starts(with: $0.mark) })
    {
      return true
    }
    return utf16WithoutMark(bytes) != nil
  }

  /// The encoding of the bytes: by their mark, else by what they can be.
  static func detect(_ bytes: [UInt8]) -> TextEncoding {
    for encoding in allCases where !encoding.mark.isEmpty && bytes.starts(with: encoding.mark) {
      return encoding
    }
    if let encoding = utf16WithoutMark(bytes) { return encoding }
    guard let wrong = firstWrongByte(bytes[...]) else { return .utf8 }
    return isMostlyUTF8(bytes[wrong...]) || isMostlyUTF8(bytes[..<wrong]) ? .utf8 : .windows874
  }

  /// UTF-16 shows by its high bytes, which for Thai and for signs of ASCII are of two kinds only.
  private static func utf16WithoutMark(_ bytes: [UInt8]) -> TextEncoding? {
    let pairs = min(bytes.count / 2, 2_048)
    guard holdsZero(bytes.prefix(2 * pairs)) else { return nil }
    var low = 0
    var high = 0
    for pair in 0..<pairs {
      if bytes[2 * pair] == 0 || bytes[2 * pair] == 0x0E { high += 1 }
      if bytes[2 * pair + 1] == 0 || bytes[2 * pair + 1] == 0x0E { low += 1 }
    }
    guard max(low, high) * 10 >= pairs * 9, low != high else { return nil }
    return low > high ? .utf16LittleEndian : .utf16BigEndian
  }

  /// Whether all bytes are UTF-8; long texts are looked at in two halves at once.
  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    var middle = bytes.startIndex + bytes.count / 2
    guard bytes.count > 1 << 20 else { return firstWrongByte(bytes) == nil }
    // A half begins where a sign does; four bytes on end that continue one are an error anyway.
    while middle < bytes.endIndex, bytes[middle] & 0xC0 == 0x80 { middle += 1 }
    let halves = [bytes[..<middle], bytes[middle...]]
    let faults = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      if firstWrongByte(halves[half]) != nil { faults.add(1, ordering: .relaxed) }
    }
    return faults.load(ordering: .relaxed) == 0
  }

  /// The offset of the first byte that is no UTF-8; nil where all are.
  private static func firstWrongByte(_ bytes: ArraySlice<UInt8>) -> Int? {
    let rest = bytes.dropFirst(bytes.withUnsafeBufferPointer(plainLength))
    if rest.isEmpty { return nil }
    do {
      _ = try UTF8Span(validating: rest.span)
      return nil
    } catch { return rest.startIndex + error.byteOffsets.lowerBound }
  }

  /// How many bytes from the start on are ASCII and Thai in UTF-8, which is most of what plans are.
  private static func plainLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var next = 0
    while next < bytes.count {
      if bytes[next] < 0x80 {
        while next + 8 <= bytes.count,
          raw.loadUnaligned(fromByteOffset: next, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          next += 8
        }
        while next < bytes.count, bytes[next] < 0x80 { next += 1 }
      } else {
        // U+0E00 to U+0E7F is E0 B8 or E0 B9 and one byte that continues.
        guard next + 2 < bytes.count, bytes[next] == 0xE0, bytes[next + 1] & 0xFE == 0xB8,
          bytes[next + 2] & 0xC0 == 0x80
        else { return next }
        next += 3
      }
    }
    return next
  }

  /// Whether most bytes outside ASCII are sound UTF-8, so that a wrong one is a fault, not a sign.
  ///
  /// Thai in Windows-874 hardly ever makes a sound sequence: เ or แ would have to stand before signs
  /// that never follow them.
  private static func isMostlyUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    var sound = 0
    var other = 0
    var rest = bytes.prefix(1 << 16)
    while let start = rest.firstIndex(where: { $0 >= 0x80 }) {
      let length = rest[start] >= 0xF0 ? 4 : rest[start] >= 0xE0 ? 3 : 2
      let sequence = rest[start...].prefix(length)
      if firstWrongByte(sequence) == nil { sound += length } else { other += 1 }
      rest = rest[(start + (firstWrongByte(sequence) == nil ? length : 1))...]
    }
    return sound > other
  }

  /// The bytes as UTF-8 without a mark.
  ///
  /// - Throws: `.undecodable` with the row of the first byte that has no meaning.
  func utf8(_ bytes: [UInt8], path: String) throws(SheetError) -> ArraySlice<UInt8> {
    let content = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    if self != .utf8 { return try convert(content, path: path) }
    guard let wrong = Self.firstWrongByte(content) else { return content }
    throw .undecodable(path: path, encoding: self, row: Self.row(after: content[..<wrong]))
  }

  /// The row that follows a text, from 1; CR LF ends one row.
  private static func row(after text: some Collection<UInt8>) -> Int {
    var row = 1
    var last: UInt8 = 0
    for byte in text {
      if byte == 0x0D || (byte == 0x0A && last != 0x0D) { row += 1 }
      last = byte
    }
    return row
  }

  /// Converts through the C library.
  private func convert(
    _ content: ArraySlice<UInt8>, path: String
  ) throws(SheetError) -> ArraySlice<UInt8> {
    let converter = iconv_open("UTF-8", rawValue)
    guard converter != iconv_t(bitPattern: -1) else {
      throw .unreadable(path: path, reason: "iconv \(rawValue)")
    }
    defer { iconv_close(converter) }
    var inputLeft = content.count
    // No character of these encodings needs more than three bytes of UTF-8 a byte.
    let capacity = content.count * 3 + 4
    var failed = false
    let converted = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      output.withMemoryRebound(to: CChar.self) { output in
        content.withUnsafeBytes { input in
          // The C interface takes a mutable pointer and writes nothing there.
          var from = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
          var to = output.baseAddress
          var outputLeft = capacity
          failed = iconv(converter, &from, &inputLeft, &to, &outputLeft) == -1
          count = capacity - outputLeft
        }
      }
    }
    guard !failed, inputLeft == 0 else {
      throw .undecodable(path: path, encoding: self, row: Self.row(after: converted))
    }
    return converted[...]
  }
}
