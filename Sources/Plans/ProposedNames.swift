import Graphs
import Sheets

/// Proposes to take near names of a plan for the same: words that refer to nothing and the rows they
/// may mean, and rows whose names hardly differ.
struct ProposedNames {
  /// The kinds of which names are compared.
  static let kinds: [NodeKind] = [
    .place, .activity, .leader, .organisation, .fund, .mechanism, .issue,
  ]

  private let plan: Plan
  /// By kind how many rows the plan's tables hold, before others are made of cells.
  private let rowCounts: [Int]
  /// Where a proposal would be accepted.
  private let mappingPlace: (path: String, file: String?)
  /// The file or folder of the plan.
  private let source: Source
  private let log: DiagnosticLog
  private(set) var proposals: [AcceptableProposal] = []

  init(
    _ plan: Plan, rowCounts: [Int], mappingPlace: (path: String, file: String?), _ source: Source,
    _ log: DiagnosticLog
  ) {
    self.plan = plan
    self.rowCounts = rowCounts
    self.mappingPlace = mappingPlace
    self.source = source
    self.log = log
  }

  /// A name of the plan, and where it stands.
  private struct Known {
    let name: String
    let key: NameKey
    /// The row; nil for a word that refers to none.
    let index: Int?
    let source: Source
    /// Whether it is a row of a table, and not one made of a word.
    let isRow: Bool
  }

  /// Compares the names of a kind, and the words that refer to none of it.
  mutating func compare(_ kind: NodeKind, and references: [RowReference] = []) {
    var known = rowNames(kind)
    let rowCount = known.count
    if rowCount == 0 || (rowCount == 1 && references.isEmpty) { return }
    let words = Dictionary(grouping: references) { MatchKey.name($0.text) }
    let names = words.isEmpty ? [] : Set(known.map(\.key))
    for (key, references) in words.sorted(by: { $0.key < $1.key }) {
      let key = NameKey(key)
      if names.contains(key) { continue }
      known.append(
        Known(
          name: references[0].text, key: key, index: nil, source: references[0].source,
          isRow: false))
    }
    let keys = known.map(\.key.text)
    let pairs = NearNames(keys, of: kind, vocabulary: plan.vocabulary).pairs()
    if pairs.count >= NearNames.limit { log.add(.manyNearNames(kind, shown: pairs.count), source) }
    for pair in pairs { add(known[pair.first], known[pair.second], pair.reason, kind, words) }
    proposeByNumber(known[rowCount...], kind, words)
  }

  /// The names of the rows of a kind, each once.
  private func rowNames(_ kind: NodeKind) -> [Known] {
    var seen: Set<NameKey> = []
    return (0..<plan.count(of: kind)).compactMap { index in
      guard let record = plan.header(kind, index) else { return nil }
      let key = NameKey(record.name)
      guard seen.insert(key).inserted else { return nil }
      return Known(
        name: record.name, key: key, index: index, source: record.source,
        isRow: index < rowCounts[Int(kind.rawValue)])
    }
  }

  private mutating func add(
    _ first: Known, _ second: Known, _ reason: NameProposal.Reason, _ kind: NodeKind,
    _ words: [String: [RowReference]]
  ) {
    guard let index = first.index else { return }
    if let other = second.index, areApart(kind, index, other) { return }
    // The name in a table counts, and of two rows the one with an id, else the upper.
    let hasID = self.hasID(first, kind)
    let isUpside =
      second.index == nil
      || (first.isRow, hasID) == (second.isRow, self.hasID(second, kind))
      || first.isRow && (!second.isRow || hasID)
    let (kept, other) = isUpside ? (first, second) : (second, first)
    propose(kept, other, reason, kind, words)
  }

  /// Whether a row has an id besides its name.
  private func hasID(_ known: Known, _ kind: NodeKind) -> Bool {
    let record = known.index.flatMap { plan.header(kind, $0) }
    return record.map { NameKey($0.id) != NameKey($0.name) } ?? false
  }

  private mutating func propose(
    _ kept: Known, _ other: Known, _ reason: NameProposal.Reason, _ kind: NodeKind,
    _ words: [String: [RowReference]]
  ) {
    let proposal = NameProposal(
      kind: kind, name: kept.name, also: other.name, reason: reason,
      isBetweenRows: kept.isRow && other.isRow, place: kept.source)
    proposals.append(
      AcceptableProposal(proposal: proposal, path: mappingPlace.path, file: mappingPlace.file))
    guard other.index == nil else {
      log.add(.nearNames(proposal), other.source)
      return
    }
    for word in words[MatchKey.name(other.name)] ?? [] {
      log.add(.nearNames(proposal), word.source)
    }
  }

  /// Whether two rows say of themselves that they are two: villages of other numbers or tambons.
  private func areApart(_ kind: NodeKind, _ first: Int, _ second: Int) -> Bool {
    guard kind == .place else { return false }
    let (left, right) = (plan.places[first], plan.places[second])
    let columns: [(String?, String?)] = [
      (left.moo, right.moo), (left.tambon, right.tambon), (left.amphoe, right.amphoe),
      (left.province, right.province),
    ]
    return columns.contains { one, other in
      guard let one, let other else { return false }
      return MatchKey.name(Numerals.western(one)) != MatchKey.name(Numerals.western(other))
    }
  }

  /// Words such as `1` for the one row of the id `01`: numbers that lost their zeros in Excel.
  private mutating func proposeByNumber(
    _ words: ArraySlice<Known>, _ kind: NodeKind, _ references: [String: [RowReference]]
  ) {
    guard !words.isEmpty else { return }
    let ids = (0..<plan.count(of: kind)).map { index in
      (plan.header(kind, index)?.id.withoutLeadingZeros ?? "", index)
    }
    let rows = Dictionary(grouping: ids, by: \.0)
    for word in words {
      let key = word.name.withoutLeadingZeros
      guard key.contains(where: \.isNumber), let found = rows[key], found.count == 1,
        let record = plan.header(kind, found[0].1)
      else { continue }
      let row = Known(
        name: record.id, key: NameKey(record.id), index: found[0].1, source: record.source,
        isRow: true)
      propose(row, word, .zeros, kind, references)
    }
  }
}

extension String {
  /// The match key without zeros before a number: `F1` of `f01`.
  fileprivate var withoutLeadingZeros: String {
    var key = ""
    for character in MatchKey.name(Numerals.western(self)) {
      if key.last == "0", character.isNumber, key.dropLast().last?.isNumber != true {
        key.removeLast()
      }
      key.append(character)
    }
    return key
  }
}
