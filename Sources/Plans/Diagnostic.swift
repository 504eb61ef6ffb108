public import Graphs
public import Sheets

/// Something that the check found, with the cells that it stands in.
public struct Diagnostic: Sendable, Equatable {
  /// How grave it is.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    case error
    case warning
    case note

    /// The graver first.
    public static func < (left: Severity, right: Severity) -> Bool {
      let order = Severity.allCases
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  /// What is wrong, with all that a sentence needs.
  public enum Problem: Sendable, Hashable {
    /// A sheet or file whose name is none of the tables.
    case unknownSheet(name: String)
    /// A workbook among plans that holds none of the tables.
    case notAPlan(name: String)
    /// A workbook that stands beside a plan of the same name, and was left alone.
    case passedOver(name: String)
    /// A second sheet for one table; both are read.
    case tableTwice(Table)
    /// Headings that FORMAT does not know, and columns that it does and that are not there.
    case unknownColumns(Table, headings: [String], absent: [Column])
    /// Two columns with the same meaning; the first is read.
    case columnTwice(Table, Column)
    /// A column without which the table cannot be read; its rows are not.
    case missingColumn(Table, Column, found: [String])
    /// No `plan` table.
    case missingPlan
    /// None of activities, funds and leaders.
    case nothingToLink
    /// A row without a name and id; it is not read.
    case namelessRow(Table)
    /// A row with an id and no name; the id stands for it.
    case missingName(Table, id: String)
    /// A row that sums up the others; it is not read.
    case totalsRow(Table)
    /// Filled cells that stand under no heading; they are not read.
    case cellsWithoutHeading(Table)
    /// A row without something that it says nothing without; it is not read.
    case incompleteRow(Table, Column)
    /// A row whose plan is not given, where several plans stand together; it is not read.
    case planlessRow(Table)
    /// An id that an earlier row bears already; this row is not read.
    case duplicateID(Table, id: String, first: Source)
    /// A cell that should hold a number.
    case notANumber(Table, Column, text: String)
    /// A cell that should hold a year or date.
    case notADate(Table, Column, text: String)
    /// A cell that should hold one of a few words.
    case unknownWord(Table, Column, text: String, allowed: [String])
    /// A formula that failed.
    case formulaError(Table, Column, code: String)
    /// A cell that refers to no row.
    case danglingReference(Table, Column, text: String, kinds: [NodeKind])
    /// Cells that refer to rows of a table of which there is none.
    case absentTable(Table, Column, NodeKind)
    /// A cell whose name fits several rows.
    case ambiguousReference(Table, Column, text: String, candidates: [String])
    /// Rows that are read as one, and differ where one value has room; the first is kept.
    case conflictingCells(Table, Column, kept: String)
    /// Rows made for names that referred to none, as the mapping asks.
    case createdRows(NodeKind)
    /// Issues spelled in several ways that the vocabulary knows as one.
    case joinedIssues(names: [String])
  }

  /// What is wrong.
  public let problem: Problem
  /// The file; with its folder where several folders are read together.
  public let file: String
  /// The sheet; nil for a text sheet.
  public let sheet: String?
  /// The cells or rows, ascending; empty where the whole sheet or file is meant.
  public let cells: [CellAddress]
  /// How often it was found; more than `cells` where there are no cells to name.
  public let count: Int

  init(_ problem: Problem, _ source: Source, count: Int = 1) {
    self.init(
      problem, file: source.file, sheet: source.sheet, cells: source.cell.map { [$0] } ?? [],
      count: count)
  }

  private init(
    _ problem: Problem, file: String, sheet: String?, cells: [CellAddress], count: Int
  ) {
    self.problem = problem
    self.file = file
    self.sheet = sheet
    self.cells = cells
    self.count = count
  }

  /// How grave it is.
  public var severity: Severity {
    switch problem {
    case .missingColumn, .nothingToLink, .namelessRow, .incompleteRow, .planlessRow, .duplicateID,
      .notANumber,
      .notADate, .formulaError, .danglingReference, .absentTable, .ambiguousReference:
      .error
    case .tableTwice, .columnTwice, .missingPlan, .unknownWord, .conflictingCells, .passedOver,
      .notAPlan, .missingName, .cellsWithoutHeading:
      .warning
    case .unknownColumns(_, _, let absent): absent.isEmpty ? .note : .warning
    case .unknownSheet, .createdRows, .joinedIssues, .totalsRow: .note
    }
  }

  /// Whether so much is lost that nothing sound can be made of the plan.
  public var blocksResults: Bool {
    switch problem {
    case .missingColumn, .nothingToLink: true
    default: false
    }
  }

  /// A stable name for programs.
  public var code: String {
    switch problem {
    case .unknownSheet: "unknown-sheet"
    case .notAPlan: "not-a-plan"
    case .passedOver: "passed-over"
    case .tableTwice: "table-twice"
    case .unknownColumns: "unknown-column"
    case .columnTwice: "column-twice"
    case .missingColumn: "missing-column"
    case .missingPlan: "missing-plan"
    case .nothingToLink: "nothing-to-link"
    case .namelessRow: "nameless-row"
    case .missingName: "missing-name"
    case .totalsRow: "totals-row"
    case .cellsWithoutHeading: "cells-without-heading"
    case .incompleteRow: "incomplete-row"
    case .planlessRow: "planless-row"
    case .duplicateID: "duplicate-id"
    case .notANumber: "not-a-number"
    case .notADate: "not-a-date"
    case .unknownWord: "unknown-word"
    case .formulaError: "formula-error"
    case .danglingReference: "dangling-reference"
    case .absentTable: "absent-table"
    case .ambiguousReference: "ambiguous-name"
    case .conflictingCells: "conflicting-cells"
    case .createdRows: "created-rows"
    case .joinedIssues: "joined-issues"
    }
  }

  /// Joins what is the same problem in the same sheet, and sorts: grave first, then as found.
  static func grouped(_ all: [Diagnostic]) -> [Diagnostic] {
    struct Key: Hashable {
      let problem: Problem
      let file: String
      let sheet: String?
    }
    var order: [Key] = []
    var groups: [Key: Diagnostic] = [:]
    for diagnostic in all {
      let key = Key(
        problem: diagnostic.problem, file: diagnostic.file, sheet: diagnostic.sheet)
      if groups[key] == nil { order.append(key) }
      let before = groups[key]
      groups[key] = Diagnostic(
        diagnostic.problem, file: diagnostic.file, sheet: diagnostic.sheet,
        cells: (before?.cells ?? []) + diagnostic.cells,
        count: (before?.count ?? 0) + diagnostic.count)
    }
    let joined = order.compactMap { groups[$0] }
    return Severity.allCases.flatMap { severity in joined.filter { $0.severity == severity } }
  }
}
