/// An archive whose parts are stored as they are: for workbooks that no program would write.
public enum StoredZip {
  /// The bytes of an archive of parts, in their order.
  public static func bytes(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = archive.count
      let content = Array(part.text.utf8)
      let facts = facts(part.name, content)
      archive += [0x50, 0x4B, 3, 4] + facts + Array(part.name.utf8) + content
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + facts
      // No comment, first disk, no attributes.
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4)
      directory += Array(part.name.utf8)
    }
    return archive + directory + end(parts.count, directory.count, archive.count)
  }

  /// What the header of a part and its entry in the directory have in common.
  private static func facts(_ name: String, _ content: [UInt8]) -> [UInt8] {
    // Version 2.0, no flags, stored, midnight of 1 January 1980.
    let kind = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
    let sizes = little(content.count, 4) + little(content.count, 4)
    return kind + little(Int(crc32(content)), 4) + sizes + little(name.utf8.count, 2) + little(0, 2)
  }

  private static func end(_ count: Int, _ size: Int, _ offset: Int) -> [UInt8] {
    let counts = little(0, 2) + little(0, 2) + little(count, 2) + little(count, 2)
    return [0x50, 0x4B, 5, 6] + counts + little(size, 4) + little(offset, 4) + little(0, 2)
  }

  private static func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8((number >> (8 * $0)) & 0xFF) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = (sum >> 1) ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}
