import Graphs
import Linkage
import Plans

/// The tables of many plans summed up: short ones for paper, and all figures for the workbook.
extension RollUpSentences {
  /// The chapters of the paper.
  ///
  /// - Parameter rows: How many plans are named one by one at most.
  public func chapters(naming rows: Int) -> [Chapter] {
    [groups, issues, approaches, plansToVisit(rows)].compactMap(\.self)
  }

  /// A column of figures.
  private struct Measure {
    let column: Chapter.Column
    let value: (Tally) -> Chapter.Value

    init(_ heading: String, width: Double = 1, _ value: @escaping (Tally) -> Chapter.Value) {
      column = .init(heading, width: width)
      self.value = value
    }
  }

  private func whole(_ number: Int?) -> Chapter.Value {
    number.map { .number(Double($0), places: 0) } ?? .unknown
  }

  private func lack(_ lack: Tally.Lack, _ tally: Tally) -> Chapter.Value {
    lack.known > 0 || tally.open == 0 ? whole(lack.count) : .unknown
  }

  /// Of how many a sum is known, in percent.
  private func known(_ known: Int, of total: Int) -> Chapter.Value {
    total > 0 ? .share(Double(known) / Double(total)) : .empty
  }
}

// MARK: - By place

extension RollUpSentences {
  private var shortMeasures: [Measure] {
    [
      Measure(language.pick("แผน", "Plans")) { whole($0.plans) },
      Measure(language.pick("กิจกรรม", "Activities"), width: 1.2) { whole($0.count(of: .activity)) },
      Measure(language.pick("ยังไม่ เสร็จ", "Open")) { whole($0.open) },
      Measure(language.pick("ไม่มี ทุนหนุน", "No fund")) { lack($0.withoutFund, $0) },
      Measure(language.pick("ไม่มี แกนนำ", "No leader")) { lack($0.withoutLeader, $0) },
      Measure(language.pick("แกนนำ (คน)", "Leaders"), width: 1.1) { whole($0.count(of: .leader)) },
      Measure(language.pick("กองทุน", "Funds"), width: 1.1) { whole($0.count(of: .fund)) },
      Measure(language.pick("เงินออม (ล้านบาท)", "Savings (million)"), width: 1.5) { tally in
        tally.savings.sum.map { .number($0 / 1e6, places: 1) } ?? .unknown
      },
      Measure(language.pick("ทราบจาก", "Known of")) {
        known($0.savings.known, of: $0.savings.total)
      },
      Measure(language.pick("ทุนชุมชน", "Own share")) { tally in
        tally.capital.share.map { .share($0) } ?? .unknown
      },
      Measure(language.pick("ทราบจาก", "Known of")) {
        known($0.capital.known, of: $0.capital.activities)
      },
      Measure(language.pick("ข้อเสนอ", "Proposals"), width: 1.2) { whole($0.allProposals) },
    ]
  }

  private var groups: Chapter? {
    let levels: [(title: String, heading: String, groups: [RollUp.Group])] = [
      (language.pick("รายภาค", "By region"), language.pick("ภาค", "Region"), rollUp.regions),
      (
        language.pick("รายจังหวัด", "By province"), language.pick("จังหวัด", "Province"),
        rollUp.provinces
      ),
      (language.pick("รายอำเภอ", "By amphoe"), language.pick("อำเภอ", "Amphoe"), rollUp.amphoes),
    ]
    // A level with one group says no more than the whole; of a country the amphoes fill the workbook.
    let isOneProvince = rollUp.provinces.count { $0.name != nil } <= 1
    let shown = levels.enumerated().filter { index, level in
      level.groups.count > 1 && (index < 2 || isOneProvince)
    }
    .map(\.element)
    guard !shown.isEmpty else { return nil }
    return Chapter(
      key: "places", title: language.pick("แต่ละพื้นที่", "Place by place"),
      question: language.pick("ที่ใดมีอะไร และยังขาดอะไร", "What is where, and what is missing?"),
      paragraphs: [],
      grids: shown.map { grid($0.title, $0.heading, $0.groups) },
      notes: notes)
  }

  private func grid(_ title: String, _ heading: String, _ groups: [RollUp.Group]) -> Chapter.Grid {
    let total = language.pick("รวม", "All")
    return Chapter.Grid(
      title: title,
      columns: [.init(heading, width: 2.6)] + shortMeasures.map(\.column),
      rows: groups.map { group in
        [.text(name(of: group))] + shortMeasures.map { $0.value(group.figures) }
      } + [[.text(total)] + shortMeasures.map { $0.value(rollUp.whole) }],
      paperLimit: .max)
  }

  private var notes: [String] {
    var notes = [
      language.pick(
        "“ไม่มีทุนหนุน” และ “ไม่มีแกนนำ” นับเฉพาะงานที่ยังไม่เสร็จ ในแผนที่บอกองค์กรการเงินหรือแกนนำไว้ “ทุนชุมชน” คือส่วนของชุมชนในงบประมาณ "
          + "ของกิจกรรมที่บอกทั้งสองค่า “ทราบจาก” บอกว่ายอดข้างหน้าทราบจากกี่ส่วน เงินออมของกองทุนที่มีสมาชิกไม่ถึงห้าคนไม่แสดงและไม่รวม",
        "“No fund” and “no leader” count open work of plans that name funds or leaders at all. “Own share” "
          + "is the community's part of the budgets of activities that give both. “Known of” says of how "
          + "much the figure before it is known. Savings of funds with fewer than five members are neither "
          + "shown nor summed.")
    ]
    let joined = (rollUp.regions + rollUp.provinces).filter { $0.spellings.count > 1 }
    if !joined.isEmpty {
      let texts = joined.map { group in
        spellings(of: group).prefix(3).map { "“\($0)”" }.joined(separator: " = ")
      }
      let list = language.list(texts, atMost: 5)
      notes.append(
        language.pick("ชื่อที่พิมพ์ต่างกันแต่นับเป็นที่เดียวกัน: \(list)", "Spelt in several ways: \(list)."))
    }
    return notes
  }
}

// MARK: - By issue and approach

extension RollUpSentences {
  private var issueColumns: [Chapter.Column] {
    [
      .init(language.pick("ประเด็น", "Issue"), width: 3),
      .init(language.pick("แผน", "Plans"), width: 1),
      .init(language.pick("งานที่ยังไม่เสร็จ", "Open work"), width: 1.2),
      .init(language.pick("ไม่มีทุนหนุน", "No fund"), width: 1.2),
      .init(language.pick("ในนั้นมีข้อเสนอทุน", "of it with a proposal"), width: 1.4),
    ]
  }

  private var issueRows: [[Chapter.Value]] {
    rollUp.issues.map { issue in
      [
        .text(name(of: issue)), whole(issue.work.plans), whole(issue.work.open),
        issue.work.withoutFund.known > 0 ? whole(issue.work.withoutFund.count) : .unknown,
        issue.work.withoutFund.known > 0 ? whole(issue.work.fundable) : .unknown,
      ]
    }
  }

  private var issues: Chapter? {
    guard !rollUp.issues.isEmpty else { return nil }
    return Chapter(
      key: "issues", title: language.pick("งานที่ยังไม่เสร็จ", "Open work"),
      question: language.pick(
        "งานเรื่องใดยังค้างอยู่มาก และยังไม่มีทุนหนุน",
        "On which issues is most work open, and without a fund?"),
      paragraphs: [],
      grids: [
        .init(
          title: language.pick("ตามประเด็น", "By issue"), columns: issueColumns, rows: issueRows,
          paperLimit: 25)
      ],
      notes: [
        language.pick(
          "งานที่มีหลายประเด็นนับในทุกประเด็น จึงรวมกันไม่ได้",
          "Work on several issues counts in each, so that the rows do not add up.")
      ])
  }

  private var approaches: Chapter? {
    guard rollUp.whole.allProposals > 0 else { return nil }
    return Chapter(
      key: "proposals", title: language.pick("ข้อเสนอ", "Proposals"),
      question: language.pick("พบจุดที่น่าเชื่อมโยงเรื่องใดบ้าง", "What could be linked, by approach?"),
      paragraphs: [],
      grids: [
        .init(
          title: language.pick("ตามแนวทาง", "By approach"),
          columns: [
            .init(language.pick("แนวทาง", "Approach"), width: 2),
            .init(language.pick("คำถาม", "Question"), width: 4),
            .init(language.pick("ข้อเสนอ", "Proposals"), width: 1),
            .init(language.pick("แผนที่พบ", "Plans with any"), width: 1),
          ],
          rows: PlanTally.approaches.map { approach in
            let name = approach.name
            return [
              .text(language.name(ofApproach: name)),
              .text(language.question(ofApproach: name)),
              whole(rollUp.whole.proposals[name, default: 0]),
              whole(rollUp.whole.plansWithProposals[name, default: 0]),
            ]
          }, paperLimit: .max)
      ],
      notes: [
        language.pick(
          "นับทีละแผน เท่ากับที่คำสั่ง links พบเมื่ออ่านแผนนั้นแผนเดียว สิ่งที่น่าขยายผลจากแผนอื่นไม่ได้นับไว้ที่นี่",
          "Counted plan by plan, as links finds them where it reads that plan alone. What could be taken "
            + "over from other plans is not counted here.")
      ])
  }
}

// MARK: - Plan by plan

extension RollUpSentences {
  private func plansToVisit(_ limit: Int) -> Chapter? {
    let most = rollUp.byProposals.filter { $0.figures.allProposals > 0 }
    guard !most.isEmpty else { return nil }
    return Chapter(
      key: "plans", title: language.pick("ตำบลที่น่าคุยก่อน", "Where to talk first"),
      question: language.pick(
        "แผนใดมีจุดที่น่าเชื่อมโยงรออยู่มากที่สุด", "In which plans are most links waiting?"),
      paragraphs: [],
      grids: [
        .init(
          title: language.pick("แผนที่มีข้อเสนอมากที่สุด", "Plans with most proposals"),
          columns: [
            .init(language.pick("รหัส", "Id"), width: 1.4),
            .init(language.pick("แผน", "Plan"), width: 4),
            .init(language.pick("ที่ตั้ง", "Where"), width: 2.8),
            .init(language.pick("ข้อเสนอ", "Proposals"), width: 1),
            .init(language.pick("ยังไม่ เสร็จ", "Open"), width: 1),
            .init(language.pick("ไม่มี ทุนหนุน", "No fund"), width: 1),
            .init(language.pick("ในนั้นมี ข้อเสนอทุน", "of it with a proposal"), width: 1.1),
          ],
          rows: most.prefix(limit).map { row(of: $0) }, paperLimit: limit)
      ],
      notes: [
        language.pick(
          "ทำเล่มเต็มของตำบลที่เลือก: sanphaen report … --plan รหัส (ใส่ได้หลายครั้ง) ทุกแผนอยู่ใน summary.xlsx",
          "The whole report of chosen tambons: sanphaen report … --plan ID (as often as wanted). All plans "
            + "are in summary.xlsx.")
      ])
  }

  private func row(of tally: PlanTally) -> [Chapter.Value] {
    let figures = tally.figures
    return [
      .text(id(of: tally.plan)), .text(title(of: tally.plan)), .text(place(of: tally.plan)),
      whole(figures.allProposals), whole(figures.open),
      lack(figures.withoutFund, figures),
      figures.withoutFund.known > 0 ? whole(figures.fundable) : .unknown,
    ]
  }

  /// The tables of the workbook: every level, every plan, every issue, with all figures as numbers.
  public var sheets: [Chapter.Grid] {
    [
      sheet(language.pick("ภาค", "regions"), [language.pick("ภาค", "Region")], rollUp.regions) {
        [name(of: $0)]
      },
      sheet(
        language.pick("จังหวัด", "provinces"),
        [language.pick("จังหวัด", "Province"), language.pick("ภาค", "Region")], rollUp.provinces
      ) { [name(of: $0), surroundings(of: $0)] },
      sheet(
        language.pick("อำเภอ", "amphoes"),
        [language.pick("อำเภอ", "Amphoe"), language.pick("จังหวัด", "Province")], rollUp.amphoes
      ) { [name(of: $0), surroundings(of: $0)] },
      planSheet,
      .init(
        title: language.pick("ประเด็น", "issues"), columns: issueColumns, rows: issueRows),
    ]
  }

  private func sheet(
    _ title: String, _ headings: [String], _ groups: [RollUp.Group],
    _ words: (RollUp.Group) -> [String]
  ) -> Chapter.Grid {
    let measures = allMeasures
    return .init(
      title: title,
      columns: headings.map { .init($0, width: 2.4) } + measures.map(\.column),
      rows: groups.map { group in
        words(group).map { .text($0) } + measures.map { $0.value(group.figures) }
      })
  }

  private var planSheet: Chapter.Grid {
    let measures = allMeasures.dropFirst()
    let headings = [
      language.pick("รหัส", "Id"), language.pick("แผน", "Plan"), language.pick("ตำบล", "Tambon"),
      language.pick("อำเภอ", "Amphoe"), language.pick("จังหวัด", "Province"),
      language.pick("ภาค", "Region"), language.pick("ปี", "Year"),
    ]
    return .init(
      title: language.pick("แผน", "plans"),
      columns: headings.map { .init($0, width: 2) } + measures.map(\.column),
      rows: rollUp.tallies.map { tally in
        let plan = plans[tally.plan]
        let own = words[tally.plan]
        let places = [own.tambon, own.amphoe, own.province, own.region].map { text in
          text.map { Chapter.Value.text($0) } ?? .unknown
        }
        return [.text(id(of: tally.plan)), .text(title(of: tally.plan))] + places
          + [plan.year.map { .text(language.year($0)) } ?? .unknown]
          + measures.map { $0.value(tally.figures) }
      })
  }

  private var allMeasures: [Measure] {
    let kinds: [NodeKind] = [.place, .leader, .organisation, .fund, .mechanism]
    return [
      Measure(language.pick("แผน", "Plans")) { whole($0.plans) },
      Measure(language.pick("กิจกรรม", "Activities")) { whole($0.count(of: .activity)) },
      Measure(language.pick("ยังไม่เสร็จ", "Open")) { whole($0.open) },
      Measure(language.pick("ไม่บอกสถานะ", "State unknown")) { whole($0.states[nil] ?? 0) },
      Measure(language.pick("ไม่มีทุนหนุน", "No fund")) { lack($0.withoutFund, $0) },
      Measure(language.pick("ในนั้นมีข้อเสนอทุน", "of it with a proposal")) {
        $0.withoutFund.known > 0 ? whole($0.fundable) : .unknown
      },
      Measure(language.pick("ไม่มีแกนนำ", "No leader")) { lack($0.withoutLeader, $0) },
      Measure(language.pick("บรรจุในแผนหน่วยงานแล้ว", "Adopted")) { whole($0.adopted) },
    ]
      + kinds.map { kind in
        Measure(language.plural(of: kind)) { whole($0.count(of: kind)) }
      } + [
        Measure(language.pick("เงินออม (บาท)", "Savings (baht)"), width: 1.6) { tally in
          tally.savings.sum.map { .number($0, places: 0) } ?? .unknown
        },
        Measure(language.pick("ทราบเงินออมกี่กองทุน", "Funds whose savings are known")) {
          whole($0.savings.known)
        },
        Measure(language.pick("งบประมาณ (บาท)", "Budgets (baht)"), width: 1.6) { tally in
          tally.budget.sum.map { .number($0, places: 0) } ?? .unknown
        },
        Measure(language.pick("ทราบงบกี่กิจกรรม", "Activities whose budget is known")) {
          whole($0.budget.known)
        },
        Measure(language.pick("ทุนชุมชน (บาท)", "Own part (baht)"), width: 1.6) { tally in
          tally.capital.own.map { .number($0, places: 0) } ?? .unknown
        },
        Measure(language.pick("จากงบ (บาท)", "of budgets (baht)"), width: 1.6) { tally in
          tally.capital.total.map { .number($0, places: 0) } ?? .unknown
        },
        Measure(language.pick("สัดส่วนทุนชุมชน", "Own share")) { tally in
          tally.capital.share.map { .share($0) } ?? .unknown
        },
        Measure(language.pick("ทราบทั้งสองค่ากี่กิจกรรม", "Activities that give both")) {
          whole($0.capital.known)
        },
        Measure(language.pick("ข้อเสนอทั้งหมด", "All proposals")) { whole($0.allProposals) },
      ]
      + PlanTally.approaches.map { approach in
        Measure(language.name(ofApproach: approach.name)) {
          whole($0.proposals[approach.name, default: 0])
        }
      }
  }
}
