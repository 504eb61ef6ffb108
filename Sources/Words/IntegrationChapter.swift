import Graphs
public import Linkage
import Plans

extension IntegrationSentences {
  /// Whether funds hold a plan together: by kind, by fund, by pair of issues.
  ///
  /// - Returns: Nil where the plan has neither funds nor work on any issue.
  public func chapter(_ integration: Integration) -> Chapter? {
    guard (integration.figure(.fund)?.heads ?? 0) > 0 || integration.activities > 0 else {
      return nil
    }
    return Chapter(
      key: "integration",
      title: language.pick("กองทุนเป็นตัวเชื่อมหรือไม่", "What holds the plan together"),
      question: language.pick(
        "ในแผนนี้ อะไรทำให้งานต่างเรื่องมาพบกัน", "What brings work on different issues together here?"),
      paragraphs: [
        verdict(integration), leading(integration), only(integration), without(integration),
      ].filter {
        !$0.isEmpty
      },
      grids: [kinds(integration), brokers(integration), issues(integration)].filter {
        !$0.rows.isEmpty
      }, notes: notes)
  }

  private func kinds(_ integration: Integration) -> Chapter.Grid {
    Chapter.Grid(
      title: language.pick("ใครทำให้งานต่างประเด็นพบกัน", "Who brings work together"),
      columns: [
        .init(language.pick("ใคร", "Who"), width: 1.4),
        .init(language.pick("มีกี่แห่ง/คน", "How many"), width: 1),
        .init(language.pick("มีงานอยู่", "In work"), width: 1),
        .init(language.pick("คู่งานที่พบกัน", "Pairs of work"), width: 1.2),
        .init(language.pick("ทางนี้ทางเดียว", "Only so"), width: 1),
        .init(language.pick("เฉลี่ยต่อแห่ง/คน", "Each"), width: 1),
        .init(language.pick("ขาดไปแล้วแผนแยก", "Cut points"), width: 1.2),
        .init(language.pick("งานที่ยังโยงกันถ้าไม่มีเลย", "Work together without"), width: 1.4),
      ],
      rows: integration.kinds.filter { $0.heads > 0 }.map { figure in
        [
          .text(name(of: figure.kind)), .number(Double(figure.heads), places: 0),
          .number(Double(figure.active), places: 0), .number(Double(figure.pairs), places: 0),
          .number(Double(figure.only), places: 0),
          figure.perHead.map { .number($0, places: 1) } ?? .empty,
          .number(Double(figure.cutpoints), places: 0),
          .number(Double(figure.largestWithout), places: 0),
        ]
      })
  }

  private func brokers(_ integration: Integration) -> Chapter.Grid {
    Chapter.Grid(
      title: language.pick("ตัวเชื่อมแต่ละราย", "Each broker"),
      columns: [
        .init(language.pick("ชื่อ", "Name"), width: 2.4),
        .init(language.pick("เป็น", "Kind"), width: 1),
        .init(language.pick("กิจกรรม", "Activities"), width: 0.8),
        .init(language.pick("คู่งานที่พบกัน", "Pairs of work"), width: 1),
        .init(language.pick("ไม่มีทางอื่น", "No other way"), width: 0.9),
        .init(language.pick("ถ้าขาดไป งานที่หลุด", "What would fall off without"), width: 3),
      ],
      rows: integration.brokers.map { broker in
        [
          .text(names.nameWithRole(of: broker.node)),
          .text(name(of: names.plans.graph.kind(of: broker.node))),
          .number(Double(broker.activities), places: 0), .number(Double(broker.pairs), places: 0),
          .number(Double(broker.only), places: 0),
          names.told(broker).isEmpty
            ? .empty
            : .text(
              language.list(
                names.told(broker).map { names.name(of: $0).clipped(to: 40) }, atMost: 2
              ) {
                language.more($0, .activity)
              }),
        ]
      }, paperLimit: 12)
  }

  private func issues(_ integration: Integration) -> Chapter.Grid {
    func value(_ counts: [NodeKind: Int], _ kind: NodeKind) -> Chapter.Value {
      .number(Double(counts[kind] ?? 0), places: 0)
    }
    return Chapter.Grid(
      title: language.pick("งานสองประเด็นพบกันทางใด", "Through what two issues meet"),
      columns: [
        .init(language.pick("สองประเด็น", "Two issues"), width: 2.6),
        .init(language.pick("งานที่เป็นทั้งสองเรื่อง", "Work on both"), width: 1.2),
        .init(language.pick("ผ่านกองทุน", "By funds"), width: 1),
        .init(language.pick("กองทุนเท่านั้น", "Funds only"), width: 1),
        .init(language.pick("ผ่านองค์กร", "By organisations"), width: 1),
        .init(language.pick("ผ่านหน่วยงาน", "By agencies"), width: 1),
        .init(language.pick("ผ่านแกนนำ", "By leaders"), width: 1),
      ],
      rows: integration.issuePairs.map { pair in
        [
          .text("\(names.name(of: pair.one)) – \(names.name(of: pair.other))"),
          .number(Double(pair.joint), places: 0), value(pair.pairs, .fund), value(pair.only, .fund),
          value(pair.pairs, .organisation), value(pair.pairs, .mechanism),
          value(pair.pairs, .leader),
        ]
      }, paperLimit: 0)
  }

  private var notes: [String] {
    [
      language.pick(
        "งานสองงานที่ไม่มีประเด็นร่วมกัน “พบกัน” เมื่อกองทุนเดียวกันออกทุน องค์กรเดียวกันทำ หน่วยงานเดียวกันสนับสนุน หรือแกนนำคนเดียวกันนำทั้งสองงาน "
          + "(ตัวเชื่อมแบบ liaison ของ Gould และ Fernandez, 1989) กองทุนเป็นตัวเชื่อมเมื่อมากกว่าองค์กรและหน่วยงาน ทั้งผลรวมและเฉลี่ยต่อแห่ง",
        "Two activities that share no issue meet where one fund finances, one organisation runs, one agency "
          + "supports or one leader leads both (a liaison: Gould & Fernandez 1989). The funds are the "
          + "integrator where they exceed organisations and agencies in sum and per head."),
      language.pick(
        "นับจากความเชื่อมโยงที่แผนเขียนไว้เท่านั้น ความสัมพันธ์ที่มีจริงแต่ไม่ได้เขียน โปรแกรมไม่รู้",
        "Only ties that the plan writes down are counted; those that are not, the program cannot know."
      ),
    ]
  }
}
