public import Drawing
import FoundationEssentials
import Glibc
import Linkage
import Plans
public import Sheets
import Words

/// The whole report of a meeting: booklet, the officer's own part, diagrams, workbook, findings and page.
public struct Report {
  /// Why a report could not be made.
  public enum Failure: Error, Sendable, Equatable {
    /// A diagram could not be drawn.
    case drawing(DrawingError)
    /// A file could not be written.
    case file(SheetError)
  }

  private let meeting: Meeting
  private let paper: Paper

  /// A report of a meeting, its booklet for a size of paper.
  public init(_ meeting: Meeting, paper: Paper = .a4) {
    self.meeting = meeting
    self.paper = paper
  }

  /// Writes all files into a folder, whole or not at all.
  ///
  /// Everything is written into a folder beside first; only then are the files put in their places.
  /// Other files of the folder are left alone.
  ///
  /// - Returns: The files, the booklet first.
  public func write(to folder: String) throws(Failure) -> [String] {
    let beside = Folder.join(
      Folder.parent(of: folder), ".\(Folder.lastName(of: folder)).\(getpid())")
    do throws(SheetError) {
      try Folder.create(Folder.join(beside, "diagrams"))
      let names = try writeFiles(to: beside)
      // Nothing is put in its place before every place is known to be free for it.
      for name in names where Folder.exists(Folder.join(folder, name)) {
        throw .unwritable(path: Folder.join(folder, name), reason: "a folder is there")
      }
      try Folder.create(Folder.join(folder, "diagrams"))
      for name in names {
        try FileBytes.move(Folder.join(beside, name), to: Folder.join(folder, name))
      }
      Folder.remove(beside)
      return names.map { Folder.join(folder, $0) }
    } catch {
      Folder.remove(beside)
      throw .file(error.naming(folder, insteadOf: beside))
    }
  }

  private func writeFiles(to folder: String) throws(SheetError) -> [String] {
    var names = ["booklet.pdf", "opportunities.xlsx", "findings.json", "index.html"]
    try Booklet(meeting, paper: paper).write(to: Folder.join(folder, names[0]))
    try OpportunityWorkbook.write(meeting, to: Folder.join(folder, names[1]))
    try FileBytes.write(try encoded(FindingsDocument(meeting)), to: Folder.join(folder, names[2]))
    if !meeting.officerChapters.isEmpty {
      names.append("officer.pdf")
      try Booklet(meeting, paper: paper, for: .officer).write(
        to: Folder.join(folder, "officer.pdf"))
    }
    let page = try page()
    try FileBytes.write(Array(page.utf8), to: Folder.join(folder, names[3]))
    for picture in meeting.pictures {
      for format in PictureFormat.allCases {
        let name = "diagrams/\(picture.key).\(format.rawValue)"
        try picture.write(format, to: Folder.join(folder, name))
        names.append(name)
      }
    }
    return names
  }

  private func encoded(_ value: some Encodable) throws(SheetError) -> Data {
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
