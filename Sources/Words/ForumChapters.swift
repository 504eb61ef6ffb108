import Graphs
public import Linkage
import Plans

extension StrengthChapters {
  /// What the funds of a plan can learn from one another, and what none of them can teach; nil where
  /// nothing is known.
  public func forum(plan: Int) -> Chapter? {
    let search = OpportunitySearch(names.plans, .standard(.forum))
    let sentences = OpportunitySentences(names, search.approach)
    let lessons = search.opportunities(in: plan).compactMap(\.lesson)
    let masterless = masterless(plan)
    guard !lessons.isEmpty || !masterless.isEmpty else { return nil }
    return Chapter(
      key: "forum", title: language.pick("เวทีเรียนรู้ระหว่างกองทุน", "Learning forum of funds"),
      question: language.pick(
        "กองทุนใดน่าจะนั่งคุยกัน ใครเรียนอะไรจากใคร?",
        "Which funds could sit together, and learn what from whom?"),
      paragraphs: lessons.prefix(3).map { sentences.explanation(of: $0) },
      grids: pairs(lessons, sentences) + masterless,
      notes: [
        language.pick(
          "จับคู่เฉพาะกองทุนที่ดูด้วยเกณฑ์เดียวกัน กลุ่มหนึ่งผ่าน อีกกลุ่มไม่ผ่าน ข้อที่ไม่ทราบไม่นำมาจับคู่ "
            + "คู่ที่เป็นภาคีกันอยู่แล้วหรือที่ประชุมตกลงแล้วไม่อยู่ในตาราง",
          "Only funds under the same rules are paired, where one passes what the other fails; what is "
            + "unknown pairs nobody. Partners, and pairs that a meeting has settled, are left out.")
      ])
  }

  private func pairs(_ lessons: [Lesson], _ sentences: OpportunitySentences) -> [Chapter.Grid] {
    guard !lessons.isEmpty else { return [] }
    let rows = lessons.flatMap { lesson -> [[Chapter.Value]] in
      [(lesson.from, lesson.to), (lesson.to, lesson.from)].compactMap { teacher, learner in
        let points = lesson.points.filter { $0.teacher == teacher }
        if points.isEmpty { return nil }
        return [
          .text(names.name(of: teacher)), .text(sentences.skills(points)),
          .text(names.name(of: learner)), .text(sentences.near(lesson.nearness)),
        ]
      }
    }
    return [
      Chapter.Grid(
        title: language.pick("ใครเล่าให้ใครฟัง", "Who tells whom"),
        columns: [
          .init(language.pick("ผู้เล่า (ทำได้แล้ว)", "tells (has mastered it)"), width: 4),
          .init(language.pick("เรื่อง", "what"), width: 5),
          .init(language.pick("ผู้ฟัง (ยังทำไม่ได้)", "listens (has not yet)"), width: 4),
          .init(language.pick("ใกล้กันเพราะ", "near, since"), width: 4),
        ],
        // On paper the same pairs are proposed one by one.
        rows: rows, paperLimit: 0)
    ]
  }

  /// What some fail, and none of the same rules passes: someone from elsewhere should be asked.
  private func masterless(_ plan: Int) -> [Chapter.Grid] {
    let rows = StrengthRanking.all(names.plans, in: plan).flatMap { ranking in
      ranking.set.rules.enumerated().compactMap { index, rule -> [Chapter.Value]? in
        guard let lesson = rule.lesson else { return nil }
        let results = ranking.assessments.map { ($0.fund, $0.results[index].verdict) }
        let failed = results.filter { $0.1 == .fail }.map { names.name(of: $0.0) }
        guard !failed.isEmpty, !results.contains(where: { $0.1 == .pass }) else { return nil }
        let list = language.list(failed, atMost: 4) { language.more($0, .fund) }
        return [
          .text(language.pick(lesson)), .text(list),
          .text("\(language.pick(ranking.set.short)) \(rule.id)"),
        ]
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      Chapter.Grid(
        title: language.pick("เรื่องที่ยังไม่มีใครในแผนทำได้", "What nobody here masters"),
        columns: [
          .init(language.pick("เรื่อง", "what"), width: 5),
          .init(language.pick("ผู้ที่ยังทำไม่ได้", "who has not yet"), width: 8),
          .init(language.pick("เกณฑ์", "rule"), width: 3),
        ],
        rows: rows)
    ]
  }

  /// The tables of a forum day, one grid each.
  public func tables(_ forum: ForumTables) -> Chapter {
    let sentences = ForumTableSentences(names)
    let grids = forum.tables.enumerated().map { index, table in
      Chapter.Grid(
        title: language.pick("โต๊ะ \(index + 1)", "Table \(index + 1)"),
        columns: [
          .init(language.pick("องค์กรการเงิน", "fund"), width: 5),
          .init(language.pick("เรื่องที่มาเรียน", "comes to learn"), width: 5),
          .init(language.pick("จากใคร", "from whom"), width: 6),
        ],
        rows: rows(of: table, sentences))
    }
    return Chapter(
      key: "forum-tables", title: language.pick("ผังโต๊ะวันเวที", "Tables of the forum"),
      question: language.pick("ใครนั่งโต๊ะใด เพื่อเรียนเรื่องใด?", "Who sits where, to learn what?"),
      paragraphs: [sentences.summary(of: forum)]
        + (forum.unplaced.isEmpty ? [] : [sentences.unplaced(forum)]),
      grids: grids)
  }

  private func rows(
    of table: ForumTables.Table, _ sentences: ForumTableSentences
  ) -> [[Chapter.Value]] {
    table.funds.flatMap { fund -> [[Chapter.Value]] in
      let name = Chapter.Value.text(names.name(of: fund))
      let needs = table.needs.filter { $0.fund == fund }
      if needs.isEmpty { return [[name, .empty, .empty]] }
      return needs.enumerated().map { index, need in
        [
          index == 0 ? name : .empty,
          need.result.rule.lesson.map { .text(language.pick($0)) } ?? .empty,
          .text(sentences.teachers(of: need)),
        ]
      }
    }
  }
}
