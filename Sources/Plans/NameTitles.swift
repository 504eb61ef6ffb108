import Graphs

/// Words that names may begin with, found by their first letter.
struct LeadingWords: Sendable {
  /// A word, and what stands for the same.
  struct Word {
    let letters: [UInt32]
    let meaning: [UInt32]

    /// A word of match keys; a title has no meaning.
    init(_ word: String, meaning: String = "") {
      letters = word.unicodeScalars.map(\.value)
      self.meaning = meaning.unicodeScalars.map(\.value)
    }
  }

  /// By the last bits of their first letters, of these the longest first.
  private let words: [Word]
  /// Where the words of some last bits begin; one more for the end.
  private let starts: [Int]
  /// The letters of all words, and where those of each begin; one more for the end.
  private let letters: [UInt32]
  private let places: [Int]
  /// The second letter of each; 0 where it has but one.
  private let seconds: [UInt32]

  /// Words in an order of their own where they are equally long.
  init(_ words: [Word]) {
    let groups = Dictionary(grouping: words) { Self.slot($0.letters.first ?? 0) }
    var sorted: [Word] = []
    var starts = [0]
    for slot in 0..<Self.slotCount {
      sorted += (groups[slot] ?? []).sorted { $0.letters.count > $1.letters.count }
      starts.append(sorted.count)
    }
    (self.words, self.starts) = (sorted, starts)
    letters = sorted.flatMap(\.letters)
    seconds = sorted.map { $0.letters.dropFirst().first ?? 0 }
    places = sorted.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.letters.count) }
  }

  private static let slotCount = 128

  private static func slot(_ letter: UInt32) -> Int { Int(letter) & (slotCount - 1) }

  /// The longest word that a name begins with and that leaves at least so many letters.
  func longest(of name: UnsafeBufferPointer<UInt32>, leaving least: Int) -> Int? {
    guard let first = name.first else { return nil }
    let slot = Self.slot(first)
    let second = name.count > 1 ? name[1] : 0
    for word in starts[slot]..<starts[slot + 1]
    where seconds[word] == second || seconds[word] == 0 {
      let start = places[word]
      let count = places[word + 1] - start
      var same = 0
      while same < count, same < name.count, letters[start + same] == name[same] { same += 1 }
      if same == count, name.count >= count + least { return word }
    }
    return nil
  }

  subscript(place: Int) -> Word { words[place] }

  /// How many letters a word has.
  func length(_ word: Int) -> Int { places[word + 1] - places[word] }
}

extension LeadingWords {
  /// The abbreviations of a vocabulary and their words in full: `อบต.`, `องค์การบริหารส่วนตำบล`.
  init(abbreviationsOf vocabulary: Vocabulary) {
    self.init(
      [Vocabulary.Subject.agencies, .fundKinds].flatMap(vocabulary.keys)
        .filter { $0.word.hasSuffix(".") || $0.word.unicodeScalars.count >= 4 }
        .map { Word($0.word, meaning: "{\($0.key)}") })
  }

  /// What may stand before names of a kind.
  static func titles(of kind: NodeKind) -> LeadingWords { titles[kind] ?? LeadingWords([]) }

  private static let titles = Dictionary(
    uniqueKeysWithValues: NodeKind.all.map { kind in
      (kind, LeadingWords(kind.titles.map { Word(MatchKey.name($0)) }))
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
