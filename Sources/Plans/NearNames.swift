import Graphs

/// Finds names that differ by little, without comparing each with each.
///
/// One letter off is found through deletion neighbourhoods: two texts are within one insertion,
/// deletion, replacement or swap only if they agree after at most one letter is taken from each (the
/// symmetric deletion of W. Garbe's *SymSpell*, 2012). What agrees is then compared in full. Letters
/// are Unicode scalars, so that a Thai tone mark or vowel too many is one letter; a silenced
/// consonant and its mark are one.
struct NearNames {
  /// A name, in the forms that it is compared in, each a range of `letters`.
  private struct Form {
    /// Without blanks and signs.
    let bare: Range<Int>
    /// Also without titles, and abbreviations in full.
    let core: Range<Int>
    /// Without its title, abbreviations as they are: `กลุ่มออมทรัพย์…` is a kind of fund and has a title.
    let untitled: Range<Int>
    let isExpanded: Bool
    /// Whether a place is said to be a tambon, amphoe or province, and so no village.
    let level: Unicode.Scalar?
  }

  private let names: [String]
  /// The forms of all names, one after the other.
  private var letters: [Unicode.Scalar] = []
  private var forms: [Form] = []

  /// Names to be compared.
  ///
  /// - Parameters:
  ///   - names: The match keys of the names, each once.
  ///   - kind: What they are names of, which says what titles may stand before them.
  ///   - vocabulary: Where abbreviations are looked up.
  init(_ names: [String], of kind: NodeKind, vocabulary: Vocabulary) {
    self.names = names
    let titles = Self.titles[kind] ?? [:]
    let abbreviations = vocabulary.abbreviations
    forms.reserveCapacity(names.count)
    letters.reserveCapacity(names.reduce(0) { $0 + $1.utf8.count })
    var name: [Unicode.Scalar] = []
    for text in names {
      name.removeAll(keepingCapacity: true)
      name.append(contentsOf: text.unicodeScalars)
      add(name, titles, abbreviations, level: kind == .place ? Self.level(of: name) : nil)
    }
  }

  private mutating func add(
    _ name: [Unicode.Scalar], _ titles: [Unicode.Scalar?: [[Unicode.Scalar]]],
    _ abbreviations: Abbreviations,
    level: Unicode.Scalar?
  ) {
    let title = titles[name.first]?.first {
      name.count > $0.count + 3 && Self.holds(name[...], $0, at: 0)
    }
    let abbreviation = abbreviations[name.first]?.first { Self.holds(name[...], $0.word, at: 0) }
    let rest = name.dropFirst(title?.count ?? 0)
    let bare = addBare(name[...])
    var core = bare
    var untitled = bare
    if let abbreviation {
      core = addBare(
        Self.withoutLevels(abbreviation.key[...] + name.dropFirst(abbreviation.word.count)))
      untitled = addBare(Self.withoutLevels(rest))
    } else {
      let bareRest = Self.withoutLevels(rest)
      if bareRest.count < name.count { core = addBare(bareRest) }
      untitled = core
    }
    forms.append(
      Form(
        bare: bare, core: core, untitled: untitled, isExpanded: abbreviation != nil, level: level))
  }

  private static func holds(
    _ name: ArraySlice<Unicode.Scalar>, _ word: [Unicode.Scalar], at start: Int
  ) -> Bool {
    guard start + word.count <= name.endIndex else { return false }
    for index in word.indices where name[start + index] != word[index] { return false }
    return true
  }

  /// The first letter of the level that a place's name begins with: ตำบล, อำเภอ or จังหวัด.
  private static func level(of name: [Unicode.Scalar]) -> Unicode.Scalar? {
    levels.prefix(6).first { holds(name[...], $0, at: 0) }?.first
  }

  /// Words of an administrative level, which many write in short and some leave out; the last two are
  /// a village's.
  private static let levels = ["ตำบล", "ต.", "อำเภอ", "อ.", "จังหวัด", "จ.", "หมู่บ้าน", "บ้าน"]
    .map { Array($0.unicodeScalars) }

  /// Whether one of these words may begin with two letters.
  private static func beginsLevel(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    switch (first, second) {
    case ("ต", "ำ"), ("ต", "."), ("อ", "ำ"), ("อ", "."), ("จ", "ั"), ("จ", "."), ("ห", "ม"),
      ("บ", "้"):
      true
    default: false
    }
  }

  private static func withoutLevels(
    _ name: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    let pairs = zip(name, name.dropFirst())
    guard pairs.contains(where: { beginsLevel($0, $1) }) else { return name }
    var rest: [Unicode.Scalar] = []
    rest.reserveCapacity(name.count)
    var index = name.startIndex
    while index < name.endIndex {
      let level =
        index + 1 < name.endIndex && beginsLevel(name[index], name[index + 1])
        ? levels.first { holds(name, $0, at: index) } : nil
      // The last letters of a name are no level; `บ้าน` alone may well be the name.
      if let level, index + level.count + 2 < name.endIndex {
        index += level.count
      } else {
        rest.append(name[index])
        index += 1
      }
    }
    return rest[...]
  }

  /// Adds the letters and digits of a name; what a word alone says by one letter, or by a Roman number,
  /// counts as digits do.
  private mutating func addBare(_ name: ArraySlice<Unicode.Scalar>) -> Range<Int> {
    let start = letters.count
    var word = start
    for scalar in name {
      if Self.isSeparator(scalar) {
        endWord(&word)
      } else if Self.isLetterOrDigit(scalar) {
        letters.append(scalar)
      }
    }
    endWord(&word)
    joinSilent(from: start)
    return start..<letters.count
  }

  /// Ends a word that begins at a place, and begins the next.
  private mutating func endWord(_ start: inout Int) {
    let length = letters.count - start
    let isNumber =
      length == 1
      || (length <= 4 && letters[start...].allSatisfy { $0 == "i" || $0 == "v" || $0 == "x" })
    // Beyond all letters in use, so that nothing else is taken for them.
    if isNumber {
      for index in start..<letters.count {
        letters[index] = Unicode.Scalar(0xF0000 + letters[index].value) ?? letters[index]
      }
    }
    start = letters.count
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "(", ")", "/", "-", ",", "\u{22}", "“", "”": true
    default: false
    }
  }

  /// Makes a consonant and the mark that silences it (ย์) one letter: who forgets one forgets both.
  private mutating func joinSilent(from start: Int) {
    var end = start
    for index in start..<letters.count {
      let letter = letters[index]
      if letter == "\u{0E4C}", end > start, (0x0E01...0x0E2E).contains(letters[end - 1].value) {
        letters[end - 1] = Unicode.Scalar(0x10_0000 + letters[end - 1].value) ?? letter
      } else {
        letters[end] = letter
        end += 1
      }
    }
    letters.removeLast(letters.count - end)
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E3F, 0x0E4F, 0x0E5A, 0x0E5B: false
    case 0x0E01...0x0E5B, 0x30...0x39, 0x61...0x7A: true
    case 0...0x7F: scalar == "{" || scalar == "}"
    default: scalar.properties.isAlphabetic || isDigit(scalar)
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x0E50...0x0E59: true
    case 0...0x7F, 0x0E00...0x0E7F: false
    case 0xF0000...0xFFFFF: true
    default: scalar.properties.numericType != nil
    }
  }

  /// The pairs of near names, by their places in the list: the smaller first, each once, ascending.
  ///
  /// Of very many names that all are near each other each is paired with some only.
  ///
  /// - Complexity: O(letters · log letters).
  func pairs() -> [(first: Int, second: Int, reason: NameProposal.Reason)] {
    var found: [Pair: NameProposal.Reason] = [:]
    for (first, second) in neighbours() {
      guard names[first] != names[second], let reason = reason(first, second) else { continue }
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
  private func neighbours() -> [(Int, Int)] {
    var keys: [(hash: UInt64, name: Int32)] = []
    keys.reserveCapacity(forms.reduce(0) { $0 + $1.bare.count + 3 })
    for (index, form) in forms.enumerated() {
      let name = Int32(index)
      addHashes(of: form.bare, leavingOut: form.bare.count >= Self.shortest, name, to: &keys)
      if form.core != form.bare, letters[form.core] != letters[form.bare] {
        addHashes(of: form.core, leavingOut: false, name, to: &keys)
      }
      if form.untitled != form.core, letters[form.untitled] != letters[form.bare],
        letters[form.untitled] != letters[form.core]
      {
        addHashes(of: form.untitled, leavingOut: false, name, to: &keys)
      }
    }
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

  /// The keys that several entries may share: most are the only ones of their kind, and are left out
  /// before the rest is sorted.
  private static func shared(_ keys: [(hash: UInt64, name: Int32)]) -> [(hash: UInt64, name: Int32)]
  {
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
  private static let reach = 16

  /// Shorter names are near to too many others by a letter.
  private static let shortest = 7

  /// Adds the hash of a text, and of the text without each of its letters; digits are never left out.
  private func addHashes(
    of range: Range<Int>, leavingOut: Bool, _ name: Int32,
    to keys: inout [(hash: UInt64, name: Int32)]
  ) {
    // A polynomial in the letters, so that leaving one out costs no walk through the text.
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    let text = letters[range]
    var ahead = text.reduce(0) { $0 &* base &+ UInt64($1.value) &+ 1 }
    keys.append((ahead, name))
    guard leavingOut else { return }
    var behind: UInt64 = 0
    var power: UInt64 = 1
    for letter in text.reversed() {
      let value = UInt64(letter.value) &+ 1
      ahead = (ahead &- value) &* Self.inverse
      if !Self.isDigit(letter) { keys.append((ahead &* power &+ behind, name)) }
      behind &+= value &* power
      power &*= base
    }
  }

  /// What times the base of the hashes is 1 among numbers of 64 bits (Newton's iteration).
  private static let inverse: UInt64 = {
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    var inverse = base
    for _ in 0..<6 { inverse &*= 2 &- base &* inverse }
    return inverse
  }()

  private func reason(_ first: Int, _ second: Int) -> NameProposal.Reason? {
    let (left, right) = (forms[first], forms[second])
    if left.level != right.level { return nil }
    if letters[left.bare] == letters[right.bare] { return .blanks }
    if letters[left.core] == letters[right.core], left.core.count >= 3 {
      return left.isExpanded || right.isExpanded ? .abbreviation : .title
    }
    if letters[left.untitled] == letters[right.untitled], left.untitled.count >= 3 { return .title }
    let isOneOff = Self.isOneLetterOff(Array(letters[left.bare]), Array(letters[right.bare]))
    return isOneOff ? .letter : nil
  }

  /// Whether one letter was added, left out, replaced or swapped with the next; digits never are.
  static func isOneLetterOff(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 1, long.count >= shortest else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    guard same < long.count, !isDigit(long[same]),
      same == short.count || !isDigit(short[same])
    else { return false }
    if short.count < long.count { return short[same...] == long[(same + 1)...] }
    if short[(same + 1)...] == long[(same + 1)...] { return true }
    return same + 1 < short.count && short[same] == long[same + 1]
      && short[same + 1] == long[same] && short[(same + 2)...] == long[(same + 2)...]
  }
}

extension NearNames {
  /// By their first letter words that stand for the same as their key, the longest first; `อบต.` and its full name.
  typealias Abbreviations = [Unicode.Scalar?: [(word: [Unicode.Scalar], key: [Unicode.Scalar])]]

  /// The abbreviations of a vocabulary.
  static func abbreviations(of vocabulary: Vocabulary) -> Abbreviations {
    let words = [Vocabulary.Subject.agencies, .fundKinds].flatMap(vocabulary.keys)
      .filter { $0.word.hasSuffix(".") || $0.word.unicodeScalars.count >= 4 }
      .map { (word: Array($0.word.unicodeScalars), key: Array("{\($0.key)}".unicodeScalars)) }
      .sorted { $0.word.count > $1.word.count }
    return Dictionary(grouping: words) { $0.word.first }
  }

  /// By their first letter what may stand before names, the longest first.
  private static let titles = Dictionary(
    uniqueKeysWithValues: NodeKind.all.map { kind in
      let titles = kind.titles.map { Array(MatchKey.name($0).unicodeScalars) }
      return (kind, Dictionary(grouping: titles.sorted { $0.count > $1.count }) { $0.first })
    })
}

extension NodeKind {
  /// What may stand before a name of this kind, or not.
  fileprivate var titles: [String] {
    switch self {
    case .leader:
      [
        "นาย", "นาง", "นางสาว", "น.ส.", "นส.", "ด.ช.", "ด.ญ.", "เด็กชาย", "เด็กหญิง", "คุณ", "ดร.",
        "อาจารย์",
        "อ.", "ครู", "ผู้ใหญ่บ้าน", "ผู้ใหญ่", "ผญ.", "กำนัน", "พ่อ", "แม่", "ลุง", "ป้า", "mr.", "mrs.", "ms.",
        "miss",
      ]
    case .place: ["บ้าน", "บ.", "หมู่บ้าน", "ชุมชน", "ตำบล", "ต.", "ban ", "village "]
    case .organisation, .fund:
      [
        "กลุ่ม", "ชมรม", "กองทุน", "เครือข่าย", "คณะกรรมการ", "คกก.", "วิสาหกิจชุมชน", "สมาคม", "สหกรณ์",
        "ศูนย์",
        "โครงการ",
      ]
    case .activity: ["โครงการ", "กิจกรรม", "แผนงาน", "งาน", "การ", "project "]
    case .mechanism: ["สำนักงาน", "สนง.", "ที่ทำการ", "กอง", "สำนัก"]
    default: ["ปัญหา", "เรื่อง", "ด้าน", "งาน", "การ", "ประเด็น"]
    }
  }
}
