import Graphs
import Sheets
import Synchronization

/// The plans of one folder, read plan by plan on all cores: each row says to which plan it belongs.
struct PlainFolder: Sendable {
  private let input: PlanInput
  /// The sheets in the order of FORMAT; the plans themselves are the rows of the first.
  private let sheets: [Part]
  private let planCount: Int

  /// A sheet, and its rows by the numbers of the plans.
  private struct Part: Sendable {
    let found: PlainSheet.Found
    /// All rows that are records, ascending.
    let all: [Int]
    let ofPlans: [ArraySlice<Int>]
  }

  /// Reads the plans of an input as `PlanReader` does; nil where they are not plain.
  ///
  /// - Parameter today: Given, what stands in the plans is examined too, as of that day.
  static func read(_ input: PlanInput, _ today: PlanDate?) -> PartReading? {
    guard input.isUnremarkable, let tables = PlainReader.tables(of: input.sheets),
      let folder = PlainFolder(input, tables), let plans = folder.readPlans(today),
      let columns = folder.examineSheets(isWhole: today != nil)
    else { return nil }
    let ids = Set(plans.flatMap(\.plans).compactMap { TextCode($0.id)?.folded })
    // A cell that names a plan may mean a row of it.
    guard plans.allSatisfy({ ids.isDisjoint(with: $0.strangeCodes) }) else { return nil }
    return folder.joined(plans, columns)
  }

  private init?(_ input: PlanInput, _ tables: [(sheet: Sheet, table: Table)]) {
    var found: [PlainSheet.Found] = []
    for (sheet, table) in tables {
      guard let layout = TableLayout.plain(sheet, as: table) else { return nil }
      found.append(PlainSheet.Found(sheet, table, layout))
    }
    guard let first = found.first, let plans = PlanNumbers(first) else { return nil }
    var parts = [
      Part(found: first, all: plans.rows, ofPlans: plans.rows.indices.map { plans.rows[$0...$0] })
    ]
    for found in found.dropFirst() {
      guard let rows = plans.rows(of: found) else { return nil }
      parts.append(Part(found: found, all: rows.all, ofPlans: rows.ofPlans))
    }
    self.input = input
    sheets = parts
    planCount = plans.rows.count
  }

  private func readPlans(_ today: PlanDate?) -> [PartReading]? {
    // What has been read in vain is not read on.
    let isInVain = Atomic(false)
    let readings = concurrentMap(
      planCount,
      preparing: { (read: ((Int) -> PartReading?) -> Void) in
        _ = CellBytes.with(sheets.map(\.found.sheet)) { cells in
          let lexicon = Lexicon()
          read { plan in
            if isInVain.load(ordering: .relaxed) { return nil }
            let own = zip(sheets, cells).map { part, cells in
              PlainSheet(part.found, cells, lexicon, rows: Array(part.ofPlans[plan]))
            }
            if var reader = PlainReader(input, plan, own) {
              reader.read(examinedAsOf: today)
              if reader.isPlain {
                var reading = PartReading(reader)
                reading.joinDiagnostics()
                return reading
              }
            }
            isInVain.store(true, ordering: .relaxed)
            return nil
          }
        }
      })
    let found = readings.compactMap(\.self)
    return found.count == planCount ? found : nil
  }

  /// What the columns of the sheets show, step by step, in the order of the sheets.
  private func examineSheets(isWhole: Bool) -> [[[Diagnostic]]]? {
    let steps = concurrentMap(sheets.count * 2) { task -> [[Diagnostic]]? in
      let part = sheets[task / 2]
      let isOfReferences = task % 2 == 0
      if !isOfReferences, !isWhole || part.found.table == .plan { return [] }
      return CellBytes.with([part.found.sheet]) { cells in
        let log = DiagnosticLog()
        let sheet = PlainSheet(part.found, cells[0], Lexicon(), rows: part.all)
        if isOfReferences { sheet.examineReferences(log) } else { sheet.examineColumns(log) }
        return sheet.isPlain ? log.steps : nil
      } ?? nil
    }
    let found = steps.compactMap(\.self)
    return found.count == steps.count ? found : nil
  }

  /// The plans, and what was found: step by step, in the order of the sheets and their rows.
  private func joined(_ plans: [PartReading], _ columns: [[[Diagnostic]]]) -> PartReading {
    let order = Dictionary(
      uniqueKeysWithValues: sheets.enumerated().map { ($1.found.source.file, $0) })
    func sorted(_ found: [Diagnostic]) -> [Diagnostic] {
      let places = found.enumerated().map { offset, diagnostic in
        (order[diagnostic.file] ?? 0, diagnostic.cells.first?.row ?? 0, offset)
      }
      return places.sorted(by: <).map { found[$0.2] }
    }
    let steps = ReadingStep.allCases.map { step -> [Diagnostic] in
      let ofPlans = plans.flatMap { $0.steps[step.rawValue] }
      // Names are told plan by plan.
      if step == .names || ofPlans.isEmpty {
        return ofPlans + columns.flatMap { $0.isEmpty ? [] : $0[step.rawValue] }
      }
      return Diagnostic.joined([sorted(ofPlans)])[0].map(\.withCellsInOrder)
    }
    let read = sheets.map { part in
      PlanReading.SheetReading(
        source: part.found.source, table: part.found.table, rows: part.all.count,
        form: part.found.form)
    }
    return PartReading(
      plans: plans.flatMap(\.plans), steps: steps, sheets: read,
      proposals: plans.flatMap(\.proposals))
  }
}

/// The numbers of plans, by what their rows in other sheets call them.
private struct PlanNumbers {
  /// The row of each plan.
  let rows: [Int]
  private let numbers: [NameKey: Int]

  /// Nil where a plan has no id or name, or one is called as another.
  init?(_ plans: PlainSheet.Found) {
    guard plans.table == .plan else { return nil }
    let found = CellBytes.with([plans.sheet]) { cells -> (rows: [Int], words: [String])? in
      let sheet = PlainSheet(plans, cells[0], Lexicon())
      let words = sheet.rows.flatMap { number in
        let row = PlainRow(sheet: sheet, number: number)
        return [row.text(.id), row.text(.name)].compactMap(\.self)
      }
      return sheet.isPlain && words.count == 2 * sheet.rows.count ? (sheet.rows, words) : nil
    }
    guard let (rows, words) = found ?? nil, !rows.isEmpty else { return nil }
    let numbered = words.enumerated().map { (NameKey($1), $0 / 2) }
    let numbers = Dictionary(numbered) { first, _ in first }
    let ids = stride(from: 0, to: numbered.count, by: 2).map { numbered[$0] }
    guard ids.allSatisfy({ numbers[$0.0] == $0.1 }) else { return nil }
    self.rows = rows
    self.numbers = numbers
  }

  /// The rows of a sheet that are records, ascending, and those of each plan.
  ///
  /// - Returns: Nil where a row may be anything else, or names no plan.
  /// - Complexity: O(rows).
  func rows(of found: PlainSheet.Found) -> (all: [Int], ofPlans: [ArraySlice<Int>])? {
    guard let place = found.layout.place(of: .plan), place >= 0 || rows.count == 1 else {
      return nil
    }
    let chunks = concurrentMap(found.sheet.rowCount, by: 1 << 14) { range in
      CellBytes.with([found.sheet]) { cells -> (rows: [Int], plans: [Int])? in
        guard
          let rows = PlainSheet.records(in: range, of: cells[0], below: found.layout.heading),
          let plans = planNumbers(of: rows, place, cells[0])
        else { return nil }
        return (rows, plans)
      } ?? nil
    }
    let known = chunks.compactMap(\.self)
    guard known.count == chunks.count else { return nil }
    let (all, plans) = (known.flatMap(\.rows), known.flatMap(\.plans))
    return (all, grouped(all, by: plans))
  }

  /// The plans that rows name; that of all where there is no column of plans.
  private func planNumbers(of rows: [Int], _ place: Int, _ cells: CellBytes) -> [Int]? {
    guard place >= 0 else { return rows.map { _ in 0 } }
    var plans: [Int] = []
    plans.reserveCapacity(rows.count)
    // Rows of one plan mostly stand together.
    var last: (cell: UnsafeBufferPointer<UInt8>, plan: Int)?
    for row in rows {
      let cell = cells[row, place]
      if last?.cell.isSame(as: cell) != true {
        guard let plan = numbers[NameKey(String(decoding: cell, as: UTF8.self))] else { return nil }
        last = (cell, plan)
      }
      plans.append(last?.plan ?? 0)
    }
    return plans
  }

  /// The rows of each plan, ascending.
  private func grouped(_ all: [Int], by plans: [Int]) -> [ArraySlice<Int>] {
    var ends = [Int](repeating: 0, count: rows.count + 1)
    for plan in plans { ends[plan + 1] += 1 }
    for plan in rows.indices { ends[plan + 1] += ends[plan] }
    let starts = ends
    var sorted = [Int](repeating: 0, count: all.count)
    for (row, plan) in zip(all, plans) {
      sorted[ends[plan]] = row
      ends[plan] += 1
    }
    return rows.indices.map { sorted[starts[$0]..<starts[$0 + 1]] }
  }
}

extension TableLayout {
  /// The layout of a text sheet of which nothing is to be told but what stands below its heading; nil
  /// of any other.
  fileprivate static func plain(_ sheet: Sheet, as table: Table) -> TableLayout? {
    let log = DiagnosticLog()
    guard !sheet.isInWorkbook, sheet.layout.merges.isEmpty,
      let layout = try? TableLayout(sheet, as: table, rule: nil, mapping: nil, log: log),
      layout.isWhollyKnown, layout.heading.texts.count == sheet.columnCount,
      layout.missing(in: table) == nil
    else { return nil }
    return log.all.isEmpty ? layout : nil
  }
}
