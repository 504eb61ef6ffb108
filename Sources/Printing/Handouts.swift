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
    var end = format.bottom - (unknown.map { $0.height + 6 } ?? 0)
    let table = table(findings, sentences)
    let heights = flow.heights(of: table)
    let work = findings.work.isEmpty ? 0 : Self.aboveTable + (heights.last ?? 0)
    let lists = lists(findings, sentences, within: end - flow.y - work, flow)
    // Each list may have its share of the page, and what the work and the others leave.
    let isWhole = work + height(of: lists, flow) <= end - flow.y
    let needed = lists.map { height(of: [$0], flow) }
    func room(_ part: Double) -> [Double] {
      zip(lists, needed).map { isWhole ? $1 : min($1, $0.share * part * format.height) }
    }
    // A village looks for its own work first: the lists leave what its names need.
    let named = [1, 0.8, 0.6, 0.45].lazy.map(room).first { room in
      fittingRows(heights, findings, sentences, to: end - room.reduce(0, +), flow) != nil
    }
    var ends: [Double] = []
    for height in (named ?? room(1)).reversed() {
      ends.insert(end, at: 0)
      end -= height
    }
    let rows = fittingRows(heights, findings, sentences, to: end, flow)
    setWork(table, rows, findings, sentences, to: end, &flow)
    for (list, end) in zip(lists, ends) { set(list, to: end, &flow) }
    if let unknown { flow.place(.text(unknown, x: format.left, y: format.bottom - unknown.height)) }
  }

  /// Lines under a heading, and the share of the page that they may take in any case.
  private struct List {
    let title: String
    let texts: [String]
    let share: Double
    /// What is said of so many that find no room.
    let more: (Int) -> String
  }

  /// The lists in the fullest words that find room; else in few words.
  private func lists(
    _ findings: PlaceFindings, _ sentences: HandoutSentences, within room: Double,
    _ flow: borrowing PageFlow
  ) -> [List] {
    let inPlan = [
      List(
        title: language.pick("องค์กรการเงินในหมู่บ้าน", "Funds in the village"),
        texts: sentences.funds, share: 0.17, more: { sentences.moreInPlan($0, .fund) }),
      List(
        title: language.pick("แกนนำในหมู่บ้าน", "Leaders in the village"),
        texts: sentences.leaders, share: 0.14, more: { sentences.moreInPlan($0, .leader) }),
    ]
    func proposals(_ isBrief: Bool) -> [List] {
      [
        List(
          title: language.pick(
            "ข้อเสนอที่เกี่ยวกับหมู่บ้านนี้", "Proposals that concern this village"),
          texts: self.proposals(concerning: findings, isBrief: isBrief), share: 0.3,
          more: sentences.moreProposals)
      ]
    }
    let full = inPlan + proposals(false)
    return height(of: full, flow) <= room ? full : inPlan + proposals(true)
  }

  /// The height of lists with all their lines.
  private func height(of lists: [List], _ flow: borrowing PageFlow) -> Double {
    var height = 0.0
    for list in lists where !list.texts.isEmpty {
      height += Self.aboveList + flow.measured(list.title, Self.title).height
      for text in list.texts { height += measured(text, flow).height + 1 }
    }
    return height
  }

  private func measured(_ text: String, _ flow: borrowing PageFlow) -> MeasuredText {
    flow.measured(text, width: format.width - 14, Self.body)
  }

  private static let title = TextStyle(size: 13, isBold: true)
  /// What a list's heading keeps free above and below.
  private static let aboveList = 8.0
  /// The heading of the work, at most.
  private static let aboveTable = 40.0
  /// What the names of work take that finds no room in the table.
  private static let restOfWork = 60.0

  private func table(_ findings: PlaceFindings, _ sentences: HandoutSentences) -> PaperTable {
    let shares = [36.0, 10, 28, 26, 20]
    return PaperTable(
      columns: zip(sentences.workHeadings, shares).map { .init(heading: $0, share: $1) },
      rows: findings.work.map { work in
        sentences.row(
          work, proposals: numbers { $0.ends.to == work.activity || $0.to == work.activity })
      })
  }

  /// How many rows of the table of work find room, so that all that is left is named below it.
  ///
  /// - Parameter heights: Those of the table with none, one and more of its rows.
  /// - Returns: Nil where there is no room to name all.
  private func fittingRows(
    _ heights: [Double], _ findings: PlaceFindings, _ sentences: HandoutSentences,
    to end: Double, _ flow: borrowing PageFlow
  ) -> Int? {
    let room = end - flow.y - Self.aboveTable
    let work = findings.work.map(\.activity)
    if let all = heights.last, all <= room { return work.count }
    // More letters than a page of the narrowest would hold need not be measured.
    let letters = Int(max(0, room) / 12 * format.width / 2)
    for count in work.indices.reversed() where heights[count] <= room {
      let rest = sentences.rest(of: Array(work[count...]), named: work.count - count)
      if rest.unicodeScalars.count > letters { return nil }
      if heights[count] + flow.measured(rest, Self.body).height + 1 <= room { return count }
    }
    return nil
  }

  /// Sets the table of work, whole or as far as there is room, and names what else there is.
  ///
  /// - Parameter fitting: The rows with which all else can be named; nil where it cannot.
  private func setWork(
    _ table: PaperTable, _ fitting: Int?, _ findings: PlaceFindings,
    _ sentences: HandoutSentences, to end: Double, _ flow: inout PageFlow
  ) {
    guard !findings.work.isEmpty else { return }
    flow.heading(
      language.pick("งานของหมู่บ้าน", "The village's work"), level: 3, following: 0)
    let set: Int
    if let fitting {
      set = flow.table(table, first: fitting)
    } else {
      set = flow.table(table, within: end - flow.y - Self.restOfWork)
    }
    let rest = Array(findings.work.dropFirst(set).map(\.activity))
    guard !rest.isEmpty else { return }
    // As many names as there is room for.
    var named = rest.count
    var text = flow.measured(sentences.rest(of: rest, named: named), Self.body)
    while named > 0, flow.y + text.height > end {
      named = min(named - 1, named * 3 / 4)
      text = flow.measured(sentences.rest(of: rest, named: named), Self.body)
    }
    flow.place(.text(text, x: format.left, y: flow.y))
    flow.y += text.height + 1
  }

  /// Sets a list as far as it fits, and counts the rest.
  private func set(_ list: List, to end: Double, _ flow: inout PageFlow) {
    let lines = list.texts.map { measured($0, flow) }
    let heading = flow.measured(list.title, Self.title)
    let (x, line) = (format.left, 18.0)
    guard let first = lines.first,
      flow.y + heading.height + Self.aboveList + first.height + (lines.count > 1 ? line : 0) <= end
    else { return setMore(of: list, list.texts.count, &flow) }
    flow.y += 6
    flow.place(.text(heading, x: x, y: flow.y))
    flow.y += heading.height + 2
    var count = 0
    let rest = lines.reduce(0) { $0 + $1.height + 1 }
    let isWhole = flow.y + rest <= end + 1
    for text in lines {
      guard isWhole || flow.y + text.height + line <= end else { break }
      flow.place(.text(flow.measured("•", width: 12, Self.body), x: x, y: flow.y))
      flow.place(.text(text, x: x + 14, y: flow.y))
      flow.y += text.height + 1
      count += 1
    }
    setMore(of: list, list.texts.count - count, &flow)
  }

  private func setMore(of list: List, _ count: Int, _ flow: inout PageFlow) {
    guard count > 0 else { return }
    let text = flow.measured(list.more(count), Self.body)
    flow.place(.text(text, x: format.left, y: flow.y))
    flow.y += text.height + 1
  }

  /// The printed proposals that hold of something, numbered as in the booklet.
  private func numbers(_ holds: (Opportunity) -> Bool) -> [String] {
    meeting.sections.flatMap { section in
      section.chosen.map(\.opportunity).filter(holds).map {
        language.number(of: $0.rank, approach: $0.approach)
      }
    }
  }

  /// The printed proposals that concern a village, whole sentences each.
  ///
  /// - Parameter isBrief: Without the reason, where what is proposed can be understood without.
  private func proposals(concerning findings: PlaceFindings, isBrief: Bool) -> [String] {
    let own = findings.own
    return meeting.sections.flatMap { section in
      section.chosen.filter {
        own.contains($0.opportunity.ends.from) || own.contains($0.opportunity.ends.to)
      }
      .map { proposal in
        let opportunity = proposal.opportunity
        // Of an exchange the reason alone says what is given.
        let needsReason =
          section.sentences.approach.measure == .offers
          || opportunity.pattern != nil || opportunity.lesson != nil
        let text =
          isBrief && !needsReason
          ? section.sentences.claim(opportunity)
          : section.sentences.briefly(opportunity, proposal.evidence)
        return language.number(of: opportunity.rank, approach: opportunity.approach) + " "
          + text.clipped(to: Self.sentenceLimit)
      }
    }
  }

  /// Only what nobody has written as a sentence is longer.
  private static let sentenceLimit = 600
}
