public import Linkage
import Plans

/// What is said of the tables of a forum day.
public struct ForumTableSentences: Sendable {
  /// The names under which everything appears.
  public let names: Names

  private var language: Language { names.language }

  /// Sentences on tables.
  public init(_ names: Names) { self.names = names }

  /// How many weak points are met, and how far from the best possible that may be.
  public func summary(of forum: ForumTables) -> String {
    let needs = forum.tables.flatMap(\.needs)
    let met = needs.count { !$0.teachers.isEmpty }
    let none = needs.count { $0.teachers.isEmpty && $0.elsewhere.isEmpty }
    guard !needs.isEmpty else {
      return language.pick(
        "ไม่มีข้อใดที่รู้ว่ายังไม่ผ่าน จึงนั่งโต๊ะใดก็ได้", "No weak point is known, so anyone may sit anywhere.")
    }
    var text = language.pick(
      "จุดอ่อน \(needs.count) ข้อ มีผู้ทำได้แล้วนั่งร่วมโต๊ะ \(met) ข้อ",
      "Of \(needs.count) weak points \(met) have someone at the table who has mastered them")
    if none > 0 {
      text += language.pick(
        " ไม่มีใครในเวทีทำได้ \(none) ข้อ ควรเชิญคนนอกมาเล่า",
        "; \(none) nobody here has mastered: invite someone")
    }
    let apart = needs.count - met - none
    if apart > 0 {
      text += language.pick(
        " อีก \(apart) ข้อผู้ทำได้นั่งโต๊ะอื่น", "; of \(apart) the master sits at another table")
    }
    return text
  }

  /// What is said of a table, line by line: each weak point, and who can tell of it.
  public func lines(of table: ForumTables.Table) -> [String] {
    var order: [String] = []
    var groups: [String: [ForumTables.Need]] = [:]
    for need in table.needs {
      // What two sets ask alike reads alike, where the same funds can tell of it.
      let key = "\(need.result.rule.formula.text) \(need.teachers) \(need.elsewhere)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(need)
    }
    let lines = order.compactMap { groups[$0].flatMap(line) }
    return lines.isEmpty
      ? [language.pick("ไม่มีข้อใดที่รู้ว่ายังไม่ผ่าน", "no weak point is known here")] : lines
  }

  /// Those who are to learn one thing, and those who can tell of it.
  private func line(_ needs: [ForumTables.Need]) -> String? {
    guard let first = needs.first, let lesson = first.result.rule.lesson else { return nil }
    let learners = language.list(needs.map { names.name(of: $0.fund) })
    return "\(language.pick(lesson)): \(learners) ← \(teachers(of: first))"
  }

  /// Who can tell of a weak point; plainly, where nobody can.
  public func teachers(of need: ForumTables.Need) -> String {
    func list(_ funds: [String]) -> String {
      language.list(funds, atMost: 2) { language.more($0, .fund) }
    }
    if !need.teachers.isEmpty {
      return language.pick("ฟังจาก ", "hear ") + list(need.teachers.map(names.name(of:)))
    }
    if !need.elsewhere.isEmpty {
      return language.pick("โต๊ะนี้ไม่มีผู้ทำได้ ถามโต๊ะอื่น: ", "nobody at this table; ask at another: ")
        + list(need.elsewhere.map(names.name(of:)))
    }
    return language.pick("ไม่มีใครในเวทีทำได้", "nobody here has mastered it")
  }

  /// That some funds could not be placed, and why.
  public func unplaced(_ forum: ForumTables) -> String {
    let list = language.list(forum.unplaced.map(names.name(of:)), atMost: 6) {
      language.more($0, .fund)
    }
    return language.pick(
      "ยังไม่รู้ผลข้อใดของ \(list) นั่งโต๊ะใดก็ได้", "Nothing is known of \(list): they may sit anywhere.")
  }

  /// That tables hold fewer or more than was asked for.
  public func sizes(_ forum: ForumTables, asked: ClosedRange<Int>) -> String? {
    let sizes = forum.tables.map(\.funds.count)
    guard let least = sizes.min(), let most = sizes.max(),
      least < asked.lowerBound || most > asked.upperBound
    else { return nil }
    let range = least == most ? "\(least)" : "\(least)–\(most)"
    return language.pick(
      "มี \(sizes.reduce(0, +)) กองทุน \(sizes.count) โต๊ะ จึงได้โต๊ะละ \(range) ไม่ใช่ \(asked.lowerBound)–\(asked.upperBound)",
      "With \(sizes.reduce(0, +)) funds at \(sizes.count) tables each has \(range), not "
        + "\(asked.lowerBound)–\(asked.upperBound).")
  }
}
