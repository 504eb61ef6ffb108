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
  /// The charts for its pages, by the key of the chapter that each stands in.
  let charts: [String: PlacedChart]
  var language: Language { meeting.names.language }
  var format: PageFormat { meeting.format }

  /// A booklet of a meeting.
  public init(_ meeting: Meeting, for reader: Reader = .everybody) {
    self.meeting = meeting
    self.reader = reader
    pictures = Self.chosen(of: meeting.pictures)
    charts = meeting.charts.mapValues { PlacedChart($0, width: meeting.format.width) }
  }

  /// Writes the PDF.
  ///
  /// - Returns: Where the written pages break the law of legibility; empty on a sound booklet.
  @discardableResult
  public func write(to path: String) throws(SheetError) -> [LegibilityBreach] {
    let note = reader == .officer ? "\(meeting.officerNote) · " : ""
    return try PaperDocument(
      laidOut(), format, language, title: meeting.names.title(of: meeting.plan),
      foot: note + meeting.names.line(of: meeting.plan)
    ).write(to: path)
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
    setPart(.leaders, ["leaders"], [.leaders], &flow)
    setPart(.learning, ["strength", "forum", "exchange"], [.learning], &flow)
    setPart(.capital, ["self-reliance", "integration", "coverage"], [.capital], &flow)
    setRest(&flow)
    // A few lines need no page of their own behind the signatures.
    if checkHeight(flow) < flow.room { setCheck(&flow) }
    setSignatures(&flow)
    if !flow.headings.contains(where: { $0.title == language.agenda(.check) }) { setCheck(&flow) }
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
      language.agenda(item), level: 1, following: following, named: "agenda-\(item.rawValue)")
  }

  /// An item of the agenda: for each subject what is proposed, what was found, and the drawings.
  private func setPart(
    _ item: AgendaItem, _ subjects: [String], _ places: [PicturePlace], _ flow: inout PageFlow
  ) {
    let sections = meeting.sections.filter {
      subjects.contains($0.sentences.approach.name) && !$0.chosen.isEmpty
    }
    let chapters = meeting.chapters.filter { subjects.contains($0.key) }
    guard !sections.isEmpty || !chapters.isEmpty else { return }
    let first = subjects.lazy.compactMap { key in chapters.first { $0.key == key } }.first
    set(item, following: 40 + (first.map { following($0) } ?? 130), &flow)
    for subject in subjects {
      for chapter in chapters where chapter.key == subject { set(chapter, &flow, level: 2) }
      for section in sections where section.sentences.approach.name == subject {
        set(section, contents: language.pick("ข้อเสนอ", "proposals"), &flow)
      }
    }
    setPictures(of: places, &flow)
  }

  /// What is proposed of links that are no subject of their own.
  private func setLinks(_ flow: inout PageFlow) {
    let own: Set<String> = ["leaders", "forum", "exchange"]
    let sections = meeting.sections.filter { !own.contains($0.sentences.approach.name) }
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
