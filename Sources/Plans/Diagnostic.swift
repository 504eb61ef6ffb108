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
    /// A sheet or file whose name is none of the tables, and an absent one that it may be.
    case unknownSheet(name: String, likely: Table? = nil)
    /// A workbook among plans that holds none of the tables.
    case notAPlan(name: String)
    /// A workbook that stands beside a plan of the same name, and was left alone.
    case passedOver(name: String)
    /// A second sheet for one table; both are read.
    case tableTwice(Table)
    /// Headings that FORMAT does not know, and columns that it does and that are not there.
    case unknownColumns(Table, headings: [String], absent: [Column])
    /// Headings of identity cards' numbers; their cells are left unread.
    case identityNumbers(Table, headings: [String])
    /// Two columns with the same meaning; the first is read.
    case columnTwice(Table, Column)
    /// A column without which the table cannot be read, and the heading that it may bear; its rows
    /// are not read.
    case missingColumn(Table, Column, found: [String], likely: String? = nil)
    /// No `plan` table.
    case missingPlan
    /// None of activities, funds and leaders.
    case nothingToLink
    /// A template that nobody has filled in yet.
    case emptyTemplate
    /// A row without a name and id; it is not read.
    case namelessRow(Table)
    /// A row with an id and no name; the id stands for it.
    case missingName(Table, id: String)
    /// A row that sums up the others; it is not read.
    case totalsRow(Table)
    /// A row that may sum up the others; it is read as an entry.
    case maybeTotal(Table, text: String)
    /// A row that is a remark on the table; it is not read.
    case remarkRow(Table, text: String)
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
    /// A workbook or folder among others that could not be read at all.
    case unreadable(name: String, PlanError)
    /// Filled rows above the heading; they are taken for titles.
    case titleLines(Table, headingRow: Int)
    /// A heading of two rows, and what its columns are called together.
    case headingOfTwoRows(Table, headings: [String])
    /// Rows that say the heading once more; they are not read.
    case headingAgain(Table)
    /// A row that is one text merged over several columns; it is not read.
    case sectionRow(Table, text: String)
    /// A hidden sheet; it is read.
    case hiddenSheet(Table)
    /// Hidden rows, or rows that a filter hides; they are read.
    case hiddenRows(Table)
    /// A hidden column; it is read.
    case hiddenColumn(Table, heading: String)
    /// An amount in a cell merged over several rows; it counts once, in the first of them.
    case amountInMerge(Table, Column)
    /// Texts that count up from row to row, and whether they are read as the first of them.
    case series(Table, heading: String, first: String, last: String, isJoined: Bool)
    /// Numbers that count up by one from row to row in a column of money; they are read as typed.
    case countingAmounts(Table, Column)
    /// A cell of several values that stand apart by something else than `;`; they are read.
    case splitValues(Table, Column, text: String, parts: [String])
    /// A year of two digits, and the years (Common Era) that it may mean.
    case twoDigitYear(Table, Column, text: String, buddhist: Int, common: Int)
    /// A percentage where an amount is wanted.
    case percentage(Table, Column, text: String)
    /// A percentage that was read as that share of another column's amount.
    case shareOfAmount(Table, Column, text: String, whole: Column, amount: Double)
    /// A telephone number kept as a number, which has lost its first zero.
    case lostZero(Table, Column, text: String)
    /// Something that ends before it begins.
    case endBeforeStart(Table, Column, start: PlanDate, end: PlanDate)
    /// A part that is larger than its whole.
    case partOverWhole(Table, Column, part: Double, whole: Column, Double)
    /// An amount below zero.
    case negativeAmount(Table, Column, Double)
    /// A degree of latitude or longitude that is none.
    case notOnEarth(Table, Column, Double)
    /// A term that has ended.
    case termEnded(Table, Column, PlanDate)
    /// A date that lies ahead where only past ones make sense.
    case inFuture(Table, Column, PlanDate)
    /// A name that is read as another, as the mapping says.
    case joinedNames(NodeKind, name: String, also: String)
    /// A name that others are read as, by a mapping, and that no row bears.
    case missingTarget(NodeKind, name: String, also: String)
    /// A formula without a value, as no program has computed it yet.
    case uncomputedFormula(Table, Column)
    /// A table's file within a plan's folder that could not be read.
    case unreadableTable(name: String, PlanError)
    /// An old workbook (.xls) in a plan's folder, which is not read.
    case oldWorkbook(name: String)
    /// A text file in a plan's folder whose name is no table's.
    case textLeftAlone(name: String)
    /// Pairs that were put before a meeting and on which nothing was decided.
    case undecided
    /// Pairs beside which something was typed, but no status: they count as undecided.
    case withoutStatus
    /// Decisions of which a later one on the same pair has taken the place.
    case overtakenDecisions
    /// Two decisions on one pair, of which one agrees and the other rejects; `first` is the one of which
    /// the other takes the place.
    case opposedDecisions(first: Source)
    /// A decision that was due before it was made.
    case dueBeforeDate(due: PlanDate, date: PlanDate)
    /// A decision whose ends are not of the kinds that its approach ties.
    case unfitDecision(ApproachName, found: [NodeKind], wanted: [NodeKind])
    /// References that count up by one from row to row; they are read as typed.
    case countingReferences(Table, Column, first: String, last: String)
    /// Years that count up by one from row to row; they are read as typed.
    case countingYears(Table, Column)
    /// Cells that a merged cell above fills.
    case filledFromMerge(Table)
    /// Cells that should hold numbers, with different texts, some of them here.
    case notNumbers(Table, Column, texts: [String])
    /// Cells that should hold years or dates, with different texts, some of them here.
    case notDates(Table, Column, texts: [String])
    /// More near names than are proposed.
    case manyNearNames(NodeKind, shown: Int)
    /// A name that may be another, misspelled or written otherwise.
    case nearNames(NameProposal)
    /// Activities that nothing of a kind is tied to, where others are.
    case activitiesWithout(NodeKind)
    /// Leaders that nothing is tied to.
    case leadersWithoutTies
    /// How much of the columns is not known.
    case unknownCells(Table, rows: Int, columns: [UnknownColumn])
    /// A column in which “not known” is written in several ways.
    case severalDashes(Table, heading: String, [Spelling])
    /// A column in which some numbers are kept as numbers and some as text.
    case mixedKinds(Table, heading: String, numbers: Int, texts: Int)
  }

  /// How much of a column is not known.
  public struct UnknownColumn: Sendable, Hashable {
    /// The heading as typed.
    public let heading: String
    /// The rows that leave it open.
    public let unknown: Int
  }

  /// One way in which something is written, and where.
  public struct Spelling: Sendable, Hashable {
    /// The text as typed.
    public let text: String
    /// The cells, ascending.
    public let cells: [CellAddress]
  }

  /// What is wrong.
  public let problem: Problem
  /// The file; with its folder where several folders are read together.
  public let file: String
  /// The sheet; nil for a text sheet.
  public let sheet: String?
  /// The cells or rows, ascending; empty where the whole sheet or file is meant.
  public internal(set) var cells: [CellAddress]
  /// How often it was found; more than `cells` where there are no cells to name.
  public internal(set) var count: Int

  init(_ problem: Problem, _ source: Source, count: Int = 1) {
    self.init(
      problem, file: source.file, sheet: source.sheet, cells: source.cell.map { [$0] } ?? [],
      count: count)
  }

  init(_ problem: Problem, _ source: Source, cells: [CellAddress]) {
    self.init(
      problem, file: source.file, sheet: source.sheet, cells: cells, count: max(1, cells.count))
  }

  /// Another problem of the same place.
  func telling(_ problem: Problem) -> Diagnostic {
    Diagnostic(problem, file: file, sheet: sheet, cells: cells, count: count)
  }

  init(
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
      .notANumber, .notADate, .notNumbers, .notDates, .formulaError, .danglingReference,
      .absentTable, .ambiguousReference,
      .unreadable, .unreadableTable, .uncomputedFormula, .missingTarget, .twoDigitYear, .percentage,
      .endBeforeStart, .partOverWhole, .negativeAmount,
      .notOnEarth:
      .error
    case .tableTwice, .columnTwice, .missingPlan, .unknownWord, .conflictingCells, .passedOver,
      .notAPlan, .missingName, .cellsWithoutHeading, .hiddenSheet, .hiddenRows, .hiddenColumn,
      .amountInMerge, .series, .countingAmounts, .splitValues, .shareOfAmount, .lostZero,
      .termEnded,
      .inFuture, .maybeTotal, .oldWorkbook, .withoutStatus, .opposedDecisions, .dueBeforeDate,
      .unfitDecision, .countingReferences, .countingYears:
      .warning
    case .unknownColumns(_, _, let absent): absent.isEmpty ? .note : .warning
    case .nearNames(let proposal): proposal.isBetweenRows ? .note : .warning
    case .unknownSheet(_, let likely): likely == nil ? .note : .warning
    case .undecided, .overtakenDecisions, .identityNumbers, .emptyTemplate, .createdRows,
      .joinedIssues, .totalsRow,
      .titleLines,
      .headingOfTwoRows,
      .headingAgain, .sectionRow, .remarkRow, .textLeftAlone, .filledFromMerge, .manyNearNames,
      .joinedNames, .activitiesWithout,
      .leadersWithoutTies,
      .unknownCells, .severalDashes, .mixedKinds:
      .note
    }
  }

  /// Whether so much is lost that nothing sound can be made of the plan.
  public var blocksResults: Bool {
    switch problem {
    case .missingColumn, .nothingToLink, .emptyTemplate, .unreadableTable: true
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
    case .identityNumbers: "identity-numbers"
    case .columnTwice: "column-twice"
    case .missingColumn: "missing-column"
    case .missingPlan: "missing-plan"
    case .nothingToLink: "nothing-to-link"
    case .emptyTemplate: "empty-template"
    case .namelessRow: "nameless-row"
    case .missingName: "missing-name"
    case .totalsRow: "totals-row"
    case .maybeTotal: "maybe-total"
    case .remarkRow: "remark-row"
    case .cellsWithoutHeading: "cells-without-heading"
    case .incompleteRow: "incomplete-row"
    case .planlessRow: "planless-row"
    case .duplicateID: "duplicate-id"
    case .notANumber, .notNumbers: "not-a-number"
    case .notADate, .notDates: "not-a-date"
    case .unknownWord: "unknown-word"
    case .undecided: "undecided"
    case .withoutStatus: "without-status"
    case .overtakenDecisions: "overtaken-decision"
    case .opposedDecisions: "opposed-decisions"
    case .dueBeforeDate: "due-before-date"
    case .unfitDecision: "unfit-decision"
    case .countingReferences: "counting-references"
    case .countingYears: "counting-years"
    case .filledFromMerge: "filled-from-merge"
    case .manyNearNames: "many-near-names"
    case .formulaError: "formula-error"
    case .danglingReference: "dangling-reference"
    case .absentTable: "absent-table"
    case .ambiguousReference: "ambiguous-name"
    case .conflictingCells: "conflicting-cells"
    case .createdRows: "created-rows"
    case .joinedIssues: "joined-issues"
    case .unreadable: "unreadable"
    case .unreadableTable: "unreadable-table"
    case .oldWorkbook: "old-workbook"
    case .textLeftAlone: "text-left-alone"
    case .missingTarget: "missing-target"
    case .uncomputedFormula: "uncomputed-formula"
    case .titleLines: "title-lines"
    case .headingOfTwoRows: "two-row-heading"
    case .headingAgain: "heading-again"
    case .sectionRow: "section-row"
    case .hiddenSheet: "hidden-sheet"
    case .hiddenRows: "hidden-rows"
    case .hiddenColumn: "hidden-column"
    case .amountInMerge: "amount-in-merge"
    case .series: "series"
    case .countingAmounts: "counting-amounts"
    case .splitValues: "split-values"
    case .twoDigitYear: "two-digit-year"
    case .percentage: "percentage"
    case .shareOfAmount: "share-of-amount"
    case .lostZero: "lost-zero"
    case .endBeforeStart: "end-before-start"
    case .partOverWhole: "part-over-whole"
    case .negativeAmount: "negative-amount"
    case .notOnEarth: "not-on-earth"
    case .termEnded: "term-ended"
    case .inFuture: "in-future"
    case .joinedNames: "joined-names"
    case .nearNames: "near-names"
    case .activitiesWithout(let kind): "activity-without-\(kind.word)"
    case .leadersWithoutTies: "leader-without-ties"
    case .unknownCells: "unknown-cells"
    case .severalDashes: "several-dashes"
    case .mixedKinds: "mixed-kinds"
    }
  }
}
