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
      [opportunities(meeting), decisions(meeting)] + chapters + [problems(meeting)], to: path)
  }

  private static func opportunities(_ meeting: Meeting) -> SheetDraft {
    let names = meeting.names
    let language = names.language
    return SheetDraft(
      name: language.pick("ข้อเสนอ", "opportunities"),
      columns: [
        .init(language.pick("ที่", "rank"), width: 6),
        .init(language.pick("แนวทาง", "approach"), width: 12),
        .init(language.pick("จาก (รหัส)", "from (id)"), width: 20),
        .init(language.pick("จาก", "from"), width: 36),
        .init(language.pick("ถึง (รหัส)", "to (id)"), width: 20),
        .init(language.pick("ถึง", "to"), width: 40),
        .init(language.pick("ประเด็น", "issues"), width: 22),
        .init(language.pick("เหตุผล", "reason"), width: 70),
        .init(language.pick("สิ่งที่จะเปลี่ยน", "effect"), width: 34),
        .init(language.pick("ข้อควรระวัง", "cautions"), width: 34),
        .init(language.pick("คะแนน", "score"), width: 10),
      ],
      rows: meeting.sections.flatMap { section in
        section.proposals.map { row($0, section.sentences) }
      })
  }

  /// The approach as `decisions` reads it back.
  private static func word(_ approach: String, _ language: Language) -> String {
    language.pick(ApproachName(rawValue: approach)?.thai ?? approach, approach)
  }

  private static func row(
    _ proposal: Section.Proposal, _ sentences: OpportunitySentences
  ) -> [Cell] {
    let names = sentences.names
    let language = names.language
    let opportunity = proposal.opportunity
    let (from, to) = opportunity.ends
    let issues = names.plans.neighbours(of: to, .about, .forward).map(names.name(of:))
    let history = sentences.history(opportunity.history)
    let cautions = [sentences.cautions(opportunity.cautions), history].filter { !$0.isEmpty }
    return [
      .number(Double(opportunity.rank)), Cell(word(opportunity.approach, language)),
      Cell(names.id(of: from, beside: to)), Cell(names.name(of: from)),
      Cell(names.id(of: to, beside: from)),
      Cell(names.name(of: to)), Cell(issues.joined(separator: "; ")),
      Cell(sentences.explanation(of: opportunity, proposal.evidence)),
      Cell(sentences.effect(opportunity.effect)), Cell(cautions.joined(separator: " · ")),
      .number((opportunity.score * 10_000).rounded() / 10_000),
    ]
  }

  /// What is printed for the meeting, in the columns of FORMAT's `decisions`: filled in, the sheet is
  /// the plan's own.
  private static func decisions(_ meeting: Meeting) -> SheetDraft {
    let names = meeting.names
    let language = names.language
    let table = Table.decisions
    let statuses = Decision.Status.allCases.map { language.pick($0.thai, $0.rawValue) }
    let widths: [Column: Double] = [
      .approach: 14, .from: 24, .to: 24, .reason: 40, .evidence: 24, .fromName: 36, .toName: 36,
    ]
    return SheetDraft(
      name: language.name(of: table),
      columns: table.columns.filter { $0.column != .plan }.map { column, thai in
        SheetDraft.Column(
          language.pick(thai, column.englishName), width: widths[column] ?? 16,
          choices: column == .status ? statuses : [])
      },
      rows: meeting.sections.flatMap { section in
        section.chosen.map { proposal in
          let opportunity = proposal.opportunity
          let (from, to) = opportunity.ends
          let known: [Column: Cell] = [
            .approach: Cell(word(opportunity.approach, language)),
            .from: Cell(names.id(of: from, beside: to)), .to: Cell(names.id(of: to, beside: from)),
            .fromName: Cell(names.name(of: from)), .toName: Cell(names.name(of: to)),
            .evidence: Cell(EvidenceSummary.text(of: opportunity.counts)),
          ]
          return table.columns.filter { $0.column != .plan }.map { known[$0.column] ?? .empty }
        }
      })
  }

  /// A table of a chapter; what the chapter says stands in a note on the first heading.
  private static func sheet(
    _ grid: Chapter.Grid, of chapter: Chapter, _ language: Language
  ) -> SheetDraft {
    let note = ([chapter.question] + chapter.paragraphs + chapter.notes).joined(separator: "\n")
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
