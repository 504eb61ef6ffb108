import Plans

/// Who sees to a matter, as typed: names of bodies, agencies, roles and places stay, and of people those
/// who are leaders and have consented; every other word may be somebody's name.
///
/// A note may hold any word, and only names that the plan knows are hidden there. This cell holds those
/// who are responsible, mostly people, and many of them are no leaders of the plan: here only what is
/// known to be no person is shown.
struct PartyText {
  private struct Marks: OptionSet {
    let rawValue: Int
    static let known = Marks(rawValue: 1)
  }

  private var known = PhraseIndex<Marks>()

  /// - Parameter plans: Those whose places, bodies and leaders with consent are known by name.
  /// - Complexity: O(letters of their names).
  init(_ plans: [Plan]) {
    for plan in plans {
      let places = plan.places.flatMap { [$0.name, $0.tambon, $0.amphoe, $0.province] }
      let own = [plan.name, plan.tambon, plan.amphoe, plan.province]
      let bodies =
        plan.organisations.map(\.name) + plan.funds.map(\.name) + plan.mechanisms.map(\.name)
        + plan.mechanisms.compactMap(\.agency)
      for name in (places + own).compactMap(\.self) + bodies {
        let letters = FoldedText(name).letters
        if letters.count > 2 { known.insert(letters, .known) }
      }
      for leader in plan.leaders where leader.consent {
        known.insert(FoldedText(leader.name).letters, .known)
        for name in PersonName.names(in: leader.name) {
          for family in name.families { known.insert(name.given + family, .known) }
        }
      }
    }
  }

  /// The text with a word in place of what may be people's names.
  ///
  /// - Complexity: O(text · letters of the longest name begun in it).
  func hidden(in text: String, as word: String) -> String {
    let folded = FoldedText(text)
    var shown = String.UnicodeScalarView()
    var end = 0
    for stretch in stretches(in: folded) {
      shown.append(contentsOf: folded.typed[end..<stretch.lowerBound])
      shown.append(contentsOf: word.unicodeScalars)
      end = stretch.upperBound
    }
    shown.append(contentsOf: folded.typed[end...])
    return String(shown)
  }

  /// The stretches of the typed text that may be names, neighbours as one.
  private func stretches(in text: FoldedText) -> [Range<Int>] {
    var reading = Reading(text: text, known: known)
    var stretches: [Range<Int>] = []
    for range in reading.unknownWords() {
      let start = text.pieces[range.lowerBound].lowerBound
      let end = text.pieces[range.upperBound - 1].upperBound
      if let last = stretches.last,
        text.typed[last.upperBound..<max(start, last.upperBound)].allSatisfy({
          $0.properties.isWhitespace || $0 == "."
        })
      {
        stretches[stretches.count - 1] = last.lowerBound..<end
      } else {
        stretches.append(start..<end)
      }
    }
    return stretches
  }

  /// One text, read word by word.
  private struct Reading {
    let text: FoldedText
    let known: PhraseIndex<Marks>
    private var unknown: [Range<Int>] = []
    /// Whether a body's word that goes with a name stands alone before: มูลนิธิ ชัยพัฒนา.
    private var isNameAwaited = false

    init(text: FoldedText, known: PhraseIndex<Marks>) {
      self.text = text
      self.known = known
    }

    /// The stretches of letters that nothing explains, in order.
    mutating func unknownWords() -> [Range<Int>] {
      var start = 0
      while start < text.letters.count { start = next(start) }
      return unknown
    }

    /// Reads on from a letter, and says where it goes on.
    private mutating func next(_ start: Int) -> Int {
      let letter = text.letters[start]
      if !letter.isPartOfWord {
        if letter.properties.numericType == nil { isNameAwaited = false }
        return start + 1
      }
      let end = wordEnd(start)
      let isAwaited = isNameAwaited
      isNameAwaited = false
      if let end = knownEnd(start) { return end }
      if let hit = hit(start, end), !isFamilyName(hit, start, end) {
        guard hit.kinds.contains(.body) else { return hit.end }
        // A phrase may be of several words.
        let end = wordEnd(hit.end - 1)
        isNameAwaited = hit.kinds.contains(.named) && hit.end == end
        return title(within: hit.end..<end) ?? end
      }
      let isTitled = !Title.leading(tail(start, to: end)).isEmpty
      if isAwaited, !isTitled || isDescribed(start) { return end }
      if !isTitled, isDescribed(start) { return end }
      unknown.append(start..<end)
      return end
    }

    private func tail(_ start: Int, to end: Int) -> FoldedText {
      let typed = text.typed[text.pieces[start].lowerBound..<text.pieces[end - 1].upperBound]
      return FoldedText(typed.reduce(into: "") { $0.unicodeScalars.append($1) })
    }

    private func isBoundary(_ index: Int) -> Bool {
      if index >= text.letters.count || !Self.isWord(text.letters[index]) { return true }
      let gap =
        text.pieces[index - 1]
        .upperBound..<max(
          text.pieces[index - 1].upperBound, text.pieces[index].lowerBound)
      return text.typed[gap].contains { $0.properties.isWhitespace }
    }

    private func wordEnd(_ start: Int) -> Int {
      var end = start + 1
      while !isBoundary(end) { end += 1 }
      return end
    }

    /// Where a name that the plans know ends, with a title before it or without.
    private func knownEnd(_ start: Int) -> Int? {
      let titles = Title.leading(tail(start, to: text.letters.count))
      for skipped in [0] + titles where start + skipped < text.letters.count {
        let hit = known.hits(in: text.letters, at: start + skipped)
          .last { isSyllableEnd($0.end) }
        if let hit { return hit.end }
      }
      return nil
    }

    private func hit(_ start: Int, _ end: Int) -> PhraseIndex<PartyWords.Kinds>.Hit? {
      PartyWords.index.hits(in: text.letters, at: start).last { hit in
        guard isSyllableEnd(hit.end) else { return false }
        // Letters of a short form may begin any name, unless a full stop or a blank ends them.
        guard hit.kinds.contains(.short) else { return true }
        return (hit.end >= end || hasStop(before: hit.end))
          && Title.leading(tail(start, to: end)).isEmpty
      }.map { hit in
        hit.kinds.contains(.short)
          ? .init(phrase: hit.phrase, end: hit.end, kinds: hit.kinds.union(.body)) : hit
      }
    }

    private func isSyllableEnd(_ index: Int) -> Bool {
      index >= text.letters.count
        || text.pieces[index] != text.pieces[index - 1] && !text.continuesSyllable(at: index)
    }

    private func hasStop(before index: Int) -> Bool {
      text.typed[text.pieces[index - 1].upperBound..<text.pieces[index].lowerBound].contains(".")
    }

    /// Whether what looks like a body's or a place's name stands where a family name does: behind one
    /// word that was taken for a name.
    private func isFamilyName(
      _ hit: PhraseIndex<PartyWords.Kinds>.Hit, _ start: Int, _ end: Int
    ) -> Bool {
      guard hit.kinds.contains(.body), !hit.kinds.contains(.short), hit.end < end else {
        return false
      }
      var (first, names) = (start, 0)
      for word in unknown.reversed() where word.upperBound == first {
        first = word.lowerBound
        let isTitle = Title.leading(tail(word.lowerBound, to: word.upperBound)).contains(word.count)
        names += isTitle ? 0 : 1
      }
      return names == 1
    }

    /// Where a person's title begins within what a body is called.
    private func title(within range: Range<Int>) -> Int? {
      range.first { index in
        PartyWords.titles.contains { title in
          text.letters[index..<range.upperBound].starts(with: title)
            && isSyllableEnd(index + title.count)
        }
      }
    }

    /// Whether a Latin word is one of those before the word for a body: Khok Charoen *savings group*.
    private func isDescribed(_ start: Int) -> Bool {
      guard text.letters[start].isLatin else { return false }
      var index = start
      while index < text.letters.count, Self.isWord(text.letters[index]) {
        let end = wordEnd(index)
        if index > start, hit(index, end)?.kinds.contains(.body) == true { return true }
        index = end
      }
      return false
    }

    private static func isWord(_ letter: Unicode.Scalar) -> Bool {
      letter.isPartOfWord || letter.properties.numericType != nil
    }
  }
}
