import Drawing
import Linkage
import Plans
import Words

/// The first pages: the summary that can be read aloud, then what stands where.
extension Booklet {
  /// One page in whole sentences; proposals as many as it holds.
  func setSummary(_ flow: inout PageFlow) {
    setTitle(&flow)
    let sentences = SummarySentences(meeting.names, meeting.figures, plan: meeting.plan)
    let body = TextStyle(size: 13)
    let found = meeting.sections.first { $0.sentences.approach.name == "savings" }?.count ?? 0
    var before = [sentences.work, sentences.money].compactMap(\.self)
    before += meeting.names.statements(meeting.figures, opportunities: found, plan: meeting.plan)
      .dropLast()
    if let review = meeting.review, !review.items.isEmpty {
      before.append(meeting.names.sentence(review))
    }
    for text in before { flow.paragraph(text, body, gap: 1) }
    flow.y += 5
    let after = [sentences.unknown, sentences.closing].compactMap(\.self)
      .map { flow.measured($0, body) }
    let rest = after.reduce(0) { $0 + $1.height + 2 }
    setMostTelling(sentences, body, leaving: rest, &flow)
    for text in after {
      flow.turn(unlessFits: text.height)
      flow.place(.text(text, x: format.left, y: flow.y))
      flow.y += text.height + 2
    }
  }

  private func setTitle(_ flow: inout PageFlow) {
    let names = meeting.names
    let lines: [(String, TextStyle)] = [
      (names.title(of: meeting.plan), TextStyle(size: 24, isBold: true, alignment: .centre)),
      (
        language.placeAndYear(of: names.plans.plans[meeting.plan]),
        TextStyle(size: 15, alignment: .centre)
      ),
      (
        language.pick("สรุปหนึ่งหน้าสำหรับอ่านในที่ประชุม", "One page to be read aloud"),
        TextStyle(size: 15, alignment: .centre)
      ),
    ]
    flow.place(.destination("summary", x: format.left, y: flow.y))
    for (text, style) in lines where !text.isEmpty { flow.paragraph(text, style, gap: 2) }
    flow.y += 3
    flow.rule(1)
    flow.y += 8
  }

  private func setMostTelling(
    _ sentences: SummarySentences, _ style: TextStyle, leaving rest: Double,
    _ flow: inout PageFlow
  ) {
    let count = meeting.sections.reduce(0) { $0 + $1.count }
    let printed = meeting.sections.reduce(0) { $0 + $1.chosen.count }
    guard let intro = sentences.proposals(count, printed: printed) else { return }
    flow.paragraph(intro, style, gap: 3)
    for text in mostTelling {
      let height = flow.measured(text, width: format.width - 14, style).height
      if height + rest + 9 > flow.room { continue }
      flow.bullet(text, style, gap: 3)
    }
  }

  /// The first proposals of savings, and the first of each other approach, in the order in which they
  /// are read out.
  private var mostTelling: [String] {
    meeting.sections.flatMap { section in
      let isFirst = section.sentences.approach.name == "savings"
      return section.chosen.prefix(isFirst ? 2 : 1).map { proposal in
        let opportunity = proposal.opportunity
        return language.number(of: opportunity.rank, approach: opportunity.approach) + " "
          + section.sentences.briefly(opportunity, proposal.evidence).clipped(to: 300)
      }
    }
  }
}

extension Booklet {
  /// What stands where, the plan's figures, and how to read the paper; on one page.
  func setContents(_ flow: inout PageFlow, onPage page: Int) {
    flow.lead(
      with: Heading(title: heading(of: .plan), level: 1, destination: "agenda-1"))
    let gap = 26.0
    let isWide = format.isWide
    let width = isWide ? (format.width - gap) * 0.52 : format.width
    // Below each other the figures are set smaller where the contents find no room else.
    let all = (isWide ? [1] : [0.6, 0.5, 0.42]).map { share in
      figures(
        width: isWide ? format.width - gap - width : width, format.height * share, flow)
    }
    func room(_ figures: Figures) -> Double {
      isWide ? format.height : format.height - figures.height - 24
    }
    let chosen = all.first { wholeContents(width: width, room($0), flow) != nil } ?? all[0]
    let lines = contents(width: width, room(chosen), flow)
    for part in lines.items { flow.place(part, onPage: page) }
    let x = isWide ? format.left + width + gap : format.left
    let y = isWide ? format.top : format.top + lines.height + 24
    flow.place(.destination("agenda-1", x: x, y: y), onPage: page)
    for (text, dx, dy) in chosen.texts {
      flow.place(.text(text, x: x + dx, y: y + dy), onPage: page)
    }
  }

  /// The lines of the contents, as large as there is room for them all; where there is none, the items of
  /// the agenda alone.
  private func contents(
    width: Double, _ room: Double, _ flow: borrowing PageFlow
  ) -> (items: [Page.Item], height: Double) {
    wholeContents(width: width, room, flow)
      ?? contents(flow.headings.filter { $0.level == 1 }, 11, width: width, flow)
  }

  private func wholeContents(
    width: Double, _ room: Double, _ flow: borrowing PageFlow
  ) -> (items: [Page.Item], height: Double)? {
    let all = flow.headings.filter { $0.level < 3 }
    for size in [12.0, 11, 10] {
      let lines = contents(all, size, width: width, flow)
      if lines.height <= room { return lines }
    }
    return nil
  }

  private func contents(
    _ headings: [Heading], _ size: Double, width: Double, _ flow: borrowing PageFlow
  ) -> (items: [Page.Item], height: Double) {
    let title = flow.measured(
      language.pick("ระเบียบวาระและสารบัญ", "Agenda and contents"), width: width,
      TextStyle(size: 17, isBold: true))
    var items: [Page.Item] = [.text(title, x: format.left, y: format.top)]
    var y = format.top + title.height + 4
    for heading in headings {
      let isItem = heading.level == 1
      var style = TextStyle(size: isItem ? size : size - 1, isBold: isItem)
      let indent = isItem ? 0.0 : 14
      let text = flow.measured(heading.title, width: width - indent - 34, style)
      if isItem { y += 3 }
      items.append(.text(text, x: format.left + indent, y: y))
      style.alignment = .right
      items.append(
        .reference(
          .init(
            x: format.left + width - 30, y: y, width: 30, style: style,
            destination: heading.destination, text: { String($0) })))
      items.append(
        .link(
          to: heading.destination, x: format.left, y: y, width: width - 32, height: text.height))
      y += text.height
    }
    return (items, y - format.top)
  }

  /// Texts with their places below each other.
  private typealias Figures = (texts: [(MeasuredText, x: Double, y: Double)], height: Double)

  /// The plan's figures, and how to read the paper, as large as there is room for.
  private func figures(
    width: Double, _ room: Double, _ flow: borrowing PageFlow
  ) -> Figures {
    for size in [12.0, 11, 10] {
      let found = figures(size, width: width, flow)
      if found.height <= room { return found }
    }
    return figures(9.5, width: width, flow)
  }

  /// Texts with their places below each other.
  private func figures(
    _ size: Double, width: Double, _ flow: borrowing PageFlow
  ) -> Figures {
    let heading = TextStyle(size: 17, isBold: true)
    let body = TextStyle(size: size)
    var texts: [(MeasuredText, x: Double, y: Double)] = []
    var y = 0.0
    func add(_ text: MeasuredText, _ x: Double = 0) { texts.append((text, x, y)) }
    let title = flow.measured(
      self.heading(of: .plan), width: width, heading)
    add(title)
    y += title.height + 4
    for (name, value) in meeting.names.figures(meeting.figures) {
      let label = flow.measured(name, width: width * 0.36 - 6, body)
      let text = flow.measured(value, width: width * 0.64, body)
      add(label)
      add(text, width * 0.36)
      y += max(label.height, text.height) + 2
    }
    y += 10
    let how = flow.measured(
      language.pick("อ่านเอกสารนี้อย่างไร", "How to read this paper"), width: width, heading)
    add(how)
    y += how.height + 4
    let words = flow.measured(howToRead, width: width, body)
    add(words)
    return (texts, y + words.height)
  }

  private var howToRead: String {
    let others = meeting.pictures.count - pictures.count
    let isSound = meeting.reading.diagnostics.isEmpty
    return language.pick(
      "เส้นทึบในแผนภาพคือสิ่งที่เชื่อมกันอยู่แล้ว เส้นประมีเลขคือข้อเสนอ เลขตรงกับข้อที่บอกเหตุผลและเว้นช่องไว้ให้ลงมติ "
        + "สิ่งที่แผนไม่ได้บอกถือว่าไม่ทราบ",
      "Solid lines in the drawings are ties that exist; dashed lines with a number are proposed, and the "
        + "number stands beside its reason and room for the decision. What the plan does not say is "
        + "unknown.")
      + letters
      + (Handouts(meeting).isEmpty
        ? ""
        : language.pick(
          " เอกสารของแต่ละหมู่บ้านอยู่ใน handouts.pdf",
          " Each village has a sheet of its own in handouts.pdf."))
      + (others > 0
        ? language.pick(
          " แผนภาพอื่นอีก \(others) แผ่นอยู่ในโฟลเดอร์ diagrams",
          " \(others) more drawings are in the folder diagrams.") : "")
      + (isSound
        ? language.pick(" การตรวจแผนไม่พบข้อผิดพลาด", " The check found nothing wrong.") : "")
  }

  /// Which letter stands before the numbers of which approach.
  private var letters: String {
    let approaches = meeting.sections.filter { !$0.chosen.isEmpty }.map {
      language.heading(ofApproach: $0.sentences.approach.name)
    }
    guard !approaches.isEmpty else { return "" }
    let list = approaches.joined(separator: " · ")
    return language.pick(
      " อักษรหน้าเลขบอกเรื่องของข้อเสนอ: \(list)",
      " The letter before a number tells the subject: \(list).")
  }
}
