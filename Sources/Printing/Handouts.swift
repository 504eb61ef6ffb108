public import Drawing
import Graphs
import Linkage
import Plans
public import Sheets
import Words

/// A sheet for each village, one page each, to be copied and handed out there.
public struct Handouts {
  private static let body = TextStyle(size: 12)

  private let meeting: Meeting
  private let places: [PlaceFindings]
  private var format: PageFormat { meeting.format }
  private var language: Language { meeting.names.language }

  /// The sheets of a meeting's villages.
  public init(_ meeting: Meeting) {
    self.meeting = meeting
    places = PlaceFindings.all(meeting.names.plans, plan: meeting.plan)
  }

  /// Whether the plan tells of no village.
  public var isEmpty: Bool { places.isEmpty }

  /// Writes the PDF.
  ///
  /// - Returns: Where the written pages break the law of legibility.
  @discardableResult
  public func write(to path: String) throws(SheetError) -> [LegibilityBreach] {
    var flow = PageFlow(format, language)
    for (index, place) in places.enumerated() {
      if index > 0 { flow.turn() }
      set(place, &flow)
    }
    let names = meeting.names
    return try PaperDocument(
      flow.document, format, language,
      title: language.pick("เอกสารรายหมู่บ้าน ", "Village hand-outs: ")
        + names.title(of: meeting.plan),
      foot: names.line(of: meeting.plan), labels: places.map { names.name(of: $0.place) }
    ).write(to: path)
  }

  private func set(_ findings: PlaceFindings, _ flow: inout PageFlow) {
    let sentences = HandoutSentences(meeting.names, findings)
    flow.heading(sentences.title, level: 1, named: "place-\(findings.place.index)")
    flow.paragraph(sentences.summary, Self.body, gap: 6)
    let unknown = sentences.unknown.map { flow.measured($0, Self.body) }
    // A line each for what finds no room stays free.
    let end = format.bottom - (unknown.map { $0.height + 6 } ?? 0) - 19
    let concerning = proposals(concerning: findings)
    // Work has at most three eighths of the page, funds and leaders share a quarter, proposals the rest.
    setWork(findings, sentences, within: format.height * 0.37, &flow)
    setFundsAndLeaders(sentences, to: min(end, flow.y + format.height * 0.25), &flow)
    setList(
      language.pick("ข้อเสนอที่เกี่ยวกับหมู่บ้านนี้", "Proposals that concern this village"),
      concerning, sentences, to: end, &flow)
    if let unknown { flow.place(.text(unknown, x: format.left, y: format.bottom - unknown.height)) }
  }

  /// Side by side where the page is wide.
  private func setFundsAndLeaders(
    _ sentences: HandoutSentences, to end: Double, _ flow: inout PageFlow
  ) {
    let funds = language.pick("องค์กรการเงินในหมู่บ้าน", "Funds in the village")
    let leaders = language.pick("แกนนำในหมู่บ้าน", "Leaders in the village")
    guard format.isWide else {
      setList(funds, sentences.funds, sentences, to: end, &flow)
      setList(
        leaders, sentences.leaders, sentences, to: end + format.height * 0.1, &flow)
      return
    }
    let half = (format.width - 24) / 2
    let top = flow.y
    setList(funds, sentences.funds, sentences, to: end, width: half, &flow)
    let below = flow.y
    flow.y = top
    setList(
      leaders, sentences.leaders, sentences, to: end, indent: half + 24, width: half, &flow)
    flow.y = max(flow.y, below)
  }

  private func setWork(
    _ findings: PlaceFindings, _ sentences: HandoutSentences, within height: Double,
    _ flow: inout PageFlow
  ) {
    guard !findings.work.isEmpty else { return }
    flow.heading(language.pick("งานของหมู่บ้าน", "The village's work"), level: 3, following: 0)
    let shares = [38.0, 12, 26, 24, 20]
    let table = PaperTable(
      columns: zip(sentences.workHeadings, shares).map { .init(heading: $0, share: $1) },
      rows: findings.work.map { work in
        sentences.row(
          work, proposals: numbers { $0.ends.to == work.activity || $0.to == work.activity })
      })
    let set = flow.table(table, within: height)
    setMore(
      findings.work.count - set, language.name(of: .activity), sentences, x: format.left,
      width: format.width, &flow)
  }

  /// Sets a list as far as it fits, and counts the rest.
  private func setList(
    _ title: String, _ texts: [String], _ sentences: HandoutSentences, to end: Double,
    indent: Double = 0, width: Double? = nil, _ flow: inout PageFlow
  ) {
    let width = width ?? format.width
    let lines = texts.map { flow.measured($0, width: width - 14, Self.body) }
    let heading = flow.measured(title, width: width, TextStyle(size: 13, isBold: true))
    let (x, line) = (format.left + indent, 18.0)
    guard let first = lines.first, flow.y + heading.height + 9 + first.height + line <= end else {
      return setMore(texts.count, title, sentences, x: x, width: width, &flow)
    }
    flow.y += 6
    flow.place(.text(heading, x: x, y: flow.y))
    flow.y += heading.height + 2
    var set = 0
    for measured in lines {
      guard flow.y + measured.height + (set == lines.count - 1 ? 0 : line) <= end else { break }
      flow.place(.text(flow.measured("•", width: 12, Self.body), x: x, y: flow.y))
      flow.place(.text(measured, x: x + 14, y: flow.y))
      flow.y += measured.height + 1
      set += 1
    }
    setMore(texts.count - set, title, sentences, x: x, width: width, &flow)
  }

  private func setMore(
    _ count: Int, _ title: String, _ sentences: HandoutSentences, x: Double, width: Double,
    _ flow: inout PageFlow
  ) {
    guard count > 0 else { return }
    let text = flow.measured(sentences.more(count, title), width: width, Self.body)
    flow.place(.text(text, x: x, y: flow.y))
    flow.y += text.height + 1
  }

  /// The printed proposals that hold of something, named as in the booklet.
  private func numbers(_ holds: (Opportunity) -> Bool) -> [String] {
    meeting.sections.flatMap { section in
      section.chosen.map(\.opportunity).filter(holds).map {
        "\(language.name(ofApproach: section.sentences.approach.name)) \($0.rank)"
      }
    }
  }

  private func proposals(concerning findings: PlaceFindings) -> [String] {
    let own = Set(
      findings.work.map(\.activity) + findings.ownFunds + findings.leaders + [findings.place])
    return meeting.sections.flatMap { section in
      section.chosen.map(\.opportunity).filter {
        own.contains($0.ends.from) || own.contains($0.ends.to)
      }
      .map { opportunity in
        let name = language.name(ofApproach: section.sentences.approach.name)
        return "\(name) \(opportunity.rank): "
          + claim(opportunity, section.sentences).clipped(to: 150)
      }
    }
  }

  private func claim(_ opportunity: Opportunity, _ sentences: OpportunitySentences) -> String {
    guard opportunity.pattern != nil || opportunity.lesson != nil else {
      return sentences.claim(opportunity)
    }
    return sentences.explanation(of: opportunity, [])
  }
}
