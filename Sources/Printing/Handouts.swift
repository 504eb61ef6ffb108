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
  /// How many villages the plan tells of.
  public let villages: Int
  /// Always upright, as what is pinned up or taken home; of the meeting's paper.
  private var format: PageFormat { PageFormat(meeting.format.paper, isUpright: true) }
  private var language: Language { meeting.names.language }

  /// The sheets of a meeting's villages.
  public init(_ meeting: Meeting) {
    self.meeting = meeting
    let all = PlaceFindings.all(meeting.names.plans, plan: meeting.plan)
    villages = all.count
    places = all.count > Self.limit ? Self.mostConcerned(all, meeting) : all
  }

  /// Sheets at most: nobody copies more for one meeting.
  private static let limit = 60

  /// The villages that most printed proposals concern, then those with most work; by id.
  private static func mostConcerned(
    _ places: [PlaceFindings], _ meeting: Meeting
  ) -> [PlaceFindings] {
    let ends = meeting.sections.flatMap(\.chosen).map(\.opportunity.ends)
    let counts = places.map { place in
      let own = place.own
      return ends.count { own.contains($0.from) || own.contains($0.to) }
    }
    let order = places.indices.sorted { one, other in
      (counts[other], places[other].work.count, places[one].place)
        < (counts[one], places[one].work.count, places[other].place)
    }
    return order.prefix(limit).sorted().map { places[$0] }
  }

  /// How many villages have a sheet.
  public var count: Int { places.count }

  /// Whether the plan tells of no village.
  public var isEmpty: Bool { places.isEmpty }

  /// Writes the PDF.
  ///
  /// - Returns: Where the written pages break the law of legibility.
  @discardableResult
  public func write(to path: String) throws(SheetError) -> [LegibilityBreach] {
    let names = meeting.names
    return try PaperDocument(
      laidOut(), format, language,
      title: language.pick("เอกสารรายหมู่บ้าน ", "Village hand-outs: ")
        + names.title(of: meeting.plan),
      foot: names.line(of: meeting.plan), labels: places.map { names.name(of: $0.place) }
    ).write(to: path)
  }

  /// The pages.
  func laidOut() -> LaidOut {
    var flow = PageFlow(format, language)
    for (index, place) in places.enumerated() {
      if index > 0 { flow.turn() }
      set(place, &flow)
    }
    return flow.document
  }

  private func set(_ findings: PlaceFindings, _ flow: inout PageFlow) {
    let sentences = HandoutSentences(meeting.names, findings)
    flow.heading(sentences.title, level: 1, named: "place-\(findings.place.index)")
    flow.paragraph(sentences.summary, Self.body, gap: 6)
    let unknown = sentences.unknown.map { flow.measured($0, Self.body) }
    let lists = lists(findings, sentences)
    // Each list may have its share of the page, and what the others leave.
    var end = format.bottom - (unknown.map { $0.height + 6 } ?? 0)
    var ends: [Double] = []
    for list in lists.reversed() {
      ends.insert(end, at: 0)
      end -= min(height(of: list, flow), list.share * format.height)
    }
    setWork(findings, sentences, within: end - flow.y - 56, &flow)
    for (list, end) in zip(lists, ends) { set(list, sentences, to: end, &flow) }
    if let unknown { flow.place(.text(unknown, x: format.left, y: format.bottom - unknown.height)) }
  }

  /// Lines under a heading, and the share of the page that they may take in any case.
  private struct List {
    let title: String
    let texts: [String]
    let share: Double
  }

  private func lists(_ findings: PlaceFindings, _ sentences: HandoutSentences) -> [List] {
    [
      List(
        title: language.pick("องค์กรการเงินในหมู่บ้าน", "Funds in the village"),
        texts: sentences.funds, share: 0.17),
      List(
        title: language.pick("แกนนำในหมู่บ้าน", "Leaders in the village"),
        texts: sentences.leaders, share: 0.14),
      List(
        title: language.pick("ข้อเสนอที่เกี่ยวกับหมู่บ้านนี้", "Proposals that concern this village"),
        texts: proposals(concerning: findings), share: 0.2),
    ]
  }

  /// The height of a list with all its lines.
  private func height(of list: List, _ flow: borrowing PageFlow) -> Double {
    guard !list.texts.isEmpty else { return 0 }
    return list.texts.reduce(30) {
      $0 + flow.measured($1, width: format.width - 14, Self.body).height + 1
    }
  }

  private func setWork(
    _ findings: PlaceFindings, _ sentences: HandoutSentences, within height: Double,
    _ flow: inout PageFlow
  ) {
    guard !findings.work.isEmpty else { return }
    flow.heading(
      language.pick("งานของหมู่บ้าน", "The village's work"), level: 3, following: 0)
    let shares = [36.0, 10, 28, 26, 20]
    let table = PaperTable(
      columns: zip(sentences.workHeadings, shares).map { .init(heading: $0, share: $1) },
      rows: findings.work.map { work in
        sentences.row(
          work, proposals: numbers { $0.ends.to == work.activity || $0.to == work.activity })
      })
    let set = flow.table(table, within: height)
    setMore(findings.work.count - set, language.name(of: .activity), sentences, &flow)
  }

  /// Sets a list as far as it fits, and counts the rest.
  private func set(
    _ list: List, _ sentences: HandoutSentences, to end: Double, _ flow: inout PageFlow
  ) {
    let lines = list.texts.map { flow.measured($0, width: format.width - 14, Self.body) }
    let heading = flow.measured(list.title, TextStyle(size: 13, isBold: true))
    let (x, line) = (format.left, 18.0)
    guard let first = lines.first,
      flow.y + heading.height + 9 + first.height + (lines.count > 1 ? line : 0) <= end
    else { return setMore(list.texts.count, list.title, sentences, &flow) }
    flow.y += 6
    flow.place(.text(heading, x: x, y: flow.y))
    flow.y += heading.height + 2
    var count = 0
    for text in lines {
      guard flow.y + text.height + (count == lines.count - 1 ? 0 : line) <= end else { break }
      flow.place(.text(flow.measured("•", width: 12, Self.body), x: x, y: flow.y))
      flow.place(.text(text, x: x + 14, y: flow.y))
      flow.y += text.height + 1
      count += 1
    }
    setMore(list.texts.count - count, list.title, sentences, &flow)
  }

  private func setMore(
    _ count: Int, _ title: String, _ sentences: HandoutSentences, _ flow: inout PageFlow
  ) {
    guard count > 0 else { return }
    let text = flow.measured(sentences.more(count, title), Self.body)
    flow.place(.text(text, x: format.left, y: flow.y))
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
    let own = findings.own
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
