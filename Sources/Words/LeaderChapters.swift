import Graphs
public import Linkage
public import Plans

/// The parts of a report that are about leaders.
public struct LeaderChapters: Sendable {
  private let names: Names
  private let ranking: LeaderRanking
  private let smallest: Team?
  private let found: Continuity
  private var language: Language { names.language }
  private var network: LeaderNetwork { ranking.network }
  private var continuitySentences: ContinuitySentences { ContinuitySentences(names, found) }

  /// Reckons what the chapters tell of a plan among those read.
  ///
  /// - Parameter day: The day to which years are counted, and from which a year ahead is.
  public init(_ names: Names, plan: Int, asOf day: PlanDate) {
    self.init(names, LeaderRanking(names.plans, plan: plan, asOf: day), asOf: day)
  }

  /// Tells of a ranking and its smallest team, both reckoned already.
  ///
  /// - Parameter team: The smallest team; nil to have it reckoned.
  public init(_ names: Names, _ ranking: LeaderRanking, team: Team? = nil, asOf day: PlanDate) {
    self.names = names
    self.ranking = ranking
    smallest = team
    found = Continuity(ranking.network, asOf: day)
  }

  /// The part for everybody: who could be asked, a team, work that wants a leader, who sits in two
  /// groups; nil where the plan names no leaders.
  public var leaders: Chapter? {
    guard !network.leaders.isEmpty else { return nil }
    let team = smallest ?? Team(smallestIn: ranking)
    let grids = [people, self.team(team), work, roles].compactMap(\.self).filter {
      !$0.rows.isEmpty
    }
    let summary = TeamSentences(names)
    return Chapter(
      key: "leaders", title: language.pick("แกนนำ", "Leaders"),
      question: language.pick(
        "จะชวนใครมาช่วยนำงาน และใครเชื่อมกลุ่มใดอยู่",
        "Who could be asked to carry work, and who joins which groups?"),
      paragraphs: [
        continuitySentences.summary, summary.summary(of: team, size: nil),
      ] + summary.uncovered(of: team),
      grids: grids,
      notes: [language.basis(of: .reach), language.basisOfAllReadings, consent])
  }

  /// The officer's own part: who carries much, whose term ends and who could follow, what hangs on one
  /// person; nil where there is nothing of it.
  public var continuity: Chapter? {
    let grids = [loads, endings, dependences].filter { !$0.rows.isEmpty }
    guard !grids.isEmpty else { return nil }
    return Chapter(
      key: "continuity", title: language.pick("ความต่อเนื่อง", "Continuity"),
      question: language.pick(
        "ถ้าคนเปลี่ยน งานใดจะสะดุด และใครรับช่วงได้",
        "If people change, what would falter, and who could take over?"),
      paragraphs: [
        language.pick(
          "ส่วนนี้เป็นกระดาษทำงานของเจ้าหน้าที่ ใช้ดูว่าควรชวนใครมาช่วยแบ่งเบา ไม่ใช่การประเมินคน ไม่ควรแจกในที่ประชุม",
          "This part is the officer's own working paper, to see where to ask for help; it rates nobody "
            + "and is not handed out."),
        continuitySentences.summary, continuitySentences.fallingApart,
      ].filter { !$0.isEmpty },
      grids: grids, notes: [language.basisOfAllReadings, consent])
  }

  /// Those who are near to work or a leader, in a cell at most.
  private static let nearLimit = 2

  /// A team of so many is printed whole.
  private static let wholeTeam = 40

  private var consent: String {
    names.footer
      ?? language.pick(
        "ชื่อแสดงเฉพาะผู้ที่ยินยอม คนอื่นแสดงเป็นตำแหน่งและหมู่บ้าน",
        "Only those who have consented appear by name; for others stand position and village.")
  }
}

// MARK: - For everybody

extension LeaderChapters {
  private func count(_ value: Int) -> Chapter.Value { .number(Double(value), places: 0) }

  private func people(_ near: [Closeness]) -> Chapter.Value {
    .text(
      near.isEmpty
        ? language.pick("ยังไม่พบ", "nobody known yet")
        : continuitySentences.list(Array(near.prefix(Self.nearLimit))))
  }

  private func list(_ nodes: [NodeID]) -> Chapter.Value {
    nodes.isEmpty ? .empty : .text(nodes.map(names.name(of:)).joined(separator: " · "))
  }

  private func positions(of leader: NodeID) -> Chapter.Value {
    let positions = (names.plans.record(of: leader) as? Leader)?.positions ?? []
    return positions.isEmpty
      ? .unknown : .text(positions.map { names.shown($0.oneLine) }.joined(separator: " · "))
  }

  private func who(_ leader: NodeID) -> Chapter.Value {
    .text(names.nameWithRoleAndHome(of: leader))
  }

  private var people: Chapter.Grid {
    let sentences = LeaderSentences(names)
    let ranked = ranking.ranked(by: .reach)
    // The one who is free stands right behind the best, wherever the rank is.
    let order = ranked.filter { $0.mark != nil } + ranked.filter { $0.mark == nil }
    let askers: [Chapter.Column] =
      network.hasAskers ? [.init(language.pick("คนไปปรึกษา", "Asked by"), width: 1)] : []
    return Chapter.Grid(
      title: language.pick("ใครน่าชวนคุย", "Who could be asked"),
      columns: [
        .init(language.name(of: .leader), width: 4),
        .init(language.pick("เข้าถึงกิจกรรม", "Activities"), width: 1),
        .init(language.pick("หมู่บ้าน", "Villages"), width: 1),
        .init(language.pick("ประเด็น", "Issues"), width: 1),
        .init(language.pick("งานในมือ", "Leads now"), width: 1),
      ] + askers + [.init(language.pick("ข้อสังเกต", "Remark"), width: 2.5)],
      rows: order.map { leader in
        let measures = leader.measures
        return [
          who(measures.leader), count(measures.reach.activities.count),
          count(measures.reach.places.count), count(measures.reach.issues.count),
          count(measures.present.count),
        ] + (network.hasAskers ? [measures.askers.map(count) ?? .unknown] : [])
          + [leader.mark.map { .text(sentences.text($0, by: .reach)) } ?? .empty]
      },
      paperLimit: 12)
  }

  private func team(_ team: Team) -> Chapter.Grid {
    Chapter.Grid(
      title: language.pick("ทีมที่เล็กที่สุด", "The smallest team"),
      columns: [
        .init(language.name(of: .leader), width: 3),
        .init(language.pick("ครอบคลุม", "Covers"), width: 4),
        .init(language.pick("มีคนนี้คนเดียวในทีม", "Alone in the team for"), width: 3),
        .init(language.pick("งานในมือ", "Leads now"), width: 1),
      ],
      rows: team.members.map { member in
        let texts = [member.covers, member.alone].map { nodes -> Chapter.Value in
          nodes.isEmpty ? .empty : .text(TeamSentences(names).list(nodes))
        }
        return [who(member.leader)] + texts + [count(member.present)]
      },
      // A team of which some are left out is none.
      paperLimit: team.members.count <= Self.wholeTeam ? .max : 20)
  }

  private var work: Chapter.Grid {
    Chapter.Grid(
      title: language.pick("งานที่ควรมีคนช่วย", "Work that wants a hand"),
      columns: [
        .init(language.name(of: .activity), width: 4),
        .init(language.pick("แกนนำตอนนี้", "Leaders now"), width: 1),
        .init(language.pick("ใครอยู่ใกล้งานนี้", "Who is near to it"), width: 6),
      ],
      rows: (found.withoutLeader + found.onOnePerson).map { work in
        [
          .text(names.name(of: work.activity)), count(work.leader == nil ? 0 : 1),
          people(work.near),
        ]
      },
      paperLimit: 8)
  }

  private var roles: Chapter.Grid {
    Chapter.Grid(
      title: language.pick("คนที่อยู่หลายกลุ่มหลายตำแหน่ง", "Who holds several roles"),
      columns: [
        .init(language.name(of: .leader), width: 3),
        .init(language.name(of: .positions, in: .leaders), width: 3),
        .init(language.name(of: .fund), width: 3),
        .init(language.name(of: .organisation), width: 3),
        .init(language.pick("เป็นคนเดียวที่เชื่อม", "The only one to join"), width: 3),
      ],
      rows: network.bridgingRoles().map { role in
        let pairs = role.alone.map { names.name(of: $0.one) + " – " + names.name(of: $0.other) }
        return [
          who(role.leader), positions(of: role.leader), list(role.funds),
          list(role.organisations),
          pairs.isEmpty ? .empty : .text(pairs.joined(separator: "; ")),
        ]
      },
      paperLimit: 0)
  }
}

// MARK: - For the officer

extension LeaderChapters {
  private var loads: Chapter.Grid {
    Chapter.Grid(
      title: language.pick("ผู้ที่นำมากกว่าสามงาน", "On more than three activities"),
      columns: [
        .init(language.name(of: .leader), width: 3),
        .init(language.pick("งานในมือ", "Leads now"), width: 1),
        .init(language.name(of: .activity), width: 6),
      ],
      rows: found.loaded.map { [who($0.leader), count($0.present.count), list($0.present)] },
      paperLimit: 10)
  }

  private var endings: Chapter.Grid {
    Chapter.Grid(
      title: language.pick("วาระที่ใกล้ครบ", "Terms that end"),
      columns: [
        .init(language.name(of: .leader), width: 3),
        .init(language.pick("ครบวาระ", "Term ends"), width: 1.5),
        .init(language.pick("งานในมือ", "Leads now"), width: 1),
        .init(language.pick("ใครอยู่ใกล้ พอรับช่วงได้", "Who is near and could follow"), width: 6),
      ],
      rows: found.endings.map { ending in
        let over = ending.isOver ? language.pick(" (ครบแล้ว)", " (over)") : ""
        return [
          who(ending.leader), .text(language.date(ending.until) + over),
          count(ending.present.count), people(ending.successors),
        ]
      },
      paperLimit: 12)
  }

  private var cutOff: Chapter.Column {
    .init(language.pick("ที่จะไม่ต่อกับส่วนใหญ่", "Cut off without"), width: 1.5)
  }

  private var dependences: Chapter.Grid {
    Chapter.Grid(
      title: language.pick("สิ่งที่ฝากไว้กับคนเดียว", "What hangs on one person"),
      columns: [
        .init(language.name(of: .leader), width: 3),
        .init(language.pick("งานที่ไม่มีแกนนำคนอื่น", "Work nobody else leads"), width: 4),
        .init(language.pick("กลุ่มที่แผนมีชื่อคนเดียว", "Groups with no one else named"), width: 3),
      ] + (found.cutPoints.isEmpty ? [] : [cutOff]),
      rows: found.dependences.map { item in
        [who(item.leader), list(item.activities), list(item.groups)]
          + (found.cutPoints.isEmpty ? [] : [count(item.cutOff.count)])
      },
      paperLimit: 12)
  }
}
