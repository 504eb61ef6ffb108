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
    var found: PartReading
    if let apart = Self.readApart(paths, today) {
      found = apart
    } else {
      found = try Self.readTogether(paths, today)
      found.joinDiagnostics()
    }
    self.paths = paths
    plans = found.plans
    diagnostics = Diagnostic.sorted(found.steps)
    sheets = found.sheets
    proposals = found.proposals
  }

  /// The paths that were read.
  let paths: [String]

  /// Reads plan by plan in turn, each able to name the rows of the others.
  static func readTogether(
    _ paths: [String], _ today: PlanDate?
  ) throws(PlanError) -> PartReading {
    var reader = PlanReader()
    var inputs: [PlanInput] = []
    for path in paths { inputs += try PlanInput.find(at: path) }
    if inputs.count > 1 { inputs = inputs.map(\.namingItsFolder) }
    if inputs.count == 1, let plain = PlainFolder.read(inputs[0], today) { return plain }
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
    reader.readReferences(examinedAsOf: today)
    return PartReading(reader)
  }

  /// The names that may be others, for each place in whose mapping they could be accepted.
  let proposals: [AcceptableProposal]

  /// Whether there is an error among the diagnostics.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension PlanReading {
  /// A sheet as it stands in its file.
  public struct Content: Sendable {
    /// The file and sheet.
    public let source: Source
    /// Its cells.
    public let sheet: Sheet
  }

  /// All sheets of the plans, read once more, cell by cell, with the names that diagnostics give them.
  public func contents() throws(PlanError) -> [Content] {
    var inputs: [PlanInput] = []
    for path in paths { inputs += try PlanInput.find(at: path) }
    if inputs.count > 1 { inputs = inputs.map(\.namingItsFolder) }
    return inputs.flatMap(\.sheets).map { Content(source: Source($0), sheet: $0) }
  }
}
