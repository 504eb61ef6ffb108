import Sheets

/// Words that were met in cells, each kept once, found by their bytes; for one thread.
///
/// Plans of one country say the same few kinds, agencies, places and issues over and over.
final class Lexicon {
  /// A word as an issue.
  struct Issue {
    /// What issues of the same meaning share.
    let key: String
    /// The number of that, which no other key has.
    let keyNumber: Int
    /// The number of the word's own match key.
    let nameNumber: Int
    /// Whether it is in the vocabulary, or cannot be several issues in one cell.
    let isOne: Bool
  }

  /// The words, trimmed of white space at their ends.
  private var texts: [String] = []
  private var issues: [Issue?] = []
  private var hashes: [UInt64] = []
  /// By hash, one more than the number of a word; 0 where there is none.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  /// The words byte by byte, as they were met.
  private var bytes: [UInt8] = []
  private var starts = [0]
  private var keyNumbers: [NameKey: Int] = [:]

  private struct LayoutKey: Hashable {
    let table: Table
    let line: Int
    let separator: TextSeparator?
  }

  private var layouts: [LayoutKey: TableLayout] = [:]

  /// More words than this are of names, which hardly come again.
  private static let limit = 1 << 15

  /// The trimmed text of a cell.
  func text(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    if texts.count >= Self.limit, find(cell, Self.hash(cell)) == nil {
      return String(decoding: cell, as: UTF8.self).trimmed
    }
    return texts[number(of: cell)]
  }

  /// The number of a word, from 0 in the order in which they were met.
  ///
  /// - Complexity: O(bytes).
  func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(word)
    if let known = find(word, hash) { return known }
    if texts.count * 2 >= slots.count { grow() }
    texts.append(String(decoding: word, as: UTF8.self).trimmed)
    issues.append(nil)
    hashes.append(hash)
    bytes.append(contentsOf: word)
    starts.append(bytes.count)
    place(texts.count - 1)
    return texts.count - 1
  }

  subscript(number: Int) -> String { texts[number] }

  /// A word as an issue of a vocabulary, which is the same at every call.
  func issue(_ number: Int, _ vocabulary: Vocabulary) -> Issue {
    if let known = issues[number] { return known }
    let text = texts[number]
    let entry = vocabulary.entry(text, .issues)
    let key = entry?.key ?? MatchKey.name(text)
    let issue = Issue(
      key: key, keyNumber: keyNumber(key), nameNumber: keyNumber(text),
      isOne: entry != nil || text.looseParts.count < 2)
    issues[number] = issue
    return issue
  }

  /// The layout of a table whose heading is a line that was seen before; else it is looked up.
  func layout(
    _ table: Table, _ line: UnsafeBufferPointer<UInt8>, _ separator: TextSeparator?,
    _ lookUp: () -> TableLayout?
  ) -> TableLayout? {
    let key = LayoutKey(table: table, line: number(of: line), separator: separator)
    if let known = layouts[key] { return known }
    let layout = lookUp()
    if let layout { layouts[key] = layout }
    return layout
  }

  private func keyNumber(_ text: String) -> Int {
    let key = NameKey(text)
    let number = keyNumbers[key] ?? keyNumbers.count
    keyNumbers[key] = number
    return number
  }

  private func find(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isSpelled(number, word) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isSpelled(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let own = starts[number]..<starts[number + 1]
    guard own.count == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      UnsafeBufferPointer(rebasing: bytes[own]).isSame(as: word)
    }
  }

  private func place(_ number: Int) {
    var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number + 1)
  }

  private func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in texts.indices { place(number) }
  }

  /// Multiplies and folds eight bytes at a time.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(word)
    var hash = UInt64(word.count) &* 0x9E37_79B9_7F4A_7C15
    var next = 0
    while next + 8 <= word.count {
      hash =
        (hash ^ raw.loadUnaligned(fromByteOffset: next, as: UInt64.self))
        &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      next += 8
    }
    while next < word.count {
      hash = (hash ^ UInt64(word[next])) &* 0xFF51_AFD7_ED55_8CCD
      next += 1
    }
    hash ^= hash >> 32
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 29
  }
}
