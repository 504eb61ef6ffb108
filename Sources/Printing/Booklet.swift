public import Drawing
import Linkage
import Plans
public import Sheets
import Words

/// The meeting's working paper, as PDF, in the order of the agenda.
public struct Booklet {
  /// Who it is for.
  public enum Reader: Sendable {
    /// Everybody at the meeting: summary, proposals with room for decisions, chapters, signatures.
    case everybody
    /// The officer alone: what must be thought of before the meeting, and is not handed out.
    case officer
  }

  let meeting: Meeting
  let reader: Reader
  /// The drawings that stand in it, in its order; the others are in the folder of diagrams.
  let pictures: [Picture]
  /// The charts for its pages, by the key of the chapter that each stands in: the fullest first.
  let charts: [String: [PlacedChart]]
  var language: Language { meeting.names.language }
  var format: PageFormat { meeting.format }

  /// A booklet of a meeting.
  public init(_ meeting: Meeting, for reader: Reader = .everybody) {
    self.meeting = meeting
    self.reader = reader
    pictures = Self.chosen(of: meeting.pictures)
    charts = meeting.charts.mapValues { charts in
      charts.map { PlacedChart($0, width: meeting.format.width) }
    }
  }

  /// Writes the PDF.
  ///
  /// - Returns: Where the written pages break the law of legibility; empty on a sound booklet.
  @discardableResult
  public func write(to path: String) throws(SheetError) -> [LegibilityBreach] {
    let note = reader == .officer ? "\(meeting.officerNote) · " : ""
    return try PaperDocument(
      laidOut(), format, language, title: title,
      foot: note + meeting.names.line(of: meeting.plan)
    ).write(to: path)
  }

  /// What the document is called; the officer's part is not taken for the booklet.
  private var title: String {
    let title = meeting.names.title(of: meeting.plan)
    return reader == .officer ? language.officersTitle(title) : title
  }

  /// The pages.
  func laidOut() -> LaidOut {
    var flow = PageFlow(format, language)
    switch reader {
    case .everybody: set(&flow)
    case .officer: for chapter in meeting.officerChapters { set(chapter, &flow, level: 1) }
    }
    return flow.document
  }

  private func set(_ flow: inout PageFlow) {
    setSummary(&flow)
    flow.turn()
    // The contents are set when all else is, and the pages known.
    flow.turn()
    setPictures(of: [.plan], &flow)
    setDecided(&flow)
    setLinks(&flow)
    for part in Self.parts { set(part, &flow) }
    setRest(&flow)
    setOther(&flow)
    setSignatures(&flow)
    setCheck(&flow)
    setContents(&flow, onPage: 1)
  }

  private func setDecided(_ flow: inout PageFlow) {
    guard let chapter = meeting.chapters.first(where: { $0.key == "decisions" }) else { return }
    set(.decided, following: 150, &flow)
    set(chapter, &flow, level: 3)
  }

  /// The heading of an item of the agenda.
  func set(_ item: AgendaItem, following: Double, _ flow: inout PageFlow) {
    flow.heading(
      heading(of: item), level: 1, following: following, named: "agenda-\(item.rawValue)")
  }

  /// An item of the agenda with its number; those that are there are numbered one after the other.
  func heading(of item: AgendaItem) -> String {
    let number = item == .check ? nil : agenda.firstIndex(of: item).map { $0 + 1 }
    return language.agenda(item, number: number)
  }

  /// The items of the agenda that there is something for.
  var agenda: [AgendaItem] {
    AgendaItem.allCases.filter { item in
      switch item {
      case .plan, .other, .signatures: true
      case .decided: meeting.chapters.contains { $0.key == "decisions" }
      case .links: !linkSections.isEmpty
      case .leaders, .learning, .capital:
        Self.parts.contains {
          $0.item == item && !(sections(of: $0).isEmpty && chapters(of: $0).isEmpty)
        }
      case .check: !meeting.reading.diagnostics.isEmpty
      }
    }
  }

  /// An item of the agenda with the subjects that belong to it, and where its drawings come from.
  private struct Part {
    let item: AgendaItem
    let subjects: [String]
    let place: PicturePlace
  }

  private static let parts = [
    Part(item: .leaders, subjects: ["leaders"], place: .leaders),
    Part(item: .learning, subjects: ["strength", "forum", "exchange"], place: .learning),
    Part(
      item: .capital, subjects: ["self-reliance", "integration", "coverage"], place: .capital),
  ]

  /// For each subject of an item what was found, what is proposed, then the drawings.
  private func set(_ part: Part, _ flow: inout PageFlow) {
    let (sections, chapters) = (sections(of: part), chapters(of: part))
    guard !sections.isEmpty || !chapters.isEmpty else { return }
    set(part.item, following: 40 + Self.following, &flow)
    for subject in part.subjects {
      for chapter in chapters where chapter.key == subject { set(chapter, &flow, level: 2) }
      for section in sections where section.sentences.approach.name == subject {
        let name = language.heading(ofApproach: subject)
        set(section, contents: language.pick("ข้อเสนอ \(name)", "Proposals \(name)"), &flow)
      }
    }
    setPictures(of: [part.place], &flow)
  }

  private func sections(of part: Part) -> [Section] {
    meeting.sections.filter {
      part.subjects.contains($0.sentences.approach.name) && !$0.chosen.isEmpty
    }
  }

  private func chapters(of part: Part) -> [Chapter] {
    meeting.chapters.filter { part.subjects.contains($0.key) }
  }

  /// What is proposed of links that are no subject of their own.
  private var linkSections: [Section] {
    let own: Set<String> = ["leaders", "forum", "exchange"]
    return meeting.sections.filter { !own.contains($0.sentences.approach.name) }
  }

  /// Lines for what nobody has foreseen, as every agenda ends: as many as the page has room for, else
  /// above the signatures, else a page to write on.
  private func setOther(_ flow: inout PageFlow) {
    let (most, least, pitch, heading) = (4, 2, 24.0, 44.0)
    func fitting(_ room: Double) -> Int { Int((room - heading - 8) / pitch) }
    let here = flow.isAtTop ? 0 : fitting(flow.room - 20)
    let above = fitting(format.height - signaturesHeight)
    let lines =
      here >= least ? min(most, here) : above >= least ? least : fitting(format.height)
    set(.other, following: Double(lines) * pitch + 8, &flow)
    for _ in 0..<lines {
      flow.form([.blank(1)], x: format.left, y: flow.y, width: format.width)
      flow.y += pitch
    }
    flow.y += 8
  }

  private func setLinks(_ flow: inout PageFlow) {
    let sections = linkSections
    guard !sections.isEmpty else { return }
    set(.links, following: 170, &flow)
    var waiting: [PicturePlace] = []
    for section in sections {
      set(section, &flow)
      waiting.append(.approach(section.sentences.approach.name))
      // The next proposals begin on a page of which much is left; the drawings come behind them.
      if flow.room < format.height * 0.35 || fits(anyOf: waiting, flow) {
        setPictures(of: waiting, &flow)
        waiting = []
      }
    }
    setPictures(of: waiting, &flow)
  }

  /// Chapters that have no place above, so that nothing that is found is lost.
  private func setRest(_ flow: inout PageFlow) {
    let placed: Set<String> = [
      "decisions", "leaders", "strength", "forum", "exchange", "self-reliance", "integration",
      "coverage",
    ]
    for chapter in meeting.chapters where !placed.contains(chapter.key) {
      set(chapter, &flow, level: 2)
    }
  }
}
