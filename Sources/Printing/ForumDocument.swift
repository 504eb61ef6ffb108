import Graphs
public import Linkage
public import Words

/// The tables of a forum day, as `forum --tables` prints them.
public struct ForumDocument: Encodable, Sendable {
  struct TableDocument: Encodable {
    let table: Int
    let funds: [NodeDocument]
    let needs: [NeedDocument]
  }

  struct NeedDocument: Encodable {
    let fund: NodeDocument
    let rules: String
    let rule: String
    let name: String
    let teachers: [NodeDocument]
    let elsewhere: [NodeDocument]

    init(_ need: ForumTables.Need, _ names: Names) {
      fund = NodeDocument(need.fund, names)
      rules = need.set
      rule = need.result.rule.id
      name = names.language.pick(need.result.rule.name)
      teachers = need.teachers.map { NodeDocument($0, names) }
      elsewhere = need.elsewhere.map { NodeDocument($0, names) }
    }
  }

  let tables: [TableDocument]
  let unplaced: [NodeDocument]
  let covered: Double
  let possible: Double
  let total: Double
  let summary: String

  /// The tables, numbered from 1.
  public init(_ forum: ForumTables, _ names: Names) {
    tables = forum.tables.enumerated().map { index, table in
      TableDocument(
        table: index + 1, funds: table.funds.map { NodeDocument($0, names) },
        needs: table.needs.map { NeedDocument($0, names) })
    }
    unplaced = forum.unplaced.map { NodeDocument($0, names) }
    covered = forum.covered
    possible = forum.possible
    total = forum.total
    summary = ForumTableSentences(names).summary(of: forum)
  }
}
