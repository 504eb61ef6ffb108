import Graphs
public import Linkage
import Plans
public import Words

/// What works in another plan and has all its parts here: the fund, the work and the supporter there at
/// the left, those here at the right, what is missing dashed.
public struct ExpansionView: Sendable {
  private let view: ColumnView
  private let opportunities: [(rank: Int, pattern: Pattern)]

  /// The sheets of a plan.
  ///
  /// - Parameter opportunities: What the approach `expansion` proposes, by rank; that of other plans is
  ///   left out.
  public init(_ names: Names, plan: Int, opportunities: [Opportunity]) {
    view = ColumnView(names: names, plan: plan)
    self.opportunities = opportunities.compactMap { opportunity in
      guard let pattern = opportunity.pattern,
        names.plans.plan(of: pattern.here.activity) == plan
      else { return nil }
      return (opportunity.rank, pattern)
    }
  }

  /// Whether there is anything to be taken over.
  public var isTelling: Bool { !opportunities.isEmpty }

  /// The sheets, with at most so many nodes in a column.
  public func diagrams(limit: Int) -> [Diagram] {
    let room = max(2, limit)
    // Funds and supporters share a column, so that a quarter of the sheet is what work may take.
    let (parts, work) = (
      min(room, Diagram.nodeLimit * 3 / 10), min(room, Diagram.nodeLimit / 5)
    )
    return sharedOut(opportunities, rooms: [parts, work, work, parts]) { item in
      [
        [item.pattern.there.fund, item.pattern.there.mechanism], [item.pattern.there.activity],
        [item.pattern.here.activity], [item.pattern.here.fund, item.pattern.here.mechanism],
      ]
    }.map(diagram).numbered(view.language)
  }

  private func diagram(_ shown: [(rank: Int, pattern: Pattern)]) -> Diagram {
    let language = view.language
    let there = shown.map(\.pattern.there)
    let here = shown.map(\.pattern.here)
    let columns = [
      nodes(there.map(\.fund), .fund, "there-")
        + nodes(there.map(\.mechanism), .mechanism, "there-"),
      view.unique(there.map(\.activity)).map { activity in
        Diagram.Node(
          id: "there-\(activity.index)", label: view.names.name(of: activity),
          detail: tambon(of: activity), shape: .activity)
      },
      nodes(here.map(\.activity), .activity, "here-"),
      nodes(here.map(\.fund), .fund, "here-") + nodes(here.map(\.mechanism), .mechanism, "here-"),
    ]
    return Diagram(
      key: "expansion", name: language.pick("ขยายผล", "Expansion"), title: title,
      subtitle: view.subtitle, columns: columns, edges: shown.flatMap(edges).uniqued(),
      labelWidth: 18, legend: legend)
  }

  private func nodes(
    _ nodes: [NodeID], _ shape: Diagram.Shape, _ prefix: String
  ) -> [Diagram.Node] {
    view.unique(nodes).map {
      Diagram.Node(id: "\(prefix)\($0.index)", label: view.names.name(of: $0), shape: shape)
    }
  }

  /// Where work of another plan is: its tambon, else its plan.
  private func tambon(of activity: NodeID) -> String? {
    guard let plan = view.plans.plan(of: activity) else { return nil }
    let name = view.plans.plans[plan].tambon.map {
      view.language.pick("ต.", "Tambon ") + view.names.shown($0)
    }
    return "(\(name ?? view.names.title(of: plan)))"
  }

  /// The lines of a pattern; one that several patterns have is the same in all.
  private func edges(_ rank: Int, _ pattern: Pattern) -> [Diagram.Edge] {
    let (there, here) = (pattern.there, pattern.here)
    func line(_ from: String, _ to: String, _ line: Diagram.Line, _ label: String? = nil)
      -> Diagram.Edge
    {
      Diagram.Edge(id: "\(from)-\(to)", from: from, to: to, line: line, label: label)
    }
    let (work, copy) = ("there-\(there.activity.index)", "here-\(here.activity.index)")
    return [
      line("there-\(there.fund.index)", work, .plain),
      line("there-\(there.mechanism.index)", work, .plain),
      Diagram.Edge(
        id: "expansion-\(rank)", from: work, to: copy, line: .opportunity, numbers: [rank]),
      line(copy, "here-\(here.fund.index)", pattern.hasFund ? .plain : .opportunity),
      line(copy, "here-\(here.mechanism.index)", pattern.hasSupporter ? .plain : .opportunity),
    ]
  }

  private var title: String {
    view.language.pick(
      "ขยายผล: ที่อื่นทำได้แล้ว ที่นี่มีครบทุกส่วน อะไรน่าทำตาม?",
      "Expansion: what works elsewhere and has all its parts here?")
  }

  private var legend: Diagram.Legend {
    let language = view.language
    return Diagram.Legend(
      title: language.pick("สัญลักษณ์", "Key"),
      columns: [
        .init(
          id: "legend-there", label: language.pick("งานที่แผนอื่น", "work elsewhere"),
          shape: .activity),
        .init(id: "legend-here", label: language.pick("งานที่นี่", "work here"), shape: .activity),
        .init(id: "legend-fund", label: language.name(of: .fund), shape: .fund),
        .init(id: "legend-mechanism", label: language.name(of: .mechanism), shape: .mechanism),
      ],
      edges: [
        .init(
          id: "legend-number", from: "legend-there", to: "legend-here", line: .opportunity,
          label: language.pick("น่าทำตาม เลขตรงกับตาราง", "could follow; number as in the table")),
        .init(
          id: "legend-tie", from: "legend-here", to: "legend-fund", line: .plain,
          label: language.pick("มีอยู่แล้ว", "is there")),
        .init(
          id: "legend-missing", from: "legend-here", to: "legend-mechanism", line: .opportunity,
          label: language.pick("ยังขาด", "is missing")),
      ])
  }
}
