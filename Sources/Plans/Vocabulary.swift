import Sheets
import Yams

/// Words of the field that mean the same: those of `Resources/vocabulary.yaml`, and a planner's own.
public struct Vocabulary: Sendable {
  /// What words are for.
  public enum Subject: String, Sendable, CaseIterable {
    /// What work is about.
    case issues
    /// Offices and other supporters.
    case agencies
    /// Kinds of funds and savings groups.
    case fundKinds = "fund_kinds"
  }

  /// Words of one meaning.
  public struct Entry: Sendable, Equatable {
    /// The name for programs.
    public let key: String
    /// All words as written, the Thai one that is shown first.
    public fileprivate(set) var words: [String]

    /// The word that is shown in Thai: the first with a Thai letter.
    public var thai: String { words.first(where: Self.isThai) ?? words.first ?? key }
    /// The word that is shown in English: the last of those without a Thai letter.
    public var english: String { words.last { !Self.isThai($0) } ?? words.first ?? key }

    private static func isThai(_ word: String) -> Bool {
      word.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) }
    }
  }

  private var entries: [Subject: [Entry]] = [:]
  private var places: [Subject: [NameKey: Int]] = [:]
  /// The words by which names are known for the same.
  private(set) var abbreviations = LeadingWords([])
  /// Whether a planner's own words are in it.
  private(set) var holdsOwnWords = false

  /// The vocabulary that comes with the program.
  public static let standard: Vocabulary = {
    var vocabulary = Vocabulary()
    // The program's own file is read by a test; a planner's mistakes are told where hers is read.
    try? vocabulary.add(
      String(decoding: PackageResources.vocabulary_yaml, as: UTF8.self), path: fileName)
    return vocabulary
  }()

  /// The name of a planner's own file beside a workbook or in a folder.
  static let fileName = "vocabulary.yaml"

  /// A vocabulary without words.
  init() {}

  /// This vocabulary with the words of a planner's own file, which go before those there were.
  ///
  /// - Throws: `PlanError` with the line of what cannot be read as meant.
  func adding(contentsOf path: String) throws(PlanError) -> Vocabulary {
    var vocabulary = self
    try vocabulary.add(try Mapping.content(of: path), path: path)
    vocabulary.holdsOwnWords = true
    return vocabulary
  }

  /// The entries of a subject, in the order of the file.
  public func entries(_ subject: Subject) -> [Entry] { entries[subject] ?? [] }

  /// The entry of a word, by its match key.
  public func entry(_ word: String, _ subject: Subject) -> Entry? {
    places[subject]?[NameKey(word)].map { entries(subject)[$0] }
  }

  /// What all names of one issue share: the vocabulary's key, else the folded name itself.
  public func issueKey(_ name: String) -> String {
    entry(name, .issues)?.key ?? MatchKey.name(name)
  }

  /// The words of a subject by their match keys, with the key of their entry.
  func keys(_ subject: Subject) -> [(word: String, key: String)] {
    entries(subject).flatMap { entry in entry.words.map { (MatchKey.name($0), entry.key) } }
  }
}

extension Vocabulary {
  /// Adds the words of a file.
  mutating func add(_ text: String, path: String) throws(PlanError) {
    // The reader of mappings also knows how to tell of lines, keys and shapes.
    let reader = try Mapping(text: "", path: path)
    guard let root = try Mapping.root(of: text, path: path) else { return }
    let allowed = Subject.allCases.map(\.rawValue)
    for (word, node) in try reader.entries(root, of: Self.fileName, allowed: allowed) {
      guard let subject = Subject(rawValue: word), !node.isEmptyScalar else { continue }
      guard let mapping = node.mapping else { throw reader.wrong(node, word, Self.example) }
      try add(mapping, subject, reader)
    }
    abbreviations = LeadingWords(abbreviationsOf: self)
  }

  private static let example = "tao: [องค์การบริหารส่วนตำบล, อบต., TAO]"

  private mutating func add(
    _ mapping: Node.Mapping, _ subject: Subject, _ reader: Mapping
  ) throws(PlanError) {
    var own: [String: String] = [:]
    for (key, node) in mapping {
      let name = key.scalar?.string ?? ""
      guard let words = node.sequence, !words.isEmpty else {
        throw reader.wrong(node, name, Self.example)
      }
      for node in words {
        let word = try reader.text(node, name)
        let key = MatchKey.name(word)
        if let first = own[key], first != name {
          throw reader.error(node, .wordTwice(word, first: first))
        }
        own[key] = name
        add(word, to: name, subject)
      }
    }
  }

  private mutating func add(_ word: String, to name: String, _ subject: Subject) {
    let key = NameKey(word)
    if let old = places[subject]?[key] {
      if entries[subject]?[old].key == name { return }
      entries[subject]?[old].words.removeAll { NameKey($0) == key }
    }
    let place = entries(subject).firstIndex { $0.key == name } ?? entries(subject).count
    if place == entries(subject).count {
      entries[subject, default: []].append(Entry(key: name, words: []))
    }
    entries[subject]?[place].words.append(word)
    places[subject, default: [:]][key] = place
  }
}

extension Node {
  fileprivate var isEmptyScalar: Bool { scalar?.string.isEmpty ?? false }
}
