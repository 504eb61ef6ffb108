import Graphs
public import Linkage
import Plans
public import Words

/// The whole plan on one sheet: funds, issues with their activities, mechanisms.
public struct OverviewView: Sendable {
  private let view: ColumnView
  private let opportunities: [Opportunity]

  /// An overview of a plan.
  ///
  /// - Parameter opportunities: Those to be drawn, by rank.
  public init(_ names: Names, plan: Int, opportunities: [Opportunity]) {
    view = ColumnView(names: names, plan: plan)
    self.opportunities = opportunities
  }

  /// The diagram, with at most so many nodes in a column; the others are folded into counts.
  public func diagram(limit: Int) -> Diagram {
    let graph = view.plans.graph
    let activities = Array(graph.nodes(of: .activity, in: view.plan + 1))
    var byIssue: [NodeID: [NodeID]] = [:]
    for activity in activities {
      for issue in issues(of: activity) { byIssue[issue, default: []].append(activity) }
    }
    let sorted = byIssue.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
    let financed = activities.flatMap { view.plans.neighbours(of: $0, .finances, .backward) }
      .reduce(into: [NodeID: Int]()) { $0[$1, default: 0] += 1 }
    let funds = graph.nodes(of: .fund, in: view.plan + 1)
      .sorted { (financed[$1] ?? 0, $0) < (financed[$0] ?? 0, $1) }
    let mechanisms = view.byFrequency(
      activities.flatMap { view.plans.neighbours(of: $0, .supports, .backward) })
    let rooms = Diagram.rooms([funds.count, sorted.count, mechanisms.count], limit: limit)
    let work = Dictionary(
      uniqueKeysWithValues: Coverage(view.plans, plan: view.plan).rows.map { ($0.issue, $0) })
    let left = view.folded(funds, room: rooms[0], .fund, .fund)
    let middle = view.folded(sorted, room: rooms[1], .issue, .issue) { detail(work[$0]) }
    let right = view.folded(mechanisms, room: rooms[2], .mechanism, .mechanism)
    return Diagram(
      key: "overview", name: view.language.pick("ภาพรวม", "Overview"), title: title,
      subtitle: view.subtitle,
      columns: [left.nodes, middle.nodes, right.nodes],
      edges: edges(byIssue, left, middle, right), labelWidth: 40,
      legend: view.legend(
        .issue,
        view.language.pick(
          "ออกทุนอยู่ (เส้นหนา = หลายกิจกรรม)", "finances (thicker: several activities)")))
  }

  private var title: String {
    view.language.pick(
      "ภาพรวม: ทุนชุมชนอยู่ตรงไหนของแผน และน่าจะเชื่อมกับงานใดได้อีก?",
      "Overview: where do savings stand in the plan, and where could they?")
  }

  private func issues(of activity: NodeID) -> [NodeID] {
    view.plans.neighbours(of: activity, .about, .forward)
  }

  /// How much work there is and how much of it no fund stands beside, as in the table of coverage.
  private func detail(_ work: Coverage.Row?) -> String? {
    let language = view.language
    return work.map { work in
      language.pick(
        "\(work.activities) กิจกรรม · ไม่มีทุน \(work.withoutFund)",
        "\(language.count(work.activities, .activity)) · \(work.withoutFund) unfunded")
    }
  }

  private func edges(
    _ byIssue: [NodeID: [NodeID]], _ left: ColumnView.Column, _ middle: ColumnView.Column,
    _ right: ColumnView.Column
  ) -> [Diagram.Edge] {
    var ties = BundledLines()
    var supports = BundledLines()
    for (issue, activities) in byIssue.sorted(by: { $0.key < $1.key }) {
      guard let at = middle.ids[issue] else { continue }
      for activity in activities {
        for tie in view.plans.ties(of: activity, .finances, .backward) {
          if let from = left.ids[tie.neighbour] { ties.add(tie.edge, from, at) }
        }
        for tie in view.plans.ties(of: activity, .supports, .backward) {
          if let to = right.ids[tie.neighbour] { supports.add(tie.edge, at, to) }
        }
      }
    }
    return ties.edges(.tie) + proposals(left, middle) + supports.edges(.support)
  }

  /// One line for all opportunities of a fund in an issue; its label lists their numbers.
  private func proposals(
    _ left: ColumnView.Column, _ middle: ColumnView.Column
  ) -> [Diagram.Edge] {
    var order: [[String]] = []
    var ranks: [[String]: [Int]] = [:]
    for opportunity in opportunities {
      guard let issue = issues(of: opportunity.to).first, let from = left.ids[opportunity.from],
        let to = middle.ids[issue]
      else { continue }
      if ranks[[from, to]] == nil { order.append([from, to]) }
      ranks[[from, to], default: []].append(opportunity.rank)
    }
    return order.map { ends in
      let list = ranks[ends] ?? []
      return Diagram.Edge(
        id: "opportunity-" + list.map(String.init).joined(separator: "-"), from: ends[0],
        to: ends[1], line: .opportunity, numbers: list)
    }
  }
}
