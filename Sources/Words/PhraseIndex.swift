import Graphs

/// Phrases, found in a text letter by letter: a tree in which phrases share their first letters.
struct PhraseIndex<Kinds: OptionSet & Sendable>: Sendable where Kinds.Element == Kinds {
  /// A phrase that stands in a text.
  struct Hit {
    /// The phrase's number, the same wherever it is found.
    let phrase: Int
    /// Where the next letter stands.
    let end: Int
    let kinds: Kinds
  }

  /// Where each letter leads from each node of the tree.
  private var steps = NumberMap()
  private var kinds: [Kinds] = [[]]
  /// Longer phrases are cut, so that a cell full of letters cannot make every search slow.
  private let longest = 120

  /// Adds a phrase, or more kinds to one that is there.
  ///
  /// - Returns: The phrase's number; nil for a phrase of no letters.
  @discardableResult
  mutating func insert(_ letters: some Sequence<Unicode.Scalar>, _ added: Kinds) -> Int? {
    var node = 0
    for letter in letters.prefix(longest) {
      let step = Self.step(node, letter)
      if let next = steps[step] {
        node = Int(next)
      } else {
        node = kinds.count
        _ = steps.insert(Int32(node), under: step)
        kinds.append([])
      }
    }
    guard node > 0 else { return nil }
    kinds[node].formUnion(added)
    return node
  }

  /// The phrases that begin at a letter of a text, the shortest first.
  ///
  /// - Complexity: O(letters of the longest phrase begun), whatever the number of phrases.
  func hits(in letters: [Unicode.Scalar], at start: Int) -> [Hit] {
    var hits: [Hit] = []
    var node = 0
    for index in start..<letters.count {
      guard let next = steps[Self.step(node, letters[index])] else { break }
      node = Int(next)
      if !kinds[node].isEmpty { hits.append(Hit(phrase: node, end: index + 1, kinds: kinds[node])) }
    }
    return hits
  }

  private static func step(_ node: Int, _ letter: Unicode.Scalar) -> UInt64 {
    UInt64(node) << 32 | UInt64(letter.value)
  }
}
