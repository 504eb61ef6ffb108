import Plans
import Testing

@Suite struct SchemaTests {
  @Test("Every table is known by its English and its Thai name, in any case")
  func tables() {
    for table in Table.allCases {
      #expect(Table(sheetNamed: table.englishName.uppercased()) == table)
      #expect(Table(sheetNamed: " \(table.thaiName) ") == table)
    }
    #expect(Table(sheetNamed: "Sheet1") == nil)
  }

  @Test("Every column is known in its table by its English and its Thai heading")
  func columns() {
    for table in Table.allCases {
      for (column, thai) in table.columns {
        #expect(table.column(headed: column.englishName) == column)
        #expect(table.column(headed: thai) == column, "\(table) \(thai)")
        #expect(table.thaiName(of: column) == thai)
      }
    }
  }

  @Test("English headings are written as FORMAT writes them")
  func englishNames() {
    #expect(Column.ownBudget.englishName == "own_budget")
    #expect(Column.asOf.englishName == "as_of")
    #expect(Column.adoptedBy.englishName == "adopted_by")
    #expect(Column.id.englishName == "id")
  }

  @Test("Tables of nodes and kinds of nodes lead to each other")
  func kinds() {
    for table in Table.allCases {
      if let kind = table.nodeKind { #expect(Table(kind) == table) }
    }
    #expect(Table(.issue) == nil)
  }

  @Test("What a table needs is among its columns")
  func required() {
    for table in Table.allCases {
      let columns = table.columns.map(\.column)
      #expect(table.required.allSatisfy(columns.contains))
      #expect(!table.required.isEmpty)
    }
  }
}
