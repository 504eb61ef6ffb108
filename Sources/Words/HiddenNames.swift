import Graphs
import Plans

/// The names of leaders who have not consented, found in any text, however they are typed there.
///
/// The name in full is one wherever it stands; a given name only behind a title, and a family name
/// only where it is a word of its own or long, and no place, organisation or fund is called by it.
struct HiddenNames: Sendable {
  struct Kinds: OptionSet {
    let rawValue: Int
    /// Given and family name of somebody without consent, and a given name; a family name.
    static let full = Kinds(rawValue: 1)
    static let given = Kinds(rawValue: 2)
    static let alone = Kinds(rawValue: 4)
    /// The same of somebody with consent.
    static let shownFull = Kinds(rawValue: 8)
    static let shownGiven = Kinds(rawValue: 16)
    /// The name of a place, or a word that only looks like a name.
    static let place = Kinds(rawValue: 32)
  }

  private var index = PhraseIndex<Kinds>()
  /// By the phrase of a given name, the family names that make it a full one.
  private var families: [Int: [[Unicode.Scalar]]] = [:]

  /// - Complexity: O(letters of all names), each spelling once; what is costly on all cores.
  init(_ plans: [Plan]) {
    let cells = Self.cells(of: plans)
    guard cells.contains(where: { !$0.isShown }) else { return }
    var alone: Set<[Unicode.Scalar]> = []
    for first in stride(from: 0, to: cells.count, by: Self.cellsAtATime) {
      let some = cells[first..<min(first + Self.cellsAtATime, cells.count)]
      let names = concurrentMap(some.count, grain: 64) {
        PersonName.names(in: some[first + $0].name)
      }
      for (cell, names) in zip(some, names) {
        for name in names {
          add(name, isShown: cell.isShown)
          guard !cell.isShown else { continue }
          alone.formUnion(name.families.filter { Self.length($0) >= 5 })
          if name.families.isEmpty, Self.length(name.given) >= 8 { alone.insert(name.given) }
        }
      }
    }
    let (places, others) = Self.namesOfThings(plans)
    for name in Self.distinct(alone, from: places + others) { index.insert(name, .alone) }
    for place in places + Title.lookalikes {
      index.insert(FoldedText(place).letters, .place)
    }
  }

  /// Cells that are taken apart before their names are added.
  private static let cellsAtATime = 8_192

  /// A leader's name as typed, and whether it may be shown.
  private struct Cell {
    let name: String
    let isShown: Bool
  }

  /// The names of all leaders in their order; of equal ones the last, as of several family names the
  /// last one counts.
  private static func cells(of plans: [Plan]) -> [Cell] {
    var shown = SpellingSet()
    var hidden = SpellingSet()
    var cells: [Cell] = []
    for plan in plans.indices.reversed() {
      for row in plans[plan].leaders.indices.reversed() {
        let name = plans[plan].leaders[row].name
        let isShown = plans[plan].leaders[row].consent
        let isNew = isShown ? shown.insert(name) : hidden.insert(name)
        if isNew { cells.append(Cell(name: name, isShown: isShown)) }
      }
    }
    return cells.reversed()
  }

  /// What places are called, and what organisations, funds, agencies, issues and plans are, each spelling
  /// once.
  private static func namesOfThings(_ plans: [Plan]) -> (places: [String], others: [String]) {
    var places = SpellingSet()
    var others = SpellingSet()
    for plan in plans {
      for name in [plan.tambon, plan.amphoe, plan.province] { name.map { _ = places.insert($0) } }
      for row in plan.places.indices {
        places.insert(plan.places[row].name)
        plan.places[row].tambon.map { _ = places.insert($0) }
        plan.places[row].amphoe.map { _ = places.insert($0) }
        plan.places[row].province.map { _ = places.insert($0) }
      }
      for row in plan.organisations.indices { others.insert(plan.organisations[row].name) }
      for row in plan.funds.indices { others.insert(plan.funds[row].name) }
      for row in plan.mechanisms.indices { others.insert(plan.mechanisms[row].name) }
      for row in plan.issues.indices { others.insert(plan.issues[row].name) }
      others.insert(plan.name)
    }
    return (places.texts, others.texts)
  }

  private mutating func add(_ name: PersonName, isShown: Bool) {
    // One letter, as in นาย ก., begins every other name.
    let kinds: Kinds = name.given.count < 2 ? [] : isShown ? .shownGiven : .given
    guard let given = index.insert(name.given, kinds) else { return }
    for family in name.families {
      index.insert(name.given + family, isShown ? .shownFull : .full)
    }
    if !isShown { families[given, default: []] += name.families }
  }

  /// How long a name is; consonants with their marks are one.
  private static func length(_ name: [Unicode.Scalar]) -> Int {
    name.indices.count { $0 == 0 || !FoldedText.belongs(name[$0], to: name[$0 - 1]) }
  }

  /// The names that are no part of what things are called: they may stand for the person alone.
  private static func distinct(
    _ names: Set<[Unicode.Scalar]>, from things: [String]
  ) -> [[Unicode.Scalar]] {
    var found = PhraseIndex<Kinds>()
    var phrases: [Int: [Unicode.Scalar]] = [:]
    // A temple behind a monk's name is no family.
    for name in names where !name.starts(with: "วัด".unicodeScalars) {
      if let phrase = found.insert(name, .alone) { phrases[phrase] = name }
    }
    let all = found
    let hits = concurrentMap(things.count, grain: 256) { thing in
      let letters = FoldedText(things[thing]).letters
      return letters.indices.flatMap { all.hits(in: letters, at: $0).map(\.phrase) }
    }
    for phrase in hits.joined() { phrases[phrase] = nil }
    return Array(phrases.values)
  }

  /// The text with a word in place of every name that may not be shown.
  ///
  /// - Complexity: O(text · letters of the longest name begun in it).
  func hidden(in text: String, as word: String) -> String {
    let folded = FoldedText(text)
    var search = Search(names: self, text: folded)
    let ranges = search.ranges()
    if ranges.isEmpty { return text }
    var shown = String.UnicodeScalarView()
    var end = 0
    for range in ranges {
      let pieces = folded.pieces[range]
      guard let first = pieces.first, let last = pieces.last else { continue }
      shown.append(contentsOf: folded.typed[end..<first.lowerBound])
      shown.append(contentsOf: word.unicodeScalars)
      end = last.upperBound
    }
    shown.append(contentsOf: folded.typed[end...])
    return String(shown)
  }

  /// One text, read from its beginning to its end.
  private struct Search {
    let names: HiddenNames
    let text: FoldedText
    /// Names of places so far, each of which ends behind those before it.
    private var places: [Range<Int>] = []

    init(names: HiddenNames, text: FoldedText) {
      self.names = names
      self.text = text
    }

    /// The letters of the names to hide, in order.
    mutating func ranges() -> [Range<Int>] {
      var ranges: [Range<Int>] = []
      var start = 0
      while start < text.letters.count {
        let hits = names.index.hits(in: text.letters, at: start)
        if let place = hits.last(where: { $0.kinds.contains(.place) }),
          place.end > places.last?.upperBound ?? 0
        {
          places.append(start..<place.end)
        }
        var next = start + 1
        for hit in hits.reversed() {
          if let end = hiddenEnd(hit, start) {
            ranges.append(start..<end)
            next = end
          } else if isShown(hit, start) {
            next = hit.end
          } else {
            continue
          }
          break
        }
        start = next
      }
      return ranges
    }

    /// Where the name ends that is to be hidden; nil where the hit is none.
    private func hiddenEnd(_ hit: PhraseIndex<Kinds>.Hit, _ start: Int) -> Int? {
      let range = start..<hit.end
      if hit.kinds.contains(.full), isFullName(range) { return hit.end }
      if hit.kinds.contains(.given) {
        if let end = familyEnd(hit) { return end }
        if isNamed(range), !isInPlace(range) { return hit.end }
      }
      if hit.kinds.contains(.alone), isAlone(range), !isInPlace(range) { return hit.end }
      return nil
    }

    private func isShown(_ hit: PhraseIndex<Kinds>.Hit, _ start: Int) -> Bool {
      let range = start..<hit.end
      if hit.kinds.contains(.shownFull), isFullName(range) { return true }
      return hit.kinds.contains(.shownGiven) && isNamed(range)
    }

    /// Short names run together are also words: มี + นา in มีนาคม.
    private func isFullName(_ range: Range<Int>) -> Bool {
      if text.isCutInLatin(range), Title.start(before: range, in: text) == nil { return false }
      return text.hasGap(range) || text.count(of: range) >= 8
        || Title.start(before: range, in: text) != nil
    }

    private func isNamed(_ range: Range<Int>) -> Bool {
      !text.continuesSyllable(at: range.upperBound) && Title.start(before: range, in: text) != nil
    }

    private func isAlone(_ range: Range<Int>) -> Bool {
      if text.continuesSyllable(at: range.upperBound) { return false }
      if text.isWordStart(range.lowerBound) { return true }
      if text.cutsLatinWord(at: range.lowerBound) { return false }
      return text.count(of: range) >= 8 || Title.start(before: range, in: text) != nil
    }

    private func isInPlace(_ range: Range<Int>) -> Bool {
      let start = Title.start(before: range, in: text) ?? range.lowerBound
      return places.last { $0.lowerBound <= start }.map { $0.upperBound >= range.upperBound }
        ?? false
    }

    /// Where the family name ends that stands behind a given name and a nickname in brackets.
    private func familyEnd(_ hit: PhraseIndex<Kinds>.Hit) -> Int? {
      guard hit.end < text.letters.count, "([（“\"".unicodeScalars.contains(text.letters[hit.end]),
        let close = text.letters[hit.end...].prefix(20).dropFirst().firstIndex(where: {
          ")]）”\"".unicodeScalars.contains($0)
        })
      else { return nil }
      let rest = text.letters[(close + 1)...]
      let family = names.families[hit.phrase, default: []].last { rest.starts(with: $0) }
      return family.map { close + 1 + $0.count }
    }
  }
}
