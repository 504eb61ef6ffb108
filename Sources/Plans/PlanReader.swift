import Graphs
import Sheets

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
    /// Its plans by their ids and names.
    let planNames: [NameKey: Int]
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
  var rowCounts: [[Int]] = []
  /// Words for issues that were met, and what they mean.
  var issueWords: [IssueWord: NodeReference] = [:]
  /// Layouts of sheets that were seen, of other plans too.
  var known = KnownLayouts()
  var proposals: [AcceptableProposal] = []

  /// The second pass, and what is examined after it.
  mutating func readReferences(examinedAsOf today: PlanDate?) {
    readTies()
    reportMissingTargets()
    if let today { examine(asOf: today) }
  }

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
    let source = input.source
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
        Folder.isOldWorkbook(name) ? .oldWorkbook(name: name) : .textLeftAlone(name: name),
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
        mappingPlace: input.mappingPlace, plans: first..<plans.count,
        planNames: names(of: first..<plans.count), links: links))
    addSame(input, first..<plans.count)
    views.removeAll { $0.table == .plan }
    let tables: Set<Table> = [.activities, .funds, .leaders]
    if !views.contains(where: { tables.contains($0.table) }), links.isEmpty {
      log.add(.nothingToLink, source)
    }
    for view in views {
      if plans.count - first == 1, let kind = view.table.nodeKind {
        plans[first].reserve(view.groups.count, kind)
      }
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
    let tables = Dictionary(
      input.sheets.map { ($0.name, Table(sheetNamed: $0.name)) }
    ) { first, _ in first }
    for table in Table.allCases {
      let rule = input.mapping?.tables[table]
      var sheets = unclaimed.filter { tables[$0.name] == table }
      if let rule { sheets = [try input.sheet(for: rule, table)] }
      // Meetings decide one after the other, each on its sheet.
      if sheets.count > 1, table != .decisions { log.add(.tableTwice(table), sheets[1]) }
      for sheet in sheets {
        let view = try TableView(
          sheet, as: table, rule: rule, mapping: input.mapping, log: log, known: known)
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
    let (typedName, typedID) = (row.text(.name), row.text(.id))
    guard let name = typedName ?? typedID else {
      log.add(.namelessRow(row.table), row.source)
      return
    }
    if typedName == nil { log.add(.missingName(row.table, id: name), row.source) }
    let id = localID(typedID ?? name, plan: plan)
    let node = NodeReference(plan: plan, kind: kind, index: plans[plan].count(of: kind))
    guard index.add(node, id: id, name: name) else {
      let twin = index.row(id: id, kind, plan: plan) ?? 0
      let first = plans[plan].record(kind, twin)?.source ?? row.source
      log.add(.duplicateID(row.table, id: id, first: first), row.source)
      return
    }
    for other in row.rows.count > 1 ? row.all(.id).dropFirst() : []
    where MatchKey.name(other) != MatchKey.name(id) {
      _ = index.addID(localID(other, plan: plan), of: node)
    }
    plans[plan].add(row, id: id, name: name)
    plans[plan].reportContradictions(of: row, node)
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
      if let found = context.planNames[NameKey(text)] { return found }
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

  /// Plans by their ids and names; of several the first.
  func names(of plans: Range<Int>) -> [NameKey: Int] {
    let names = plans.flatMap { plan in
      [(NameKey(self.plans[plan].id), plan), (NameKey(self.plans[plan].name), plan)]
    }
    return Dictionary(names) { first, _ in first }
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
