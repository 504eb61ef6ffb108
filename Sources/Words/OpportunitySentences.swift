import Graphs
public import Linkage
import Plans

extension Names {
  /// One sentence that says what the link is and what speaks for it, the two strongest reasons.
  ///
  /// - Parameter evidence: The paths that speak for it, the largest share first.
  public func explanation(of opportunity: Opportunity, _ evidence: [Evidence]) -> String {
    let fund = name(of: opportunity.from)
    let activity = quoted(opportunity.to)
    let why = because(evidence)
    return language.pick(
      "\(fund) น่าจะช่วยหนุน \(activity) \(why)", "\(fund) could stand beside \(activity), \(why)")
  }

  /// The two strongest reasons, as the end of a sentence.
  ///
  /// - Parameter evidence: The paths that speak for it, the largest share first.
  public func because(_ evidence: [Evidence]) -> String {
    let reasons = reasons(evidence)
    let named = Set(reasons.map(\.metaPath))
    let telling = reasons.filter { named.isDisjoint(with: Self.contained[$0.metaPath] ?? []) }
    let said = telling.prefix(2).map(\.text)
    return language.pick(
      "เพราะ\(said.joined(separator: " อีกทั้ง"))", "because \(said.joined(separator: "; also "))")
  }

  /// Reasons that say nothing new beside one of others: they name the same people or places.
  private static let contained: [String: Set<String>] = [
    "leader-organisation": ["leader", "organisation"], "leader-place": ["leader", "place"],
  ]

  /// A reason: a metapath, its share of the score, and what it says.
  public struct Reason: Sendable, Equatable {
    /// The name of the metapath.
    public let metaPath: String
    /// The share of the score, of all its paths together.
    public let share: Double
    /// What it says; the fund is its subject where it names none.
    public let text: String
  }

  /// The reasons, one for each metapath that has paths, the largest share first.
  public func reasons(_ evidence: [Evidence]) -> [Reason] {
    var order: [String] = []
    var groups: [String: [Evidence]] = [:]
    for item in evidence {
      if groups[item.metaPath] == nil { order.append(item.metaPath) }
      groups[item.metaPath, default: []].append(item)
    }
    let reasons = order.map { metaPath in
      let paths = groups[metaPath] ?? []
      return Reason(
        metaPath: metaPath, share: paths.reduce(0) { $0 + $1.share },
        text: reason(metaPath, Paths(paths.map(\.nodes))))
    }
    return reasons.enumerated()
      .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }
      .map(\.element)
  }

  /// The nodes of several paths by their place in the path.
  private struct Paths {
    let paths: [[NodeID]]

    init(_ paths: [[NodeID]]) { self.paths = paths }

    /// The nodes at a place, each once, the heaviest path's first.
    func nodes(_ position: Int) -> [NodeID] {
      var seen: Set<NodeID> = []
      return paths.compactMap { path in
        path.indices.contains(position) && seen.insert(path[position]).inserted
          ? path[position] : nil
      }
    }
  }

  private func reason(_ metaPath: String, _ paths: Paths) -> String {
    switch metaPath {
    case "leader":
      let people = each(paths.nodes(1), name: nameWithRole)
      let isOne = paths.nodes(1).count == 1
      return language.pick(
        "มี \(people) เป็นกรรมการ ซึ่งเป็นแกนนำกิจกรรมนี้อยู่แล้วด้วย",
        "\(people) \(isOne ? "sits" : "sit") on its committee and \(isOne ? "leads" : "lead") this "
          + "work already")
    case "organisation":
      let organisations = each(paths.nodes(1))
      return language.pick(
        "เป็นกลุ่มการเงินในสังกัด \(organisations) ซึ่งเป็นผู้ทำกิจกรรมนี้",
        "it belongs to \(organisations), which runs this work")
    case "leader-organisation":
      let people = each(paths.nodes(1), name: nameWithRole)
      let organisations = each(paths.nodes(2))
      return language.pick(
        "มีกรรมการคือ \(people) เป็นสมาชิกของ \(organisations) ซึ่งเป็นผู้ทำกิจกรรมนี้",
        "\(people) of its committee \(paths.nodes(1).count == 1 ? "is" : "are") in "
          + "\(organisations), which runs this work")
    case "issue":
      let issues = each(paths.nodes(2))
      let activities = activities(paths.nodes(1))
      return language.pick(
        "เคยออกทุนหรือออกทุนอยู่ให้งานเรื่อง \(issues) เช่น \(activities)",
        "it finances or has financed work on \(issues), such as \(activities)")
    case "place":
      let places = each(paths.nodes(1))
      return language.pick("ดูแลพื้นที่เดียวกับกิจกรรมนี้ คือ \(places)", "both are in \(places)")
    case "leader-place":
      let people = each(paths.nodes(2), name: nameWithRole)
      let places = each(paths.nodes(1))
      let isOne = paths.nodes(2).count == 1
      return language.pick(
        "แกนนำกิจกรรมนี้ คือ \(people) อยู่ที่ \(places) ซึ่งเป็นพื้นที่ขององค์กรการเงินนี้",
        "\(people), who \(isOne ? "leads" : "lead") this work, \(isOne ? "lives" : "live") in "
          + "\(places), where the fund is")
    default:
      let mechanisms = each(paths.nodes(2))
      let activities = activities(paths.nodes(1))
      return language.pick(
        "มี \(mechanisms) สนับสนุนทั้งกิจกรรมนี้และ \(activities) ซึ่งองค์กรการเงินนี้ออกทุนให้",
        "\(mechanisms) \(paths.nodes(2).count == 1 ? "supports" : "support") both this work and "
          + "\(activities), which the fund finances")
    }
  }

  /// Names as a list; past two they are counted.
  private func each(_ nodes: [NodeID], name: ((NodeID) -> String)? = nil) -> String {
    list(nodes, name ?? self.name(of:))
  }

  /// Activities that are only named beside: long names are cut.
  private func activities(_ nodes: [NodeID]) -> String {
    list(nodes) { "“\(name(of: $0).clipped(to: 60))”" }
  }

  private func list(_ nodes: [NodeID], _ name: (NodeID) -> String) -> String {
    let kind = nodes.first.map(plans.graph.kind(of:)) ?? .activity
    return language.list(nodes.map(name), atMost: 2) { language.more($0, kind) }
  }

  private func quoted(_ node: NodeID) -> String { "“\(name(of: node))”" }

  /// What the link would change, in words; empty where nothing is new.
  public func effect(_ effect: Effect) -> String {
    var parts: [String] = []
    if effect.isFirstFund {
      parts.append(language.pick("งานนี้ยังไม่มีองค์กรการเงินหนุน", "no fund stands beside this work yet"))
    }
    if !effect.newPlaces.isEmpty {
      let places = language.list(effect.newPlaces.map(name(of:)), atMost: 3)
      parts.append(
        language.pick(
          "ทุนชุมชนจะไปถึง\(places)เป็นครั้งแรก", "savings would reach \(places) for the first time"))
    }
    if effect.isPending {
      parts.append(language.pick("เคยเสนอที่ประชุมแล้ว รอมติ", "put to a meeting already, not decided"))
    }
    return parts.joined(separator: " · ")
  }
}

extension Language {
  /// What is said where nothing is proposed.
  public var noOpportunities: String {
    pick(
      "ไม่มีข้อเสนอ: ไม่พบองค์กรการเงินกับกิจกรรมที่มีเหตุให้เชื่อมกันและยังไม่ได้เชื่อม",
      "There is nothing to propose: no fund and activity have a reason to be linked and are not yet."
    )
  }

  /// What is said where the planner asked for certain ones and there are none.
  public var noneOfThese: String {
    pick(
      "ไม่มีข้อเสนอตามที่เลือก: อาจเชื่อมกันแล้ว มีมติแล้ว งานเสร็จหรือหยุดแล้ว ไม่อยู่ในสามอันดับแรกของกิจกรรม "
        + "หรือไม่มีเหตุให้เชื่อม",
      "None of these is proposed: they may be tied, decided on, done or stopped, beyond the best three "
        + "of the activity, or without a reason.")
  }

  /// How much of the list is shown, and how it was cut.
  public func cut(shown: Int, of count: Int, perTarget: Int) -> String {
    let most =
      perTarget > 0
      ? pick(
        " (แต่ละกิจกรรมแสดงไม่เกิน \(perTarget) องค์กรการเงิน)",
        " (at most \(perTarget) funds an activity)")
      : ""
    return pick(
      "แสดง \(shown) จาก \(count) ข้อเสนอ\(most)", "\(shown) of \(count) are shown\(most).")
  }
}
