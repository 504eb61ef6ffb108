import Graphs
public import Linkage
import Plans
public import Words

/// Who could learn what from whom: those who have not mastered it at the left, those who have at the
/// right.
public struct ForumView: Sendable {
  private let view: ColumnView
  private let points: [(rank: Int, point: Lesson.Point)]
  private let table: Set<Int>

  /// The forum of a plan.
  ///
  /// - Parameters:
  ///   - opportunities: What the approach `forum` proposes, by rank; others are left out.
  ///   - table: The ranks of those on the meeting's table, whose lines bear them.
  public init(_ names: Names, plan: Int, opportunities: [Opportunity], table: Set<Int> = []) {
    view = ColumnView(names: names, plan: plan)
    // Each fund learns a thing from the one that is proposed first.
    var seen: Set<String> = []
    points = opportunities.flatMap { opportunity in
      (opportunity.lesson?.points ?? []).map { (opportunity.rank, $0) }
    }.filter { _, point in
      names.plans.plan(of: point.learner) == plan
        && seen.insert("\(point.learner.index) \(point.rule.formula.text)").inserted
    }
    self.table = table
  }

  /// Whether there is anything to be learned.
  public var isTelling: Bool { !points.isEmpty }

  /// The sheets, with at most so many nodes in a column.
  public func diagrams(limit: Int) -> [Diagram] {
    let room = min(max(limit, 1), Diagram.nodeLimit / 3)
    return sharedOut(points, rooms: [room, room, room]) { _, point in
      [["\(point.learner.index)"], [point.rule.formula.text], ["\(point.teacher.index)"]]
    }.map { points in
      var columns = Columns()
      for (rank, point) in points {
        columns.add(point, table.contains(rank) ? [rank] : [], view.names)
      }
      return Diagram(
        key: "forum", name: view.language.pick("เวทีเรียนรู้", "Forum"), title: title,
        subtitle: view.subtitle, columns: [columns.learners, columns.rules, columns.teachers],
        edges: columns.edges, legend: legend)
    }.numbered(view.language)
  }

  private var title: String {
    view.language.pick(
      "เวทีเรียนรู้: กองทุนใดน่าจะเรียนเรื่องใดจากใคร?",
      "The forum: which fund could learn what, and from whom?")
  }

  private var legend: Diagram.Legend {
    let language = view.language
    return Diagram.Legend(
      title: language.pick("สัญลักษณ์", "Key"),
      columns: [
        .init(id: "legend-learner", label: language.pick("ยังทำไม่ได้", "has not yet"), shape: .fund),
        .init(
          id: "legend-rule", label: language.pick("เรื่องที่เรียน", "what is learned"), shape: .issue),
        .init(
          id: "legend-teacher", label: language.pick("ทำได้แล้ว", "has mastered it"), shape: .fund),
      ],
      edges: [
        .init(
          id: "legend-need", from: "legend-learner", to: "legend-rule", line: .opportunity,
          label: table.isEmpty
            ? language.pick("น่ามาเรียน", "could learn")
            : language.pick(
              "น่ามาเรียน (ที่มีเลข: ข้อในตาราง)", "could learn (numbered: as in the table)")),
        .init(
          id: "legend-mastery", from: "legend-rule", to: "legend-teacher", line: .tie,
          label: language.pick("เล่าให้ฟังได้", "could tell")),
      ])
  }

  /// The nodes and lines, each once, in the order in which they come up.
  private struct Columns {
    var learners: [Diagram.Node] = []
    var rules: [Diagram.Node] = []
    var teachers: [Diagram.Node] = []
    var edges: [Diagram.Edge] = []
    private var ids: [String: String] = [:]

    mutating func add(_ point: Lesson.Point, _ numbers: [Int], _ names: Names) {
      let learner = "learner-\(point.learner.index)"
      let teacher = "teacher-\(point.teacher.index)"
      let text = point.rule.formula.text
      let rule = ids[text] ?? "rule-\(ids.count + 1)"
      if ids[text] == nil {
        ids[text] = rule
        let label = names.language.pick(point.rule.lesson ?? point.rule.name)
        rules.append(Diagram.Node(id: rule, label: label, shape: .issue))
      }
      add(learner, point.learner, to: \.learners, names)
      add(teacher, point.teacher, to: \.teachers, names)
      add(
        Diagram.Edge(
          id: "need-\(learner)-\(rule)", from: learner, to: rule, line: .opportunity,
          numbers: numbers))
      add(Diagram.Edge(id: "mastery-\(rule)-\(teacher)", from: rule, to: teacher, line: .tie))
    }

    private mutating func add(
      _ id: String, _ fund: NodeID, to column: WritableKeyPath<Columns, [Diagram.Node]>,
      _ names: Names
    ) {
      guard !self[keyPath: column].contains(where: { $0.id == id }) else { return }
      self[keyPath: column].append(
        Diagram.Node(id: id, label: names.name(of: fund), shape: .fund))
    }

    private mutating func add(_ edge: Diagram.Edge) {
      if !edges.contains(where: { $0.id == edge.id }) { edges.append(edge) }
    }
  }
}
