import Graphs
public import Linkage
import Plans

extension Names {
  /// One sentence that says what the link is and what speaks for it, the strongest reasons first.
  ///
  /// - Parameter evidence: The paths that speak for it, the largest share first.
  public func explanation(of opportunity: Opportunity, _ evidence: [Evidence]) -> String {
    let reasons = reasons(evidence).prefix(3).map(\.text)
    let fund = name(of: opportunity.from)
    let activity = name(of: opportunity.to)
    return language.pick(
      "\(fund) น่าจะหนุน “\(activity)” เพราะ\(reasons.joined(separator: "; และ"))",
      "\(fund) could stand beside “\(activity)”, because \(reasons.joined(separator: "; and "))")
  }

  /// The reasons, one for each metapath that has paths, with its share; the largest share first.
  public func reasons(_ evidence: [Evidence]) -> [(share: Double, text: String)] {
    var order: [String] = []
    var groups: [String: [Evidence]] = [:]
    for item in evidence {
      if groups[item.metaPath] == nil { order.append(item.metaPath) }
      groups[item.metaPath, default: []].append(item)
    }
    let reasons = order.map { metaPath in
      let paths = groups[metaPath] ?? []
      return (paths.reduce(0) { $0 + $1.share }, reason(metaPath, paths.map(\.nodes)))
    }
    return reasons.enumerated()
      .sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }
      .map { (share: $0.element.0, text: $0.element.1) }
  }

  private func reason(_ metaPath: String, _ paths: [[NodeID]]) -> String {
    switch metaPath {
    case "leader": sharedLeaders(paths)
    case "organisation": sharedOrganisations(paths)
    case "leader-organisation": leadersInOrganisations(paths)
    case "issue": likeActivities(paths)
    case "place": sharedPlaces(paths)
    case "leader-place": neighbours(paths)
    default: sharedMechanisms(paths)
    }
  }

  private func sharedLeaders(_ paths: [[NodeID]]) -> String {
    let people = each(1, of: paths, name: nameWithRole)
    return language.pick(
      "\(people)เป็นกรรมการกองทุนและเป็นแกนนำกิจกรรมนี้อยู่แล้ว".spacingThai,
      "\(people) \(paths.count == 1 ? "sits" : "sit") on its committee and "
        + "\(paths.count == 1 ? "leads" : "lead") this work already")
  }

  private func sharedOrganisations(_ paths: [[NodeID]]) -> String {
    let organisations = each(1, of: paths)
    return language.pick(
      "กองทุนสังกัด\(organisations) ซึ่งเป็นผู้ทำกิจกรรมนี้",
      "it belongs to \(organisations), which runs this work")
  }

  private func leadersInOrganisations(_ paths: [[NodeID]]) -> String {
    let people = each(1, of: paths, name: nameWithRole)
    let organisations = each(2, of: paths)
    return language.pick(
      "\(people) กรรมการกองทุน อยู่ใน\(organisations) ซึ่งเป็นผู้ทำกิจกรรมนี้",
      "\(people) of its committee \(unique(1, paths).count == 1 ? "is" : "are") in "
        + "\(organisations), which runs this work")
  }

  private func likeActivities(_ paths: [[NodeID]]) -> String {
    let issues = each(2, of: paths)
    let activities = language.list(
      unique(1, paths).map { quoted(name(of: $0)) }, atMost: 2)
    return language.pick(
      "กองทุนออกทุนให้งานเรื่อง\(issues)อยู่แล้ว คือ \(activities)",
      "it already finances work on \(issues): \(activities)")
  }

  private func sharedPlaces(_ paths: [[NodeID]]) -> String {
    let places = each(1, of: paths)
    return language.pick(
      "กองทุนกับกิจกรรมอยู่ที่เดียวกัน คือ\(places)", "both are in \(places)")
  }

  private func neighbours(_ paths: [[NodeID]]) -> String {
    let people = each(2, of: paths, name: nameWithRole)
    let places = each(1, of: paths)
    return language.pick(
      "\(people) แกนนำกิจกรรม อยู่\(places) ซึ่งเป็นพื้นที่ของกองทุน",
      "\(people), who \(unique(2, paths).count == 1 ? "leads" : "lead") this work, "
        + "\(unique(2, paths).count == 1 ? "lives" : "live") in \(places), where the fund is")
  }

  private func sharedMechanisms(_ paths: [[NodeID]]) -> String {
    let mechanisms = each(2, of: paths)
    let activities = language.list(
      unique(1, paths).map { quoted(name(of: $0)) }, atMost: 2)
    return language.pick(
      "\(mechanisms) หนุนทั้งกิจกรรมนี้และ\(activities) ที่กองทุนออกทุนอยู่",
      "\(mechanisms) \(unique(2, paths).count == 1 ? "supports" : "support") both this work and "
        + "\(activities), which the fund finances")
  }

  /// The nodes at a place of the paths, each once, the heaviest path's first.
  private func unique(_ position: Int, _ paths: [[NodeID]]) -> [NodeID] {
    var seen: Set<NodeID> = []
    return paths.compactMap { path in
      path.indices.contains(position) && seen.insert(path[position]).inserted
        ? path[position] : nil
    }
  }

  private func each(
    _ position: Int, of paths: [[NodeID]], name: ((NodeID) -> String)? = nil
  ) -> String {
    language.list(unique(position, paths).map { (name ?? self.name(of:))($0) }, atMost: 2)
  }

  private func quoted(_ text: String) -> String { "“\(text)”" }

  /// What the link would change, in words; empty where nothing is new.
  public func effect(_ effect: Effect) -> String {
    var parts: [String] = []
    if effect.isFirstFund {
      parts.append(language.pick("ยังไม่มีทุนใดหนุนงานนี้", "no fund stands beside this work yet"))
    }
    if !effect.newPlaces.isEmpty {
      let places = language.list(effect.newPlaces.map(name(of:)), atMost: 3)
      parts.append(
        language.pick(
          "ทุนชุมชนจะไปถึง\(places)เป็นครั้งแรก", "savings would reach \(places) for the first time"))
    }
    return parts.joined(separator: " · ")
  }
}

extension String {
  /// A blank between a closing bracket and the Thai word after it.
  fileprivate var spacingThai: String {
    reduce(into: "") { text, letter in
      if text.last == ")", letter != " ", letter != "," { text.append(" ") }
      text.append(letter)
    }
  }
}

extension Language {
  /// What is said where nothing is proposed.
  public var noOpportunities: String {
    pick(
      "ไม่มีข้อเสนอ: ไม่พบองค์กรการเงินกับกิจกรรมที่มีเหตุให้เชื่อมกันและยังไม่ได้เชื่อม",
      "There is nothing to propose: no fund and activity have a reason to be linked and are not yet.")
  }

  /// How much of the list is shown, and how it was cut.
  public func cut(shown: Int, of count: Int, perTarget: Int) -> String {
    let most =
      perTarget > 0
      ? pick(
        " (แต่ละกิจกรรมแสดงไม่เกิน \(perTarget) องค์กรการเงิน)", " (at most \(perTarget) funds an activity)")
      : ""
    return pick("แสดง \(shown) จาก \(count) ข้อเสนอ\(most)", "\(shown) of \(count) are shown\(most).")
  }
}
