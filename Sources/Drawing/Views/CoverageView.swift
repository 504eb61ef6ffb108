import Graphs
public import Linkage
import Plans
public import Words

/// On which issues and in which villages there is work, and how much of it has a fund beside it.
public struct CoverageView: Sendable {
  private let view: ColumnView
  private let coverage: Coverage
  /// Sheets of one kind at most: of more rows the most telling are drawn, and the others counted.
  private static let sheetLimit = 2

  /// The sheets of a plan.
  public init(_ names: Names, plan: Int, _ coverage: Coverage) {
    view = ColumnView(names: names, plan: plan)
    self.coverage = coverage
  }

  /// Whether the plan names funds, and work that these could stand beside: else nothing is known.
  public var isTelling: Bool {
    !coverage.funds.isEmpty && !(coverage.rows.isEmpty && coverage.villages.isEmpty)
  }

  /// The sheets of issues, then those of villages, with at most so many rows each.
  public func charts(limit: Int) -> [ChartSheet] {
    guard isTelling else { return [] }
    let language = view.language
    return sheets(
      "coverage-issues", language.pick("ทุนกับประเด็น", "Issues and funds"),
      language.pick(
        "งานเรื่องใดมีกองทุนหนุนแล้ว และเรื่องใดยังไม่มี?",
        "Work on which issues has a fund beside it, and on which has none?"), issues(limit), limit)
      + sheets(
        "coverage-villages", language.pick("ทุนกับหมู่บ้าน", "Villages and funds"),
        language.pick(
          "หมู่บ้านใดมีงานและมีกองทุนหนุน และหมู่บ้านใดยังไม่มี?",
          "Which villages have work with a fund beside it, and which have none?"), villages(limit),
        limit)
  }

  /// Rows that find room on the sheets of one kind.
  private func room(_ limit: Int) -> Int {
    Self.sheetLimit * min(max(limit, 1), Diagram.nodeLimit)
  }

  /// The issues, those with most work first; of very many those with most work that has no fund.
  private func issues(_ limit: Int) -> [BarChart.Row] {
    let all = coverage.rows.map {
      Work(node: $0.issue, all: $0.activities, without: $0.withoutFund)
    }
    return rows(all, .issue, limit) { rest in
      let whole = rest.count { $0.without == 0 }
      return view.language.pick(
        "มีกองทุนทุกกิจกรรม \(whole)", "\(whole) with a fund for all work")
    }
  }

  /// The places by id; of very many those with most work that has no fund, and the others counted.
  private func villages(_ limit: Int) -> [BarChart.Row] {
    let all = coverage.villages.map {
      Work(node: $0.place, all: $0.activities, without: $0.withoutFund)
    }
    return rows(all, .place, limit) { rest in
      let idle = rest.count { $0.all == 0 }
      return view.language.pick("ยังไม่มีงาน \(idle) แห่ง", "\(idle) without work")
    }
  }

  /// How many activities there are on an issue or in a place, and how many of them have no fund.
  private struct Work {
    let node: NodeID
    let all: Int
    let without: Int
  }

  /// The rows in their order; of too many those with most work that has no fund, the rest in a row that
  /// says what of it is to be known.
  private func rows(
    _ all: [Work], _ kind: NodeKind, _ limit: Int, rest told: (ArraySlice<Work>) -> String
  ) -> [BarChart.Row] {
    guard all.count > room(limit) else { return all.map(row) }
    let sorted = all.sorted { ($1.without, $1.all, $0.node) < ($0.without, $0.all, $1.node) }
    let (shown, rest) = (sorted.prefix(room(limit) - 1), sorted.dropFirst(room(limit) - 1))
    return shown.map(row) + [.init(view.language.more(rest.count, kind), [.init([], told(rest))])]
  }

  private func row(_ work: Work) -> BarChart.Row {
    row(view.names.name(of: work.node), work.all, without: work.without)
  }

  private func sheets(
    _ key: String, _ name: String, _ title: String, _ rows: [BarChart.Row], _ limit: Int
  ) -> [ChartSheet] {
    let language = view.language
    return ChartSheet.sheets(
      key: key, name: name, subtitle: view.subtitle,
      BarChart(
        title: title, rows: rows,
        keys: [
          .init(
            .black,
            language.pick("กิจกรรมที่มีกองทุนหนุน", "activities with a fund beside them")),
          .init(
            .white,
            language.pick(
              "กิจกรรมที่แผนยังไม่ได้บอกว่ามีกองทุนหนุน",
              "activities for which the plan names no fund")),
        ]), limit: limit)
  }

  private func row(_ label: String, _ activities: Int, without: Int) -> BarChart.Row {
    let language = view.language
    guard activities > 0 else {
      return .init(label, [.init([], language.pick("แผนยังไม่มีงานที่นี่", "no work in the plan"))])
    }
    let funded = Double(activities - without) / Double(activities)
    let text = language.pick(
      "มี \(activities - without) จาก \(activities) กิจกรรม",
      "\(activities - without) of \(language.count(activities, .activity))")
    return .init(label, [.init([.init(funded, .black), .init(1 - funded, .white)], text)])
  }
}
