public import Drawing
import Linkage
public import Plans
public import Sheets
public import Words

/// The report of more plans than one meeting looks at: what they hold together, place by place.
///
/// Nothing of it draws the plans; those that are looked at one by one have reports of their own.
public struct RollUpReport: Sendable {
  /// The name of its workbook.
  public static let workbookName = "summary.xlsx"

  let sentences: RollUpSentences
  let reading: PlanReading
  let format: PageFormat
  /// The plans that could not be read well enough to be counted.
  let left: [Int]

  var language: Language { sentences.language }

  /// What was written.
  public struct Written: Sendable {
    /// The files, what is to be printed first.
    public let files: [String]
    /// Where printed pages break the law of legibility, by file.
    public let breaches: [(file: String, breach: LegibilityBreach)]
  }

  /// Sums up the plans that were read.
  ///
  /// - Parameters:
  ///   - format: The page that it is printed on.
  ///   - step: Called after each plan, on any core.
  /// - Complexity: O(records + ties + walks of all metapaths), each plan by itself, on all cores.
  public init(
    _ reading: PlanReading, _ language: Language, format: PageFormat = PageFormat(),
    step: @Sendable () -> Void = {}
  ) {
    self.reading = reading
    self.format = format
    left = reading.blockedPlans
    let rollUp = RollUp(reading.plans, leavingOut: Set(left), step: step)
    sentences = RollUpSentences(rollUp, reading.plans, language)
  }

  /// Writes `summary.pdf`, `summary.xlsx` and `summary.json` into a folder, all of them or none.
  public func write(to folder: String) throws(SheetError) -> Written {
    try WholeFolder.fill(folder) { (beside) throws(SheetError) in
      let names = ["summary.pdf", Self.workbookName, "summary.json"]
      let paper = RollUpBooklet(self)
      let breaches = try paper.write(to: Folder.join(beside, names[0]))
      try XLSXWriter.write(sheets, to: Folder.join(beside, names[1]), isForTyping: true)
      try FileBytes.write(try bytes(), to: Folder.join(beside, names[2]))
      let written = Written(
        files: names.map { Folder.join(folder, $0) },
        breaches: breaches.map { (Folder.join(folder, names[0]), $0) })
      return (names, written)
    }
  }

  private func bytes() throws(SheetError) -> [UInt8] {
    do { return try JSONDocument.bytes(RollUpDocument(sentences, leftOut: left)) } catch {
      throw .unwritable(path: "summary.json", reason: "\(error)")
    }
  }

  private var sheets: [SheetDraft] {
    let note = sentences.paragraphs.joined(separator: "\n")
    let grids = sentences.sheets + [problems].filter { !$0.rows.isEmpty }
    return grids.filter { !$0.rows.isEmpty }
      .map { OpportunityWorkbook.sheet($0, note: note, language) }
  }
}

extension RollUpReport {
  /// What the check found, by what it is: of how many places, in how many plans, with an example.
  var problems: Chapter.Grid {
    let plans = reading.plansOfDiagnostics
    var order: [String] = []
    var found: [String: (first: Diagnostic, count: Int, plans: Set<Int>)] = [:]
    for (diagnostic, plans) in zip(reading.diagnostics, plans) {
      if found[diagnostic.code] == nil { order.append(diagnostic.code) }
      found[diagnostic.code, default: (diagnostic, 0, [])].count += diagnostic.count
      found[diagnostic.code]?.plans.formUnion(plans)
    }
    return Chapter.Grid(
      title: language.pick("ผลการตรวจ", "check"),
      columns: [
        .init(language.pick("ระดับ", "Severity"), width: 1),
        .init(language.pick("แผน", "Plans"), width: 0.7),
        .init(language.pick("แห่ง", "Places"), width: 0.7),
        .init(language.pick("ตัวอย่าง", "Example"), width: 5),
        .init(language.pick("สิ่งที่ควรทำ", "What to do"), width: 4),
      ],
      rows: order.compactMap { found[$0] }.map { item in
        [
          .text(language.name(of: item.first.severity)),
          .number(Double(item.plans.count), places: 0), .number(Double(item.count), places: 0),
          .text(
            language.place(of: item.first) + ": "
              + language.message(of: item.first, hidesPeople: true)),
          .text(language.suggestion(for: item.first)),
        ]
      }, paperLimit: 12)
  }
}
