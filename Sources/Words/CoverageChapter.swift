import Graphs
public import Linkage
import Plans

extension Names {
  /// Issues in a matrix at most: more columns do not fit a page across.
  private static let matrixWidth = 10

  /// Which fund helps with what, and where none does; nil where the plan names no issues or no funds.
  public func chapter(_ coverage: Coverage) -> Chapter? {
    guard !coverage.rows.isEmpty, !coverage.funds.isEmpty else { return nil }
    return Chapter(
      key: "coverage", title: language.pick("กองทุนช่วยเรื่องใด", "Who helps with what"),
      question: language.pick(
        "กองทุนใดหนุนงานเรื่องใดอยู่ และเรื่องใดยังไม่มีใครหนุน",
        "Which fund stands beside work on which issue, and where does none?"),
      paragraphs: statements(coverage), grids: [byIssue(coverage), matrix(coverage)],
      notes: [
        language.pick(
          "นับตามที่แผนบอกไว้ ถ้ามีกองทุนหนุนจริงแต่ยังไม่ได้กรอก ให้เติมในแผน นับกิจกรรมที่ยังไม่เลิก กิจกรรมที่มีหลายประเด็นนับในทุกประเด็น",
          "It counts what the plan says: a fund that is not named there is not counted. "
            + "Activities that are not stopped are counted; one of several issues counts for each.")
      ])
  }

  private func statements(_ coverage: Coverage) -> [String] {
    let bare = coverage.bare
    let first =
      bare.isEmpty
      ? language.pick(
        "ทั้ง \(coverage.rows.count) ประเด็นของแผนมีกองทุนหนุนอย่างน้อยหนึ่งกิจกรรม",
        "Each of the plan's \(coverage.rows.count) issues has a fund beside at least one activity.")
      : language.pick(
        "ใน \(coverage.rows.count) ประเด็นของแผน มี \(bare.count) ประเด็นที่ยังไม่มีกองทุนใดหนุนเลย คือ ",
        "Of the plan's \(coverage.rows.count) issues, \(bare.count) have no fund beside any work: ")
        + language.list(bare.map { name(of: $0.issue) }, atMost: 12)
    let thin = coverage.rows.filter { !$0.funds.isEmpty && 2 * $0.withoutFund > $0.activities }
    guard !thin.isEmpty else { return [first] }
    let names = language.list(thin.map { name(of: $0.issue) }, atMost: 12)
    return [
      first,
      language.pick(
        "ประเด็นที่มีกองทุนหนุนไม่ถึงครึ่งของกิจกรรม คือ \(names)",
        "Less than half of the activities have a fund in: \(names)"),
    ]
  }

  private func byIssue(_ coverage: Coverage) -> Chapter.Grid {
    Chapter.Grid(
      title: language.pick("กองทุนที่หนุนแต่ละประเด็น", "Funds by issue"),
      columns: [
        .init(language.name(of: .issue), width: 22),
        .init(language.plural(of: .activity), width: 10),
        .init(language.pick("มีกองทุน", "with a fund"), width: 10),
        .init(language.pick("ยังไม่มี", "without"), width: 10),
        .init(
          language.pick("กองทุนที่หนุนอยู่ (จำนวนกิจกรรม)", "funds beside it (activities)"), width: 68),
      ],
      // What nobody stands beside comes first: it is what the meeting is asked about.
      rows: (coverage.bare + coverage.rows.filter { !$0.funds.isEmpty }).map { row in
        let funds = row.funds.map { "\(name(of: $0.fund)) (\($0.activities))" }
        return [
          .text(name(of: row.issue)), .number(Double(row.activities), places: 0),
          .number(Double(row.activities - row.withoutFund), places: 0),
          .number(Double(row.withoutFund), places: 0),
          .text(
            funds.isEmpty
              ? language.pick("ยังไม่มีกองทุนใด", "none yet")
              : language.list(funds, atMost: 8)),
        ]
      }, paperLimit: 24)
  }

  private func matrix(_ coverage: Coverage) -> Chapter.Grid {
    let shown = coverage.rows.prefix(Self.matrixWidth)
    let rest = coverage.rows.dropFirst(Self.matrixWidth)
    let counts = coverage.rows.map { row in
      Dictionary(uniqueKeysWithValues: row.funds.map { ($0.fund, $0.activities) })
    }
    let others = language.pick("อีก \(rest.count) ประเด็น", "\(rest.count) more issues")
    return Chapter.Grid(
      title: language.pick("ตารางกองทุนกับประเด็น", "Funds and issues"),
      columns: [.init(language.name(of: .fund), width: 22)]
        + shown.map { .init(name(of: $0.issue), width: 7) }
        + (rest.isEmpty ? [] : [.init(others, width: 7)]),
      rows: coverage.funds.map { fund in
        let cells = counts.map { $0[fund] ?? 0 }
        let sum = cells.dropFirst(Self.matrixWidth).reduce(0, +)
        let values = cells.prefix(Self.matrixWidth) + (rest.isEmpty ? [] : [sum])
        return [.text(name(of: fund))]
          + values.map { $0 == 0 ? .empty : .number(Double($0), places: 0) }
      }, paperLimit: 0)
  }
}
