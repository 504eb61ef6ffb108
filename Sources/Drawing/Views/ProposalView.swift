public import Graphs
public import Linkage
import Plans
public import Words

/// What an approach proposes, beside what is tied so already: that at the left, those who would have the
/// link in the middle, what they could have it with at the right.
public struct ProposalView: Sendable {
  private let view: ColumnView
  private let subject: ProposalSubject
  private let opportunities: [Opportunity]
  private let agreed: [(from: NodeID, to: NodeID)]
  /// The proposals by rank, then what is agreed on, all of one target together.
  private let links: [Link]
  /// What is tied already: of all in the plan, or of those alone to whom something is proposed.
  private let tied: [Tied]

  /// A line that must be seen: a proposal with its number, or what is agreed on.
  private struct Link {
    let from: NodeID
    let to: NodeID
    let rank: Int?
  }

  private typealias Tied = (from: NodeID, to: NodeID, edge: EdgeID)

  /// The sheets of a plan.
  ///
  /// - Parameters:
  ///   - opportunities: What the subject's approach proposes, by rank; that of other plans is left out.
  ///   - agreed: Links that a meeting has agreed on and that are not there yet.
  public init(
    _ names: Names, plan: Int, _ subject: ProposalSubject, opportunities: [Opportunity],
    agreed: [(from: NodeID, to: NodeID)] = []
  ) {
    view = ColumnView(names: names, plan: plan)
    self.subject = subject
    self.opportunities = opportunities.filter { names.plans.plan(of: $0.to) == plan }
    self.agreed = agreed.filter { names.plans.plan(of: $0.to) == plan }
    links = Self.links(self.opportunities, self.agreed, view)
    tied = Self.tied(subject, links, view)
  }

  /// Whether anything is tied already where all such ties are shown, or could be.
  public var isTelling: Bool { !links.isEmpty || !tied.isEmpty }

  /// The sheets, with at most so many nodes in a column.
  ///
  /// All that is proposed or agreed on stands on one of them; what is tied already and finds no room is
  /// counted.
  public func diagrams(limit: Int) -> [Diagram] {
    let middle = view.unique(links.map(\.from) + tied.map(\.from))
    let targets = view.unique(links.map(\.to))
    let done = view.unique(tied.map(\.to))
    let rooms = Diagram.rooms([done.count, middle.count, targets.count], limit: limit)
    let linked = Set(links.map(\.from)).count
    let fits = targets.count <= rooms[2] && (middle.count <= rooms[1] || linked < rooms[1])
    let parts =
      fits
      ? [links]
      : sharedOut(links, rooms: [max(rooms[1] - 1, 1), max(rooms[2] - 1, 1)]) {
        [[$0.from], [$0.to]]
      }
    let pages = parts.isEmpty ? [[]] : parts
    return pages.enumerated().map { index, part in
      diagram(part, rooms, continued: index == pages.count - 1 ? nil : index + 2)
    }.numbered(view.language)
  }

  private static func links(
    _ opportunities: [Opportunity], _ agreed: [(from: NodeID, to: NodeID)], _ view: ColumnView
  ) -> [Link] {
    let all =
      opportunities.map { Link(from: $0.from, to: $0.to, rank: $0.rank) }
      + agreed.map { Link(from: $0.from, to: $0.to, rank: nil) }
    let byTarget = Dictionary(grouping: all, by: \.to)
    return view.unique(all.map(\.to)).flatMap { byTarget[$0] ?? [] }
  }

  private static func tied(
    _ subject: ProposalSubject, _ links: [Link], _ view: ColumnView
  ) -> [Tied] {
    let plans = view.plans
    let own = plans.graph.nodes(of: subject.to, in: view.plan + 1)
    let ties = own.flatMap { to -> [Tied] in
      plans.ties(of: to, subject.relation, .backward).map { ($0.neighbour, to, $0.edge) }
        + (subject.from == subject.to
          ? plans.ties(of: to, subject.relation, .forward).map { ($0.neighbour, to, $0.edge) } : [])
    }
    guard !subject.showsAll else { return ties }
    let asked = Set(links.map(\.from))
    // Something goes on or is to come, as far as the plan says; work alone ends.
    return ties.filter { tie in
      asked.contains(tie.from) && (plans.record(of: tie.to) as? Activity)?.isOpen ?? true
    }
  }

  private func diagram(_ links: [Link], _ rooms: [Int], continued: Int?) -> Diagram {
    // A sheet of several tells of those alone whom it asks, unless all are to be seen.
    let asked = Set(links.map(\.from))
    let tied = tied.filter { subject.showsAll || asked.contains($0.from) }
    let language = view.language
    let froms = view.unique(links.map(\.from) + view.byFrequency(tied.map(\.from)))
    let middle = view.folded(froms, room: rooms[1], .init(subject.from), subject.from) { from in
      subject.detail(tied.count { $0.from == from }, language)
    }
    let left = view.folded(
      view.unique(tied.map(\.to)), room: rooms[0], .init(subject.to), subject.to, prefix: "tied-")
    let right = view.folded(
      view.unique(links.map(\.to)), room: rooms[2], .init(subject.to), subject.to, prefix: "to-")
    let next = continued.map {
      Diagram.Node(
        id: "continued", label: language.continued(onSheet: $0), shape: .continuation)
    }
    var ties = BundledLines()
    for tie in tied {
      if let from = left.ids[tie.to], let to = middle.ids[tie.from] { ties.add(tie.edge, from, to) }
    }
    let columns = [left.nodes, middle.nodes, right.nodes + [next].compactMap(\.self)]
    return Diagram(
      key: subject.key, name: subject.name(language), title: subject.title(language),
      subtitle: view.subtitle, columns: columns.filter { !$0.isEmpty },
      edges: ties.edges(subject.line) + edges(links, middle, right),
      legend: legend(hasTied: !tied.isEmpty))
  }

  private func edges(
    _ links: [Link], _ middle: ColumnView.Column, _ right: ColumnView.Column
  ) -> [Diagram.Edge] {
    links.compactMap { link in
      guard let from = middle.ids[link.from], let to = right.ids[link.to] else { return nil }
      return link.rank.map { rank in
        Diagram.Edge(
          id: "\(subject.key)-\(rank)", from: from, to: to, line: .opportunity, numbers: [rank],
          letter: view.language.letter(ofApproach: subject.approach))
      } ?? Diagram.Edge(id: "planned-\(from)-\(to)", from: from, to: to, line: .planned)
    }
  }

  private func legend(hasTied: Bool) -> Diagram.Legend {
    let language = view.language
    func node(_ id: String, _ kind: NodeKind) -> Diagram.Node {
      .init(id: id, label: language.name(of: kind), shape: .init(kind))
    }
    var (nodes, edges) = ([node("legend-from", subject.from)], [Diagram.Edge]())
    func edge(_ id: String, _ line: Diagram.Line, _ label: String) -> Diagram.Edge {
      .init(id: id, from: "legend-from", to: "legend-to", line: line, label: label)
    }
    if hasTied {
      nodes.insert(node("legend-tied", subject.to), at: 0)
      edges.append(
        .init(
          id: "legend-tie", from: "legend-tied", to: "legend-from", line: subject.line,
          label: subject.tie(language)))
    }
    if !opportunities.isEmpty || !agreed.isEmpty { nodes.append(node("legend-to", subject.to)) }
    if !opportunities.isEmpty {
      edges.append(edge("legend-opportunity", .opportunity, language.proposedAsInTheTable))
    }
    if !agreed.isEmpty {
      edges.append(edge("legend-planned", .planned, language.agreedOnByAMeeting))
    }
    return Diagram.Legend(title: language.pick("สัญลักษณ์", "Key"), columns: nodes, edges: edges)
  }
}

extension Language {
  /// What a numbered line means.
  var proposedAsInTheTable: String {
    pick("ข้อเสนอ เลขตรงกับตาราง", "proposed; number as in the table")
  }

  /// What a dotted line means.
  var agreedOnByAMeeting: String { pick("ที่ประชุมเห็นชอบแล้ว", "agreed on by a meeting") }
}
