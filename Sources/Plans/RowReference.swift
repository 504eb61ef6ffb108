import Graphs

/// A word for an issue of a plan.
struct IssueWord: Hashable {
  let plan: Int
  let key: NameKey
}

/// A cell's word for a row of another table, or of its own.
struct RowReference {
  let text: String
  let kinds: [NodeKind]
  let table: Table
  let column: Column
  let plan: Int
  let input: Int
  let source: Source
}
