import Graphs

/// Names in the letters that they are compared by.
///
/// Letters are the numbers of Unicode scalars, so that a Thai tone mark or vowel too many is one letter;
/// a silenced consonant and its mark are one.
struct NameForms: ~Copyable {
  /// A name, in the forms that it is compared in, each a range of `letters`.
  struct Form {
    /// Without blanks and signs.
    let bare: Range<Int>
    /// Also without titles, and abbreviations in full.
    let core: Range<Int>
    /// Without its title, abbreviations as they are: `กลุ่มออมทรัพย์…` is a kind of fund and has a title.
    let untitled: Range<Int>
    let isExpanded: Bool
    /// Whether a place is said to be a tambon, amphoe or province, and so no village.
    let level: UInt32?
  }

  private var forms: [Form] = []
  private var room = Pile<UInt32>()
  private let titles: LeadingWords
  private let abbreviations: LeadingWords
  private let areOfPlaces: Bool
  /// The name that is taken apart.
  private var name = Pile<UInt32>()
  /// Whether it is several Thai letters, none of them silenced, and so is bare as it is.
  private var isPlain = false

  /// The forms of the match keys of names.
  init(_ names: [String], of kind: NodeKind, vocabulary: Vocabulary) {
    titles = .titles(of: kind)
    abbreviations = vocabulary.abbreviations
    areOfPlaces = kind == .place
    forms.reserveCapacity(names.count)
    for name in names { add(name) }
  }

  /// The forms of a name by its place in the list.
  subscript(name: Int) -> Form { forms[name] }

  /// The letters of all forms, one form after the other.
  var letters: UnsafePointer<UInt32> { UnsafePointer(room.elements) }

  /// The letters of a form.
  func text(_ form: Range<Int>) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: letters + form.lowerBound, count: form.count)
  }

  private mutating func add(_ text: String) {
    read(text)
    let name = UnsafeBufferPointer(start: name.elements, count: name.count)
    let title = titles.longest(of: name, leaving: 4).map(titles.length) ?? 0
    let abbreviation = abbreviations.longest(of: name, leaving: 0)
    let bare = addBare(name)
    let level = Self.level(in: name, from: title)
    let isWhole = title == 0 && level == nil
    let untitled = isWhole ? bare : addRest(of: name, from: title, without: level)
    let core =
      abbreviation.map { place in
        let word = abbreviations[place]
        let length = word.letters.count
        return addRest(
          of: name, from: length, without: Self.level(in: name, from: length), behind: word.meaning)
      } ?? untitled
    forms.append(
      Form(
        bare: bare, core: core, untitled: untitled, isExpanded: abbreviation != nil,
        level: areOfPlaces ? Self.level(of: name) : nil))
  }

  private mutating func read(_ text: String) {
    name.removeAll()
    let most = text.utf8.count
    let letters = name.extend(by: most)
    var count = 0
    var hasOthers = false
    let isRead = MatchKey.forEachScalar(of: text) { letter in
      letters[count] = letter
      count &+= 1
      hasOthers = !BareLetters.isPlain(letter) || hasOthers
    }
    isPlain = isRead && !hasOthers && count > 1
    if isRead { return name.removeLast(most - count) }
    name.removeAll()
    for scalar in MatchKey.name(text).unicodeScalars { name.append(scalar.value) }
  }

  /// Adds a word and what follows a place in a name, bare and without the words of levels.
  ///
  /// - Parameter level: Where the first of these stands.
  private mutating func addRest(
    of name: UnsafeBufferPointer<UInt32>, from first: Int, without level: Range<Int>?,
    behind word: [UInt32] = []
  ) -> Range<Int> {
    let start = room.count
    let most = word.count + name.count - first
    var bare = BareLetters(room.extend(by: most), isPlain: isPlain && word.isEmpty)
    word.withUnsafeBufferPointer { bare.add($0[...]) }
    var (next, level) = (first, level)
    while let found = level {
      bare.add(name[next..<found.lowerBound])
      next = found.upperBound
      level = Self.level(in: name, from: next)
    }
    bare.add(name[next...])
    bare.end()
    room.removeLast(most - bare.count)
    return start..<room.count
  }

  /// Adds the letters and digits of a name.
  private mutating func addBare(_ name: UnsafeBufferPointer<UInt32>) -> Range<Int> {
    let start = room.count
    var bare = BareLetters(room.extend(by: name.count), isPlain: isPlain)
    bare.add(name[...])
    bare.end()
    room.removeLast(name.count - bare.count)
    return start..<room.count
  }
}

/// Levels of administration.
extension NameForms {
  /// Words of an administrative level, which many write in short and some leave out; the last two are
  /// a village's.
  private static let levels = LeadingWords(
    ["ตำบล", "ต.", "อำเภอ", "อ.", "จังหวัด", "จ.", "หมู่บ้าน", "บ้าน"].map { .init($0) })

  /// The first letter of the level that a place's name begins with: ตำบล, อำเภอ or จังหวัด.
  private static func level(of name: UnsafeBufferPointer<UInt32>) -> UInt32? {
    guard let first = name.first, first == 0x0E15 || first == 0x0E2D || first == 0x0E08 else {
      return nil
    }
    return levels.longest(of: name, leaving: 0) == nil ? nil : first
  }

  /// Where the next of these words stands in a name from a place on.
  private static func level(
    in name: UnsafeBufferPointer<UInt32>, from first: Int
  ) -> Range<Int>? {
    var place = first
    while place + 1 < name.count {
      if beginsLevel(name[place], name[place + 1]) {
        let rest = UnsafeBufferPointer(rebasing: name[place...])
        // The last letters of a name are no level; `บ้าน` alone may well be the name.
        if let level = levels.longest(of: rest, leaving: 3) {
          return place..<(place + levels.length(level))
        }
      }
      place += 1
    }
    return nil
  }

  /// Whether one of these words may begin with two letters.
  private static func beginsLevel(_ first: UInt32, _ second: UInt32) -> Bool {
    guard first &- 0x0E00 < 64, levelLetters >> (first - 0x0E00) & 1 == 1 else { return false }
    return switch first {
    // ต, อ and จ, then their vowel or a dot; ห, then ม; บ, then the tone mark.
    case 0x0E15, 0x0E2D: second == 0x0E33 || second == 0x2E
    case 0x0E08: second == 0x0E31 || second == 0x2E
    case 0x0E2B: second == 0x0E21
    default: second == 0x0E49
    }
  }

  /// What these words begin with, a bit for each letter from U+0E00 on: most letters are none of them.
  private static let levelLetters: UInt64 =
    1 << 0x08 | 1 << 0x15 | 1 << 0x1A | 1 << 0x2B | 1 << 0x2D
}
