public import Drawing
import FoundationEssentials
import Graphs
import Linkage
import Plans
public import Sheets
import Words

/// The whole report of a meeting: booklet, the officer's own part, diagrams, workbook, findings and page.
public struct Report {
  /// Why a report could not be made.
  public enum Failure: Error, Sendable, Equatable {
    /// A file could not be written.
    case file(SheetError)
  }

  /// What was written.
  public struct Written: Sendable {
    /// The files, the booklet first.
    public let files: [String]
    /// Where printed pages break the law of legibility, by file; empty in a sound report.
    public let breaches: [(file: String, breach: LegibilityBreach)]
    /// Villages that have a sheet of their own, and how many there are.
    public let villages: (printed: Int, all: Int)
  }

  private let meeting: Meeting

  /// A report of a meeting.
  public init(_ meeting: Meeting) { self.meeting = meeting }

  /// Writes all files into a folder, whole or not at all.
  ///
  /// Everything is written into a folder beside first; only then are the files put in their places.
  /// Other files of the folder are left alone; what an earlier report wrote and this one does not, such
  /// as drawings with names that have been withdrawn since, is taken away.
  ///
  /// - Returns: What was written, and what of it cannot be read well.
  public func write(to folder: String) throws(Failure) -> Written {
    do throws(SheetError) {
      let written = try WholeFolder.fill(folder, isOwn: Self.isOwn) { (beside) throws(SheetError) in
        try Folder.create(Folder.join(beside, "diagrams"))
        let written = try writeFiles(to: beside)
        return (written.files, written)
      }
      return Written(
        files: written.files.map { Folder.join(folder, $0) },
        breaches: written.breaches.map { (Folder.join(folder, $0.file), $0.breach) },
        villages: written.villages)
    } catch {
      throw .file(error)
    }
  }

  /// Whether only a report writes a file of a name: its papers, and drawings by their views.
  private static func isOwn(_ name: String) -> Bool {
    if ["handouts.pdf", "officer.pdf"].contains(name) { return true }
    let parts = name.split(separator: "/")
    guard parts.count == 2, parts[0] == "diagrams", let dot = parts[1].lastIndex(of: "."),
      PictureFormat(rawValue: String(parts[1][parts[1].index(after: dot)...])) != nil
    else { return false }
    let key = parts[1][..<dot]
    return View.allCases.contains { view in
      key.hasPrefix(view.rawValue)
        && key.dropFirst(view.rawValue.count).allSatisfy { $0 == "-" || $0.isWholeNumber }
    }
  }

  private func writeFiles(to folder: String) throws(SheetError) -> Written {
    var names = ["booklet.pdf", "opportunities.xlsx", "findings.json", "index.html"]
    try OpportunityWorkbook.write(meeting, to: Folder.join(folder, names[1]))
    try FileBytes.write(try encoded(FindingsDocument(meeting)), to: Folder.join(folder, names[2]))
    let page = try page()
    try FileBytes.write(Array(page.utf8), to: Folder.join(folder, names[3]))
    let papers = try writePapers(to: folder)
    names += papers.files.filter { $0 != names[0] }
    let pictures = try writePictures(to: folder)
    return Written(
      files: names + pictures.files, breaches: papers.breaches + pictures.breaches,
      villages: papers.villages)
  }

  /// Each drawing in each format that it has, on all cores.
  private func writePictures(
    to folder: String
  ) throws(SheetError) -> (files: [String], breaches: [(file: String, breach: LegibilityBreach)]) {
    let language = meeting.names.language
    let files = meeting.pictures.flatMap { picture in
      PictureFormat.allCases.filter { $0 != .dot || picture.diagram != nil }.map { (picture, $0) }
    }
    let written = concurrentMap(files.count) {
      index -> Result<(name: String, breaches: [LegibilityBreach]), SheetError> in
      let (picture, format) = files[index]
      let name = "diagrams/\(picture.key).\(format.rawValue)"
      return Result { () throws(SheetError) in
        (name, try picture.write(format, to: Folder.join(folder, name), language))
      }
    }
    var names: [String] = []
    var breaches: [(file: String, breach: LegibilityBreach)] = []
    for result in written {
      let file = try result.get()
      names.append(file.name)
      breaches += file.breaches.map { (file.name, $0) }
    }
    return (names, breaches)
  }

  /// What is printed: the booklet, the villages' sheets, the officer's own part.
  private func writePapers(to folder: String) throws(SheetError) -> Written {
    var papers = [
      ("booklet.pdf", try Booklet(meeting).write(to: Folder.join(folder, "booklet.pdf")))
    ]
    let handouts = Handouts(meeting)
    if !handouts.isEmpty {
      papers.append(
        ("handouts.pdf", try handouts.write(to: Folder.join(folder, "handouts.pdf"))))
    }
    if !meeting.officerChapters.isEmpty {
      let officer = Booklet(meeting, for: .officer)
      papers.append(("officer.pdf", try officer.write(to: Folder.join(folder, "officer.pdf"))))
    }
    return Written(
      files: papers.map(\.0),
      breaches: papers.flatMap { file, breaches in breaches.map { (file, $0) } },
      villages: (handouts.count, handouts.villages))
  }

  private func encoded(_ value: some Encodable) throws(SheetError) -> [UInt8] {
    do { return try JSONDocument.bytes(value) } catch {
      throw .unwritable(path: "findings.json", reason: "\(error)")
    }
  }

  private func page() throws(SheetError) -> String {
    do { return try ReportPage.text(meeting) } catch {
      throw .unwritable(path: "index.html", reason: "\(error)")
    }
  }
}

/// `findings.json`: what `check` and `links` print, of one report.
private struct FindingsDocument: Encodable {
  let plan: String
  let name: String
  let check: CheckDocument
  let opportunities: [OpportunityDocument]

  init(_ meeting: Meeting) {
    let names = meeting.names
    let plan = names.plans.plans[meeting.plan]
    self.plan = plan.id
    name = names.title(of: meeting.plan)
    check = CheckDocument(meeting.reading, names.plans, names.language, hidesPeople: true)
    opportunities = meeting.sections.flatMap { section in
      section.proposals.map { proposal in
        OpportunityDocument(
          proposal.opportunity, proposal.evidence, section.sentences, pathLimit: 50)
      }
    }
  }
}
