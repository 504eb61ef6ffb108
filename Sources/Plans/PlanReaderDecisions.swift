import Sheets

extension PlanInput {
  /// Whether it holds nothing of a plan but what meetings have decided: a filled-in workbook of proposals.
  var holdsOnlyDecisions: Bool {
    mapping == nil && PlanInput.areDecisions(sheets)
  }

  /// Whether the only tables among sheets are those of decisions.
  static func areDecisions(_ sheets: [Sheet]) -> Bool {
    let tables = Set(sheets.compactMap { Table(sheetNamed: $0.name) })
    return tables == [.decisions]
  }
}

extension PlanReader {
  /// The first pass over a workbook that holds only decisions, on any of the plans read before.
  ///
  /// Its other sheets are the program's own tables, and left alone.
  mutating func readDecisions(of input: PlanInput) throws(PlanError) {
    let (views, _) = try views(of: input)
    note(views)
    inputs.append(
      InputContext(
        mapping: nil, vocabulary: input.vocabulary,
        source: Source(file: Folder.lastName(of: input.path), sheet: nil),
        mappingPlace: input.mappingPlace, plans: plans.indices,
        planNames: names(of: plans.indices), links: []))
    for view in views {
      for group in view.groups {
        read(TableRow(view: view, rows: group, log: log), of: input)
      }
    }
  }
}
