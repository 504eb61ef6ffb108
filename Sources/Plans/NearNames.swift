import Graphs

/// Finds names that differ by little, without comparing each with each.
///
/// Most names are seen to be near no other by a few hashes (`NameSuspects`). Among the rest one letter
/// off is found through deletion neighbourhoods: two texts are within one insertion, deletion,
/// replacement or swap only if they agree after at most one letter is taken from each (the symmetric
/// deletion of W. Garbe's *SymSpell*, 2012). What agrees is then compared in full.
struct NearNames: ~Copyable {
  private let names: [String]
  private let forms: NameForms

  /// Names to be compared.
  ///
  /// - Parameters:
  ///   - names: The names, or their match keys; of those whose keys are equal the first one counts.
  ///   - kind: What they are names of, which says what titles may stand before them.
  ///   - vocabulary: Where abbreviations are looked up.
  init(_ names: [String], of kind: NodeKind, vocabulary: Vocabulary) {
    self.names = names
    forms = NameForms(names, of: kind, vocabulary: vocabulary)
  }

  /// The pairs of near names, by their places in the list: the smaller first, each once, ascending.
  ///
  /// Of very many names that all are near each other each is paired with some only.
  ///
  /// - Complexity: O(letters · log letters).
  func pairs() -> [(first: Int, second: Int, reason: NameProposal.Reason)] {
    let suspects = NameSuspects.find(names, forms)
    if suspects.isEmpty { return [] }
    var found: [Pair: NameProposal.Reason] = [:]
    for (first, second) in neighbours(among: suspects) {
      guard let reason = forms.likeness(first, second), !names.haveSameKey(first, second) else {
        continue
      }
      let pair = Pair(first: min(first, second), second: max(first, second))
      if found[pair] == nil { found[pair] = reason }
      if found.count >= Self.limit { break }
    }
    return found.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
      .map { ($0.key.first, $0.key.second, $0.value) }
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// Names close to each other among those that agree after one letter is left out, or none.
  private func neighbours(among suspects: [Int]) -> [(Int, Int)] {
    var keys: [Key] = []
    keys.reserveCapacity(suspects.reduce(0) { $0 + forms[$1].bare.count + 3 })
    for suspect in suspects { addKeys(of: suspect, to: &keys) }
    // Once more, with fewer left to be taken for others.
    keys = Self.shared(Self.shared(keys))
    keys.sort { ($0.hash, $0.name) < ($1.hash, $1.name) }
    var pairs: [(Int, Int)] = []
    // What is near is mostly found under several keys.
    let most = Self.limit * 64
    for (place, key) in keys.enumerated() {
      if pairs.count >= most { break }
      for other in keys[(place + 1)...].prefix(Self.reach) {
        guard other.hash == key.hash else { break }
        if other.name != key.name { pairs.append((Int(key.name), Int(other.name))) }
      }
    }
    return pairs
  }

  /// The hash of a text that a name is, or is but for a letter.
  private struct Key {
    let hash: UInt64
    let name: Int32
  }

  /// The keys that several entries may share: most are the only ones of their kind, and are left out
  /// before the rest is sorted.
  private static func shared(_ keys: [Key]) -> [Key] {
    let bits = 64 - max(keys.count * 4, 64).leadingZeroBitCount
    func slot(_ hash: UInt64) -> Int {
      Int(((hash ^ UInt64(keys.count)) &* 0xD6E8_FEB8_6659_FD93) >> UInt64(64 - bits))
    }
    var seen = [UInt8](repeating: 0, count: 1 << bits)
    for key in keys where seen[slot(key.hash)] < 2 { seen[slot(key.hash)] += 1 }
    return keys.filter { seen[slot($0.hash)] > 1 }
  }

  /// More pairs than this nobody looks through; the rest is left out.
  static let limit = 2_000

  /// Where more names than this agree, each is compared with so many that follow it.
  static let reach = 16

  private func addKeys(of name: Int, to keys: inout [Key]) {
    let form = forms[name]
    addKeys(form.bare, leavingOut: form.bare.count >= NameForms.shortest, name, to: &keys)
    if !forms.isSame(form.core, form.bare) {
      addKeys(form.core, leavingOut: false, name, to: &keys)
    }
    if !forms.isSame(form.untitled, form.bare), !forms.isSame(form.untitled, form.core) {
      addKeys(form.untitled, leavingOut: false, name, to: &keys)
    }
  }

  /// Adds the hash of a text, and of the text without each of its letters; digits are never left out.
  private func addKeys(
    _ range: Range<Int>, leavingOut: Bool, _ name: Int, to keys: inout [Key]
  ) {
    // A polynomial in the letters, so that leaving one out costs no walk through the text.
    let base = LetterHash.base
    let text = forms.text(range)
    var ahead = LetterHash.of(text)
    keys.append(Key(hash: ahead, name: Int32(name)))
    guard leavingOut else { return }
    var behind: UInt64 = 0
    var power: UInt64 = 1
    for letter in text.reversed() {
      let value = UInt64(letter) &+ 1
      ahead = (ahead &- value) &* LetterHash.inverse
      if !BareLetters.isDigit(letter) {
        keys.append(Key(hash: ahead &* power &+ behind, name: Int32(name)))
      }
      behind &+= value &* power
      power &*= base
    }
  }
}

/// A polynomial in the letters of a text.
enum LetterHash {
  /// Its variable.
  static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// What times the base is 1 among numbers of 64 bits (Newton's iteration).
  static let inverse: UInt64 = {
    var inverse = base
    for _ in 0..<6 { inverse &*= 2 &- base &* inverse }
    return inverse
  }()

  static func of(_ text: UnsafeBufferPointer<UInt32>) -> UInt64 {
    text.reduce(0) { append($1, to: $0) }
  }

  /// The hash of a text with one more letter.
  static func append(_ letter: UInt32, to hash: UInt64) -> UInt64 {
    hash &* base &+ UInt64(letter) &+ 1
  }
}

extension [String] {
  /// Whether the names at two places have one match key.
  func haveSameKey(_ first: Int, _ second: Int) -> Bool {
    MatchKey.name(self[first]) == MatchKey.name(self[second])
  }
}
