import Sheets

extension PlanReading {
  /// The proposals that can be accepted all at once, in the order of the plans.
  ///
  /// Not two rows of a table, which may well be two; nor a word that several rows are proposed for.
  public var clearProposals: [NameProposal] {
    let open = nameProposals.filter { !$0.isBetweenRows }
    let names = Dictionary(grouping: open, by: \.word).mapValues { Set($0.map(\.keyOfName)) }
    return open.filter { names[$0.word]?.count == 1 }
  }

  /// The names that may be others, in the order of the plans; each once.
  public var nameProposals: [NameProposal] {
    var seen: Set<NameProposal> = []
    return proposals.map(\.proposal).filter { seen.insert($0).inserted }
  }

  /// Writes into the mappings that names mean the same, so that they hold whenever it is read again.
  ///
  /// All that stands in a mapping stays as it is; where there is none, one is made beside the plan.
  ///
  /// - Returns: The mappings that were written, in the order of the plans.
  /// - Throws: `PlanError` where a mapping cannot be added to or written; others may be written then.
  public func accept(_ accepted: [NameProposal]) throws(PlanError) -> [String] {
    let accepted = Set(accepted)
    var paths: [String] = []
    var rules: [String: [SameRule]] = [:]
    for item in proposals where accepted.contains(item.proposal) {
      if rules[item.path] == nil { paths.append(item.path) }
      rules[item.path, default: []].append(
        SameRule(
          kind: item.proposal.kind, name: item.proposal.name, also: [item.proposal.also],
          file: item.file))
    }
    for path in paths { try Mapping.accept(rules[path] ?? [], at: path) }
    return paths
  }
}

extension NameProposal {
  /// What is read otherwise where the proposal is accepted.
  fileprivate var word: String { "\(kind.word)/\(MatchKey.name(also))" }
  fileprivate var keyOfName: String { MatchKey.name(name) }
}

extension Mapping {
  fileprivate static func accept(_ rules: [SameRule], at path: String) throws(PlanError) {
    let before = FileBytes.exists(path) ? try content(of: path) : ""
    let known = try Mapping(text: before, path: path).same
    let new = rules.filter { !known.contains($0) }
    let after = try text(before, path: path, accepting: new)
    // What is written must read as meant, or nothing is written.
    let same = try Mapping(text: after, path: path).same
    guard new.allSatisfy(same.contains), same.count == known.count + new.count else {
      throw .mapping(path: path, line: nil, problem: .oneLine(key: "same"))
    }
    do { try FileBytes.write(Array(after.utf8), to: path) } catch { throw .sheet(error) }
  }
}
