import Graphs
public import Linkage
import Plans
public import Words

/// Who could give what to whom on one sheet: givers at the left, takers at the right, what goes between
/// them on the lines; and the rings of three on another.
public struct ExchangeView: Sendable {
  private let view: ColumnView
  private let sentences: ExchangeSentences
  private let matches: [ExchangeMatch]
  private let rings: [ExchangeRing]
  /// By giver and taker the number in the meeting's table.
  private let numbers: [[NodeID]: Int]

  /// The sheets of a plan, without what a meeting has rejected.
  ///
  /// - Parameter table: What the approach `exchange` proposes on the meeting's table.
  public init(_ names: Names, plan: Int, _ exchange: Exchange, table: [Opportunity] = []) {
    view = ColumnView(names: names, plan: plan)
    sentences = ExchangeSentences(names)
    matches = exchange.matches.filter {
      ($0.offer.plan == plan || $0.need.plan == plan) && $0.decision != .rejected
    }
    rings = exchange.rings.filter { ring in
      ring.legs.contains { $0.offer.plan == plan || $0.need.plan == plan }
    }
    numbers = Dictionary(
      table.map { ([$0.from, $0.to], $0.rank) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether anything fits, so that the sheet answers something.
  public var isTelling: Bool { !matches.isEmpty }
  /// Whether there is any ring of three.
  public var hasRings: Bool { !rings.isEmpty }

  /// The matches on sheets with at most so many owners in a column, the best first.
  public func diagrams(limit: Int) -> [Diagram] {
    let language = view.language
    let room = min(max(limit, 1), Diagram.nodeLimit / 2)
    return sharedOut(matches, rooms: [room, room]) { [[$0.owners.0], [$0.owners.1]] }
      .map { shown in
        Diagram(
          key: "exchange", name: language.pick("แลกเปลี่ยน", "Exchange"),
          title: language.pick(
            "แลกเปลี่ยน: ใครมีสิ่งที่คนอื่นต้องการ?", "Exchange: who has what another needs?"),
          subtitle: view.subtitle,
          columns: [
            view.unique(shown.map(\.owners.0)).map { node($0, "give") },
            view.unique(shown.map(\.owners.1)).map { node($0, "take") },
          ],
          edges: shown.enumerated().map { edge($1, "match-\($0 + 1)", "give", "take") },
          labelWidth: 30, legend: legend(shown))
      }.numbered(language)
  }

  /// The rings, so many a sheet, each in a row that ends where it began.
  public func ringDiagrams(limit: Int) -> [Diagram] {
    let room = min(max(limit, 1), Diagram.nodeLimit / 4)
    return stride(from: 0, to: rings.count, by: room).map { first in
      ringDiagram(Array(rings[first..<min(first + room, rings.count)]))
    }.numbered(view.language)
  }

  private func ringDiagram(_ rings: [ExchangeRing]) -> Diagram {
    let language = view.language
    var columns: [[Diagram.Node]] = [[], [], [], []]
    var edges: [Diagram.Edge] = []
    for (row, ring) in rings.enumerated() {
      for (column, leg) in ring.legs.enumerated() {
        columns[column].append(node(leg.offer.owner, "r\(row)c\(column)"))
        edges.append(
          edge(
            leg, "ring-\(row)-\(column)", "r\(row)c\(column)", "r\(row)c\(column + 1)",
            breaks: true))
      }
      columns[3].append(
        node(
          ring.legs[0].offer.owner, "r\(row)c3",
          detail: language.pick("(กลับมาที่เดิม)", "(back again)")))
    }
    return Diagram(
      key: "exchange-rings", name: language.pick("วงสามฝ่าย", "Rings of three"),
      title: language.pick(
        "วงแลกเปลี่ยน: สามฝ่ายใดเวียนกันได้ แม้สองฝ่ายแลกกันไม่ลงตัว?",
        "Rings: which three could go round where no two can swap?"),
      subtitle: view.subtitle, columns: columns, edges: edges, labelWidth: 16,
      legend: legend(rings.flatMap(\.legs), isRing: true))
  }

  private func node(_ owner: NodeID, _ prefix: String, detail: String? = nil) -> Diagram.Node {
    Diagram.Node(
      id: "\(prefix)-\(owner.index)", label: view.names.nameWithRole(of: owner), detail: detail,
      shape: .init(view.plans.graph.kind(of: owner)))
  }

  /// What goes along a line; a dashed one where something must be asked first.
  private func edge(
    _ match: ExchangeMatch, _ id: String, _ from: String, _ to: String, breaks: Bool = false
  ) -> Diagram.Edge {
    let language = view.language
    let item = sentences.item(of: match.offer).clipped(to: 30)
    let amount =
      sentences.amount(match.quantity, of: match.need) ?? language.pick("(ถามก่อน)", "(ask)")
    let isSure = match.quantity != nil && match.questions.isEmpty
    let isAgreed = match.decision?.isAgreed == true
    return Diagram.Edge(
      id: id, from: "\(from)-\(match.offer.owner.index)", to: "\(to)-\(match.need.owner.index)",
      line: isAgreed ? .planned : isSure ? .tie : .opportunity,
      numbers: breaks ? [] : [numbers[[match.owners.0, match.owners.1]]].compactMap(\.self),
      label: item + (breaks ? "\n" : " ") + amount)
  }

  /// The kinds of owners that are there, the first as giver, the next as taker.
  private func legend(_ shown: [ExchangeMatch], isRing: Bool = false) -> Diagram.Legend {
    let language = view.language
    let there = Set(shown.flatMap { [$0.offer.owner, $0.need.owner] }.map(view.plans.graph.kind))
    let order: [NodeKind] = [.organisation, .fund, .leader, .mechanism, .place]
    let kinds = order.filter(there.contains)
    let giver = kinds.first ?? .organisation
    // The shape of a place is wide: it stands below the givers.
    let taker = kinds.dropFirst().first { $0 != .place } ?? giver
    func node(_ id: String, _ kind: NodeKind, _ role: String) -> Diagram.Node {
      .init(id: id, label: language.name(of: kind) + role, shape: .init(kind))
    }
    let rest = kinds.filter { $0 != giver && $0 != taker }.map { node("legend-\($0.word)", $0, "") }
    let isNumbered = !isRing && shown.contains { numbers[[$0.owners.0, $0.owners.1]] != nil }
    return Diagram.Legend(
      title: isNumbered
        ? language.pick(
          "สัญลักษณ์ (เลขหน้าเส้น = ข้อในตาราง)", "Key (a number first: as in the table)")
        : language.pick("สัญลักษณ์", "Key"),
      columns: [
        node("legend-giver", giver, language.pick(" (ผู้ให้)", " (giver)")),
        node("legend-taker", taker, language.pick(" (ผู้รับ)", " (taker)")),
      ] + rest,
      edges: [
        .init(
          id: "legend-sure", from: "legend-giver", to: "legend-taker", line: .tie,
          label: language.pick("แบ่งได้เท่านี้", "could give so much")),
        .init(
          id: "legend-ask", from: "legend-giver", to: "legend-taker", line: .opportunity,
          label: language.pick("ต้องถามก่อน", "ask first")),
      ]
        + (shown.contains { $0.decision?.isAgreed == true }
          ? [
            .init(
              id: "legend-planned", from: "legend-giver", to: "legend-taker", line: .planned,
              label: language.pick("ที่ประชุมเห็นชอบแล้ว", "agreed on by a meeting"))
          ] : []))
  }
}
