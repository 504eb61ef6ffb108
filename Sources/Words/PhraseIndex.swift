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

  private var steps = StepTable()
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
        node = next
      } else {
        steps.add(step, to: kinds.count)
        node = kinds.count
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
      node = next
      if !kinds[node].isEmpty { hits.append(Hit(phrase: node, end: index + 1, kinds: kinds[node])) }
    }
    return hits
  }

  private static func step(_ node: Int, _ letter: Unicode.Scalar) -> UInt64 {
    UInt64(node) << 32 | UInt64(letter.value)
  }
}

/// Where each letter leads from each node of a tree.
private struct StepTable: Sendable {
  private struct Place: BitwiseCopyable, Sendable {
    var step: UInt64 = 0
    /// The node that the step leads to; 0, which no step leads to, where the place is free.
    var node: Int32 = 0
  }

  /// By the upper bits of a product of the step; the next free place where one is taken.
  ///
  /// No more than two thirds of them are.
  private var places = [Place](repeating: Place(), count: 1 << 6)
  private var bits = 6
  private var count = 0

  /// The node that a step leads to; nil where it leads nowhere.
  subscript(step: UInt64) -> Int? {
    let node = places[place(of: step)].node
    return node > 0 ? Int(node) : nil
  }

  /// Adds a step that leads nowhere yet.
  mutating func add(_ step: UInt64, to node: Int) {
    if 3 * (count + 1) > 2 * places.count { grow() }
    places[place(of: step)] = Place(step: step, node: Int32(node))
    count += 1
  }

  /// The place of a step, or where it would stand.
  private func place(of step: UInt64) -> Int {
    places.withUnsafeBufferPointer { places in
      let product = (step ^ step >> 32) &* 0x9E37_79B9_7F4A_7C15
      var place = Int(truncatingIfNeeded: product >> UInt64(64 - bits))
      while places[place].node > 0, places[place].step != step {
        place = (place + 1) & (places.count - 1)
      }
      return place
    }
  }

  private mutating func grow() {
    let old = places
    bits += 1
    places = [Place](repeating: Place(), count: 1 << bits)
    for item in old where item.node > 0 { places[place(of: item.step)] = item }
  }
}
