import Graphs
public import Linkage
import Plans

extension ExchangeSentences {
  /// The offers and needs of a plan, and what fits: matches, rings, what is not met, what is left.
  ///
  /// - Returns: Nil where the plan lists neither offers nor needs.
  public func chapter(_ exchange: Exchange, plan: Int) -> Chapter? {
    let matches = exchange.matches.filter { $0.offer.plan == plan || $0.need.plan == plan }
    let rings = exchange.rings.filter { ring in
      ring.legs.contains { $0.offer.plan == plan || $0.need.plan == plan }
    }
    let unmet = exchange.unmet.filter { $0.need.plan == plan }
    let surplus = exchange.surplus.filter { $0.offer.plan == plan }
    guard !(matches.isEmpty && unmet.isEmpty && surplus.isEmpty) else { return nil }
    let grids = [grid(matches), grid(rings), grid(unmet), grid(surplus)].filter {
      !$0.rows.isEmpty
    }
    let left = language.leftOut(of: exchange)
    return Chapter(
      key: "exchange", title: language.pick("แลกเปลี่ยนในชุมชน", "Exchange"),
      question: language.question(ofApproach: "exchange"),
      paragraphs: [summary(matches, rings, unmet, surplus)], grids: grids,
      notes: notes + (left.isEmpty ? [] : [left]))
  }

  private func summary(
    _ matches: [ExchangeMatch], _ rings: [ExchangeRing], _ unmet: [UnmetNeed],
    _ surplus: [SurplusOffer]
  ) -> String {
    let sure = matches.filter { $0.quantity != nil }.count
    let asked = matches.count - sure
    var parts = [
      language.pick(
        "จับคู่ได้แน่ \(sure) รายการ", sure == 1 ? "1 match is sure" : "\(sure) matches are sure")
    ]
    if asked > 0 {
      parts.append(
        language.pick(
          "ต้องถามก่อน \(asked) รายการ",
          asked == 1 ? "1 needs asking first" : "\(asked) need asking first"))
    }
    if !rings.isEmpty {
      parts.append(
        language.pick(
          "วงแลกเปลี่ยนสามฝ่าย \(rings.count) วง",
          "\(rings.count) ring\(rings.count == 1 ? "" : "s") of three"))
    }
    if !unmet.isEmpty {
      parts.append(
        language.pick(
          "ยังขาด \(unmet.count) รายการ",
          unmet.count == 1
            ? "1 need is not met, or not in full"
            : "\(unmet.count) needs are not met, or not in full"))
    }
    if !surplus.isEmpty {
      parts.append(
        language.pick(
          "ยังเหลือ \(surplus.count) รายการ",
          surplus.count == 1 ? "1 is left over" : "\(surplus.count) are left over"))
    }
    return parts.joined(separator: language.pick(" ", ", ")) + language.pick("", ".")
  }

  private func grid(_ matches: [ExchangeMatch]) -> Chapter.Grid {
    Chapter.Grid(
      title: language.pick("ใครแบ่งให้ใครได้", "Who could give to whom"),
      columns: [
        .init(language.pick("ผู้ให้", "Giver"), width: 2.4),
        .init(language.pick("สิ่งที่ให้", "What"), width: 2),
        .init(language.pick("จำนวน", "How much"), width: 1.3),
        .init(language.pick("ผู้รับ", "Taker"), width: 2.4),
        .init(language.pick("เดือน", "Months"), width: 1.1),
        .init(language.pick("ใกล้ไกล และสิ่งที่ต้องถาม", "How near, and what to ask"), width: 3),
      ],
      rows: matches.map { match in
        [
          .text(owner(of: match.offer)), .text(item(of: match.offer)),
          amount(match.quantity, of: match.need).map { .text($0) } ?? .unknown,
          .text(owner(of: match.need)), match.months.map { .text(language.months($0)) } ?? .unknown,
          .text(
            [nearness(match.nearness), questions(match), decision(match)].filter { !$0.isEmpty }
              .joined(separator: " · ")),
        ]
      },
      // On paper the same matches are proposed one by one.
      paperLimit: 0)
  }

  private func grid(_ rings: [ExchangeRing]) -> Chapter.Grid {
    Chapter.Grid(
      title: language.pick("วงแลกเปลี่ยนสามฝ่าย", "Rings of three"),
      columns: [.init(language.pick("ใครให้อะไรแก่ใคร", "Who gives what to whom"), width: 1)],
      rows: rings.map { [.text(sentence($0))] }, paperLimit: 6)
  }

  private func grid(_ unmet: [UnmetNeed]) -> Chapter.Grid {
    Chapter.Grid(
      title: language.pick("สิ่งที่ยังขาด", "What is not met"),
      columns: [.init(language.pick("ใครยังขาดอะไร", "Who lacks what"), width: 1)],
      rows: unmet.map { [.text(sentence($0))] }, paperLimit: 12)
  }

  private func grid(_ surplus: [SurplusOffer]) -> Chapter.Grid {
    Chapter.Grid(
      title: language.pick("สิ่งที่ยังเหลือ", "What is left"),
      columns: [.init(language.pick("ใครยังเหลืออะไร", "Who has what left"), width: 1)],
      rows: surplus.map { [.text(sentence($0))] }, paperLimit: 12)
  }

  private var notes: [String] {
    [
      language.pick(
        "จับคู่จากรายการชื่อเดียวกันที่มีเดือนตรงกัน แบ่งให้ได้มากที่สุดก่อน แล้วจึงเลือกทางที่ใกล้ที่สุด ไม่มีการคิดราคาหรือจดหนี้ "
          + "จำนวนหรือหน่วยที่ไม่ทราบไม่ถูกเดา ระยะทางวัดเป็นเส้นตรง",
        "Rows of one item and a common month are matched: as much as can be moves, then the nearest way "
          + "is taken (minimum-cost flow). There are no prices and no balances. Amounts and units that "
          + "are not known are not guessed; distances are as the crow flies.")
    ]
  }
}
