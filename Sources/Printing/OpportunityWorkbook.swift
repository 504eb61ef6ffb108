import Graphs
import Linkage
import Plans
public import Sheets
import Words

/// `opportunities.xlsx`: all that was found, to be sorted, filtered and decided on.
public enum OpportunityWorkbook {
  /// Writes the workbook of a meeting.
  public static func write(_ meeting: Meeting, to path: String) throws(SheetError) {
    let chapters = meeting.chapters.flatMap { chapter in
      chapter.grids.map { sheet($0, of: chapter, meeting.names.language) }
    }
    try XLSXWriter.write(
      [proposals(meeting)] + chapters + [problems(meeting)], to: path, isForTyping: true)
  }

  /// Moves the workbook of an earlier report aside where somebody has changed a cell of it since: nothing
  /// that was typed there is written over.
  ///
  /// - Returns: Where it stands now; nil where there was nothing to keep.
  public static func setAside(
    _ name: String = "opportunities.xlsx", in folder: String
  ) throws(SheetError) -> String? {
    let path = Folder.join(folder, name)
    guard FileBytes.exists(path), !XLSXWriter.isAsWritten(path) else { return nil }
    var number = 1
    func kept() -> String {
      Folder.join(folder, "\(Folder.stem(of: name))-\(number).xlsx")
    }
    while FileBytes.exists(kept()) || Folder.exists(kept()) { number += 1 }
    try FileBytes.move(path, to: kept())
    return kept()
  }

  /// The proposals, to be decided on in place: the columns of FORMAT's `decisions`, which reads the sheet
  /// back, and for people what speaks for each.
  private static func proposals(_ meeting: Meeting) -> SheetDraft {
    let language = meeting.names.language
    return SheetDraft(
      name: language.pick(ProposalSheet.thaiName, ProposalSheet.englishName),
      columns: ProposalColumn.all.map { $0.draft(language) },
      rows: meeting.sections.flatMap { section in
        let printed = Set(section.chosen.map(\.opportunity.rank))
        return section.proposals.map { proposal in
          row(
            proposal, section.sentences, isPrinted: printed.contains(proposal.opportunity.rank))
        }
      })
  }

  /// The approach as `decisions` reads it back.
  private static func word(_ approach: String, _ language: Language) -> String {
    language.pick(ApproachName(rawValue: approach)?.thai ?? approach, approach)
  }

  private static func row(
    _ proposal: Section.Proposal, _ sentences: OpportunitySentences, isPrinted: Bool
  ) -> [Cell] {
    let names = sentences.names
    let opportunity = proposal.opportunity
    let (from, to) = opportunity.ends
    return ProposalColumn.all.map { column in
      switch column {
      case .decision(.approach): Cell(word(opportunity.approach, names.language))
      case .decision(.fromName): Cell(names.name(of: from))
      case .decision(.toName): Cell(names.name(of: to))
      case .decision(.from): Cell(names.id(of: from, beside: to))
      case .decision(.to): Cell(names.id(of: to, beside: from))
      case .decision(.evidence): Cell(EvidenceSummary.text(of: opportunity.counts))
      case .decision: .empty
      case .remark(.printed): isPrinted ? Cell("✓") : .empty
      case .remark(let remark): cell(remark, proposal, sentences)
      }
    }
  }

  private static func cell(
    _ remark: ProposalSheet.Remark, _ proposal: Section.Proposal, _ sentences: OpportunitySentences
  ) -> Cell {
    let names = sentences.names
    let opportunity = proposal.opportunity
    switch remark {
    case .letter: return Cell(names.language.letter(ofApproach: opportunity.approach))
    case .rank: return .number(Double(opportunity.rank))
    case .issues:
      let issues = names.plans.neighbours(of: opportunity.ends.to, .about, .forward)
      return Cell(issues.map(names.name(of:)).joined(separator: "; "))
    case .why: return Cell(sentences.explanation(of: opportunity, proposal.evidence))
    case .effect: return Cell(sentences.effect(opportunity.effect))
    case .cautions:
      let history = sentences.history(opportunity.history)
      let said = [sentences.cautions(opportunity.cautions), history].filter { !$0.isEmpty }
      return Cell(said.joined(separator: " · "))
    case .score: return .number((opportunity.score * 10_000).rounded() / 10_000)
    case .printed: return .empty
    }
  }

  /// A table of a chapter; what the chapter says stands in a note on the first heading.
  private static func sheet(
    _ grid: Chapter.Grid, of chapter: Chapter, _ language: Language
  ) -> SheetDraft {
    sheet(
      grid, note: ([chapter.question] + chapter.paragraphs + chapter.notes).joined(separator: "\n"),
      language)
  }

  /// A table as a sheet, with a note on its first heading.
  static func sheet(_ grid: Chapter.Grid, note: String, _ language: Language) -> SheetDraft {
    let sum = grid.columns.reduce(0) { $0 + $1.width }
    return SheetDraft(
      name: grid.title,
      columns: grid.columns.enumerated().map { index, column in
        SheetDraft.Column(
          column.heading, width: max(10, 140 * column.width / max(sum, 1)),
          note: index == 0 ? note : nil)
      },
      rows: grid.rows.map { row in row.map { cell(of: $0, language) } })
  }

  /// A value as a cell: numbers stay numbers, so that they can be sorted and summed.
  private static func cell(of value: Chapter.Value, _ language: Language) -> Cell {
    switch value {
    case .number(let number, _) where number.isFinite: .number(number)
    case .share(let share) where share.isFinite: .number((share * 10_000).rounded() / 10_000)
    case .empty: .empty
    default: Cell(language.text(of: value))
    }
  }

  private static func problems(_ meeting: Meeting) -> SheetDraft {
    let language = meeting.names.language
    return SheetDraft(
      name: language.pick("ผลการตรวจ", "check"),
      columns: [
        .init(language.pick("ระดับ", "severity"), width: 12),
        .init(language.pick("ที่", "where"), width: 40),
        .init(language.pick("จำนวน", "count"), width: 8),
        .init(language.pick("สิ่งที่พบ", "what"), width: 80),
        .init(language.pick("สิ่งที่ควรทำ", "what to do"), width: 60),
      ],
      rows: meeting.reading.diagnostics.map { diagnostic in
        [
          Cell(language.name(of: diagnostic.severity)), Cell(language.place(of: diagnostic)),
          .number(Double(diagnostic.count)),
          Cell(language.message(of: diagnostic, hidesPeople: true)),
          Cell(language.suggestion(for: diagnostic)),
        ]
      })
  }
}

/// A column of the sheet of proposals.
private enum ProposalColumn {
  /// One that is read back.
  case decision(Column)
  /// One that is there for people.
  case remark(ProposalSheet.Remark)

  /// The number as it is printed, its letter apart so that numbers are sorted as numbers, who with whom,
  /// what was decided, what speaks for it, and last what only the program looks at.
  static let all: [ProposalColumn] = [
    .remark(.letter), .remark(.rank), .decision(.approach), .decision(.fromName),
    .decision(.toName),
    .decision(.status), .decision(.owner), .decision(.due), .decision(.date), .decision(.reason),
    .remark(.issues), .remark(.why), .remark(.effect), .remark(.cautions), .remark(.score),
    .remark(.printed), .decision(.from), .decision(.to), .decision(.evidence),
  ]

  func draft(_ language: Language) -> SheetDraft.Column {
    switch self {
    case .decision(let column):
      let heading = language.pick(Table.decisions.thaiName(of: column), column.englishName)
      let statuses = Decision.Status.allCases.map { language.pick($0.thai, $0.rawValue) }
      return SheetDraft.Column(
        heading, width: width, choices: column == .status ? statuses : [],
        note: column == .status
          ? language.pick(
            "เลือกจากรายการเมื่อที่ประชุมลงมติแล้ว ข้อที่ยังไม่ได้ลงมติปล่อยว่างไว้ "
              + "แล้วให้โปรแกรมอ่านไฟล์นี้พร้อมแผน หรือคัดลอกแผ่นนี้ไปไว้ในแผน",
            "Choose once the meeting has decided, and leave the others empty. Then give this file to "
              + "the program beside the plan, or copy this sheet into the plan.") : nil)
    case .remark(let remark):
      return SheetDraft.Column(
        language.pick(remark.thaiName, remark.englishName), width: width)
    }
  }

  /// The width in characters.
  private var width: Double {
    switch self {
    case .remark(.letter), .remark(.rank): 6
    case .remark(.printed), .remark(.score): 10
    case .remark(.why): 70
    case .remark(.effect), .remark(.cautions), .decision(.fromName), .decision(.toName): 34
    case .decision(.reason), .decision(.evidence): 30
    case .decision(.from), .decision(.to), .decision(.owner), .remark(.issues): 20
    default: 14
    }
  }
}
