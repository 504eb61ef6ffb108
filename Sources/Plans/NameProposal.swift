public import Graphs

/// A name that may mean the same as another; nothing is read so before somebody accepts it.
public struct NameProposal: Sendable, Hashable {
  /// What makes the two near.
  public enum Reason: String, Sendable, Hashable {
    /// One letter too many, too few, other, or two in the wrong order.
    case letter
    /// Only blanks and signs differ.
    case blanks
    /// A title such as นาย or กลุ่ม more or less.
    case title
    /// One has an abbreviation of the vocabulary, the other the whole words.
    case abbreviation
    /// Only zeros before a number differ: 01 and 1.
    case zeros
  }

  /// What the names are names of.
  public let kind: NodeKind
  /// The name that would count, as typed.
  public let name: String
  /// The one that may be the same, as typed.
  public let also: String
  /// What makes the two near.
  public let reason: Reason
  /// Whether both are rows of a table, and so may well be two.
  public let isBetweenRows: Bool
  /// Where the name that would count stands.
  public let place: Source

  /// A short name to accept it by; the same as long as both names are, whatever else changes.
  public var code: String {
    // FNV-1a, 64 bit: http://www.isthe.com/chongo/tech/comp/fnv/
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(kind.word)\u{0}\(MatchKey.name(name))\u{0}\(MatchKey.name(also))".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    // No letters that are taken for others when they are read out or copied by hand.
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    return String(
      (0..<5).map { _ in
        defer { hash /= UInt64(letters.count) }
        return letters[Int(hash % UInt64(letters.count))]
      })
  }
}

/// A proposal with the mapping that it would be accepted in.
struct AcceptableProposal: Sendable, Hashable {
  let proposal: NameProposal
  /// The mapping's path; there may be none yet.
  let path: String
  /// The one workbook that the acceptance would be meant for; nil for all that the mapping is.
  let file: String?
}
