import Graphs
public import Sheets

/// Plans that were read together, and what the check found in them.
public struct PlanReading: Sendable {
  /// The plans, in the order of their paths.
  public let plans: [Plan]
  /// What was found: grave first, then in the order of the sheets; alike ones joined.
  public let diagnostics: [Diagnostic]
  /// The sheets that were read, in the order of reading, with the number of their filled rows.
  public let sheets: [SheetReading]

  /// All sheets that were found, cell by cell, with the names that diagnostics give them.
  public let contents: [Content]

  /// A sheet as it stands in its file.
  public struct Content: Sendable {
    /// The file and sheet.
    public let source: Source
    /// Its cells.
    public let sheet: Sheet
  }

  /// A sheet that was read.
  public struct SheetReading: Sendable {
    /// The file and sheet.
    public let source: Source
    /// The table that it was read as; nil for a sheet of ties that a mapping names.
    public let table: Table?
    /// The rows that were read as records.
    public let rows: Int
    /// The encoding and separator that a text sheet was read with; nil in a workbook.
    public let form: TextForm?
  }

  /// Reads the plans at paths: workbooks, folders of CSV, or folders of such.
  ///
  /// A workbook that holds nothing but decisions is taken for those of meetings on the other plans. A
  /// file that cannot be read is named among the diagnostics where it stands among others in a
  /// folder of plans; where it was given itself, or nothing else is there, it is an error.
  ///
  /// - Parameter today: Given, what stands in the plans is examined too, as of that day: near names,
  ///   terms that have ended, rows without ties, and how much is unknown.
  /// - Throws: `PlanError` where something cannot be read at all; all else becomes a diagnostic.
  /// - Complexity: O(cells), and O(letters) for near names.
  public init(_ paths: [String], examinedAsOf today: PlanDate? = nil) throws(PlanError) {
    var reader = PlanReader()
    var inputs: [PlanInput] = []
    for path in paths { inputs += try PlanInput.find(at: path) }
    if inputs.count > 1 { inputs = inputs.map(\.namingItsFolder) }
    contents = inputs.flatMap(\.sheets).map { Content(source: Source($0), sheet: $0) }
    var failure: PlanError?
    if let first = inputs.first, inputs.allSatisfy(\.holdsOnlyDecisions) {
      throw .onlyDecisions(path: first.path)
    }
    for input in inputs where !input.holdsOnlyDecisions {
      do {
        try reader.readRows(of: input)
      } catch .mapping(let path, let line, let problem) where input.isAmongOthers {
        let error = PlanError.mapping(path: path, line: line, problem: problem)
        reader.log.add(
          .unreadable(name: input.stem, error), Source(file: Folder.lastName(of: path), sheet: nil))
        failure = failure ?? error
      }
    }
    if reader.plans.isEmpty, let failure { throw failure }
    for input in inputs where input.holdsOnlyDecisions {
      try reader.readDecisions(of: input)
    }
    reader.readTies()
    reader.reportMissingTargets()
    if let today { reader.examine(asOf: today) }
    plans = reader.plans
    diagnostics = Diagnostic.grouped(reader.log.all)
    sheets = reader.sheets
    proposals = reader.proposals
  }

  /// The names that may be others, for each place in whose mapping they could be accepted.
  let proposals: [AcceptableProposal]

  /// Whether there is an error among the diagnostics.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads in two passes: first the rows of all plans, then the cells that refer to rows.
struct PlanReader {
  struct PlanRow {
    let row: TableRow
    let plan: Int
    /// The record's node; nil for links, offers and decisions.
    let node: NodeReference?
    let input: Int
  }

  struct InputContext {
    let mapping: Mapping?
    let vocabulary: Vocabulary
    let source: Source
    /// Where a mapping stands or would stand, and the one workbook that it would be meant for.
    let mappingPlace: (path: String, file: String?)
    let plans: Range<Int>
    let links: [(rule: Mapping.LinkRule, sheet: Sheet, heading: Heading)]
  }

  let log = DiagnosticLog()
  var plans: [Plan] = []
  var index = NodeIndex()
  var rows: [PlanRow] = []
  var inputs: [InputContext] = []
  /// Other spellings of an issue than the first, by their keys.
  var joinedSpellings: [NodeReference: [String: String]] = [:]
  private(set) var sheets: [PlanReading.SheetReading] = []
  private var paths: [String] = []
  /// References to nothing, for which near names are looked up.
  var dangling: [RowReference] = []
  /// How many rows of each kind the plans' tables hold, before others are made of cells.
  var rowCounts: [[NodeKind: Int]] = []
  var proposals: [AcceptableProposal] = []

  /// The first pass over one input.
  mutating func readRows(of input: PlanInput) throws(PlanError) {
    var (views, unclaimed) = try views(of: input)
    let links = try links(of: input, &unclaimed)
    note(views)
    sheets += links.map { link in
      let rows = max(0, link.sheet.rowCount - link.heading.firstDataRow)
      return .init(
        source: Source(link.sheet), table: nil, rows: rows, form: link.sheet.textForm)
    }
    let isUnfilled =
      unclaimed.contains { TemplateSheet(sheetNamed: $0.name) == .guide }
      && views.allSatisfy { $0.groups.isEmpty } && links.isEmpty
    for sheet in unclaimed where TemplateSheet(sheetNamed: sheet.name) == nil {
      let likely = Table(sheetLike: sheet.name).flatMap { table in
        views.contains { $0.table == table } ? nil : table
      }
      log.add(.unknownSheet(name: sheet.name, likely: likely), sheet)
    }
    let source = Source(file: Folder.lastName(of: input.path), sheet: nil)
    for name in input.passedOver {
      log.add(.passedOver(name: name), source)
    }
    for name in input.strangers {
      log.add(.notAPlan(name: name), source)
    }
    for (name, error) in input.broken {
      log.add(.unreadable(name: name, error), Source(file: name, sheet: nil))
    }
    for (name, error) in input.brokenTables {
      let isTable = Table(sheetNamed: Folder.stem(of: name)) != nil
      log.add(
        isTable ? .unreadableTable(name: name, error) : .unreadable(name: name, error),
        Source(file: name, sheet: nil))
    }
    for name in input.leftAlone {
      log.add(
        PlanInput.isOld(name) ? .oldWorkbook(name: name) : .textLeftAlone(name: name),
        Source(file: name, sheet: nil))
    }
    let first = plans.count
    if isUnfilled { log.add(.emptyTemplate, source) }
    try addPlans(
      input, views.filter { $0.table == .plan }, source, isUnfilled: isUnfilled)
    for plan in first..<plans.count { plans[plan].vocabulary = input.vocabulary }
    inputs.append(
      InputContext(
        mapping: input.mapping, vocabulary: input.vocabulary, source: source,
        mappingPlace: input.mappingPlace, plans: first..<plans.count, links: links))
    addSame(input, first..<plans.count)
    views.removeAll { $0.table == .plan }
    let tables: Set<Table> = [.activities, .funds, .leaders]
    if !views.contains(where: { tables.contains($0.table) }), links.isEmpty {
      log.add(.nothingToLink, source)
    }
    for view in views {
      for group in view.groups {
        read(TableRow(view: view, rows: group, log: log), of: input)
      }
    }
  }

  /// Keeps which sheets were read as which tables.
  mutating func note(_ views: [TableView]) {
    sheets += views.map { view in
      .init(
        source: Source(view.sheet), table: view.table,
        rows: view.groups.reduce(0) { $0 + $1.count },
        form: view.sheet.textForm)
    }
  }

  /// The sheets that are tables, in the order of FORMAT, and those that nothing claims.
  func views(of input: PlanInput) throws(PlanError) -> ([TableView], [Sheet]) {
    var unclaimed = input.sheets
    var views: [TableView] = []
    for table in Table.allCases {
      let rule = input.mapping?.tables[table]
      var sheets = unclaimed.filter { Table(sheetNamed: $0.name) == table }
      if let rule { sheets = [try input.sheet(for: rule, table)] }
      // Meetings decide one after the other, each on its sheet.
      if sheets.count > 1, table != .decisions { log.add(.tableTwice(table), sheets[1]) }
      for sheet in sheets {
        var view = try TableView(sheet, as: table, rule: rule, mapping: input.mapping, log: log)
        if let kind = table.nodeKind, let mapping = input.mapping, !mapping.same.isEmpty {
          view?.join(mapping.same(kind, file: input.fileName))
        }
        if let view { views.append(view) }
        unclaimed.removeAll { $0.file == sheet.file && $0.name == sheet.name }
      }
    }
    return (views, unclaimed)
  }

  private func links(
    of input: PlanInput, _ unclaimed: inout [Sheet]
  ) throws(PlanError) -> [(rule: Mapping.LinkRule, sheet: Sheet, heading: Heading)] {
    var links: [(rule: Mapping.LinkRule, sheet: Sheet, heading: Heading)] = []
    for rule in input.mapping?.links ?? [] {
      let sheet = try input.sheet(file: rule.file, named: rule.sheet, line: rule.line)
      let ends = [rule.from.column, rule.to.column].map(MatchKey.heading)
      let heading = Heading(sheet, rows: rule.headerRows) { ends.contains($0) }
      for end in [rule.from, rule.to] where heading.column(end.column) == nil {
        throw heading.unknown(end.column, mapping: input.mapping, line: rule.line)
      }
      links.append((rule, sheet, heading))
      unclaimed.removeAll { $0.file == sheet.file && $0.name == sheet.name }
    }
    return links
  }

  private mutating func addPlans(
    _ input: PlanInput, _ views: [TableView], _ source: Source, isUnfilled: Bool
  ) throws(PlanError) {
    for view in views {
      for group in view.groups {
        let row = TableRow(view: view, rows: group, log: log)
        let only = view.groups.count == 1 ? input.stem : nil
        guard let id = row.text(.id) ?? only ?? row.text(.name) else {
          log.add(.namelessRow(.plan), row.source)
          continue
        }
        try addPlan(Plan(row, id: id), at: input.path)
      }
    }
    guard views.isEmpty || views.allSatisfy({ $0.groups.isEmpty }) else { return }
    if input.mapping?.name == nil, !isUnfilled { log.add(.missingPlan, source) }
    try addPlan(
      Plan(id: input.stem, name: input.mapping?.name ?? input.stem, source: source),
      at: input.path)
  }

  private mutating func addPlan(_ plan: Plan, at path: String) throws(PlanError) {
    if let twin = index.plan(id: plan.id) {
      throw .samePlanTwice(id: plan.id, paths: [paths[twin], path])
    }
    index.addPlan(plan.id, at: plans.count)
    plans.append(plan)
    paths.append(path)
  }

  /// Reads a row without its references, and keeps it for the second pass.
  mutating func read(_ row: TableRow, of input: PlanInput) {
    guard let context = inputs.last, let plan = plan(of: row, context) else { return }
    guard let kind = row.table.nodeKind else {
      rows.append(PlanRow(row: row, plan: plan, node: nil, input: inputs.count - 1))
      return
    }
    guard let name = row.text(.name) ?? row.text(.id) else {
      log.add(.namelessRow(row.table), row.source)
      return
    }
    if row.text(.name) == nil { log.add(.missingName(row.table, id: name), row.source) }
    let id = localID(row.text(.id) ?? name, plan: plan)
    let node = NodeReference(plan: plan, kind: kind, index: plans[plan].count(of: kind))
    guard index.add(node, id: id, name: name) else {
      let twin = index.row(id: id, kind, plan: plan) ?? 0
      let first = plans[plan].record(kind, twin)?.source ?? row.source
      log.add(.duplicateID(row.table, id: id, first: first), row.source)
      return
    }
    for other in row.all(.id).dropFirst() where MatchKey.name(other) != MatchKey.name(id) {
      _ = index.addID(localID(other, plan: plan), of: node)
    }
    plans[plan].add(row, id: id, name: name)
    row.reportContradictions(in: plans[plan], node)
    rows.append(PlanRow(row: row, plan: plan, node: node, input: inputs.count - 1))
  }

  /// Takes names for others in the plans of an input, as its mapping says.
  private mutating func addSame(_ input: PlanInput, _ plans: Range<Int>) {
    guard let mapping = input.mapping, !mapping.same.isEmpty else { return }
    for kind in NodeKind.all {
      let names = mapping.same(kind, file: input.fileName)
      for plan in plans where !names.isEmpty { index.addSame(names, kind, plan: plan) }
    }
    for rule in mapping.same where rule.file == nil || rule.file == input.fileName {
      for also in rule.also {
        let source = Source(file: Folder.lastName(of: mapping.path), sheet: nil)
        log.add(.joinedNames(rule.kind, name: rule.name, also: also), source)
      }
    }
  }

  /// Names that others are read as, by a mapping, and that stand nowhere.
  func reportMissingTargets() {
    let byMapping = Dictionary(grouping: inputs.filter { $0.mapping != nil }) {
      $0.mappingPlace.path
    }
    for (path, inputs) in byMapping.sorted(by: { $0.key < $1.key }) {
      for rule in inputs[0].mapping?.same ?? [] where rule.kind != .issue {
        // Two rows of the name are told where it is used.
        let isThere = inputs.flatMap(\.plans).contains { plan in
          if case .none = index.find(rule.name, [rule.kind], plan: plan) { false } else { true }
        }
        if isThere { continue }
        log.add(
          .missingTarget(rule.kind, name: rule.name, also: rule.also.joined(separator: "; ")),
          Source(file: Folder.lastName(of: path), sheet: nil))
      }
    }
  }

  /// The plan that a row belongs to: by its `plan` column, else by its id's prefix.
  private func plan(of row: TableRow, _ context: InputContext) -> Int? {
    if let text = row.text(.plan) {
      let key = MatchKey.name(text)
      let found = context.plans.first {
        MatchKey.name(plans[$0].id) == key || MatchKey.name(plans[$0].name) == key
      }
      if let found { return found }
    } else if context.plans.count == 1 {
      return context.plans.lowerBound
    } else if let id = row.text(.id), let slash = id.firstIndex(of: "/"),
      let found = index.plan(id: String(id[..<slash]))
    {
      return found
    } else if row.table.nodeKind == nil, let text = row.text(.from) ?? row.text(.owner),
      let slash = text.firstIndex(of: "/"), let found = index.plan(id: String(text[..<slash]))
    {
      return found
    }
    log.add(.planlessRow(row.table), row.source)
    return nil
  }

  private func localID(_ id: String, plan: Int) -> String {
    guard let slash = id.firstIndex(of: "/"), index.plan(id: String(id[..<slash])) == plan else {
      return id
    }
    return String(id[id.index(after: slash)...])
  }
}

extension PlanInput {
  /// The sheet that a rule means: by name, else by the table's name, else the only one.
  fileprivate func sheet(
    for rule: Mapping.TableRule, _ table: Table
  ) throws(PlanError) -> Sheet {
    if let name = rule.sheet {
      return try sheet(file: rule.file, named: name, line: rule.line)
    }
    let candidates = sheets.filter { rule.file == nil || $0.file == rule.file }
    if let named = candidates.first(where: { Table(sheetNamed: $0.name) == table }) {
      return named
    }
    guard candidates.count == 1, let only = candidates.first else {
      throw .mapping(
        path: mapping?.path ?? path, line: rule.line,
        problem: .missingKey("sheet", within: table.englishName))
    }
    return only
  }

  fileprivate func sheet(file: String?, named name: String, line: Int?) throws(PlanError) -> Sheet {
    let candidates = sheets.filter { file == nil || $0.file == file }
    let key = MatchKey.heading(name)
    guard let found = candidates.first(where: { MatchKey.heading($0.name) == key }) else {
      throw .mapping(
        path: mapping?.path ?? path, line: line,
        problem: .unknownSheet(name, found: candidates.map(\.name)))
    }
    return found
  }
}
