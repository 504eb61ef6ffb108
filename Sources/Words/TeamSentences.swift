import Graphs
public import Linkage
import Plans

/// What is said of a team.
public struct TeamSentences: Sendable {
  /// The names under which everything appears.
  public let names: Names

  var language: Language { names.language }

  /// Sentences under some names.
  public init(_ names: Names) { self.names = names }

  /// What the team covers together, and whether a better one is possible.
  public func summary(of team: Team, size: Int?) -> String {
    let people = language.count(team.members.count, .leader)
    let all = team.covered.count + team.uncovered.count
    if all == 0 {
      return language.pick("ไม่มีประเด็นหรือหมู่บ้านให้ครอบคลุม", "There is nothing to be covered.")
    }
    if team.members.isEmpty {
      return language.pick(
        "ไม่มีแกนนำที่ครอบคลุมสิ่งที่เลือกไว้", "No leader covers any of what was chosen.")
    }
    return language.pick(
      "แกนนำ \(people) รวมกันครอบคลุม\(counts(team)) \(proof(team, size: size))",
      "\(people) together cover \(counts(team)); \(proof(team, size: size))")
  }

  /// How much is covered of each kind: `ครบทั้ง 13 ประเด็น และ 10 หมู่บ้าน`.
  private func counts(_ team: Team) -> String {
    let isWhole = team.uncovered.isEmpty
    let parts = [NodeKind.issue, .place].compactMap { kind -> String? in
      let (covered, open) = (count(team.covered, kind), count(team.uncovered, kind))
      guard covered + open > 0 else { return nil }
      let unit = kind == .issue ? "ประเด็น" : "หมู่บ้าน"
      let all = language.pick("\(covered + open) \(unit)", language.count(covered + open, kind))
      return isWhole ? all : language.pick("\(covered) จาก \(all)", "\(covered) of \(all)")
    }
    return language.pick(isWhole ? "ครบทั้ง " : " ", isWhole ? "all " : "") + language.list(parts)
  }

  private func count(_ nodes: [NodeID], _ kind: NodeKind) -> Int {
    nodes.count { names.plans.graph.kind(of: $0) == kind }
  }

  private func proof(_ team: Team, size: Int?) -> String {
    if size != nil {
      return team.isOptimal
        ? language.pick(
          "จำนวนคนเท่านี้ครอบคลุมมากกว่านี้ไม่ได้", "no team of the size covers more.")
        : language.pick(
          "จำนวนคนเท่านี้อาจครอบคลุมได้มากกว่านี้ แต่ไม่เกิน \(team.bound) อย่าง",
          "perhaps more can be covered, though never more than \(team.bound).")
    }
    return team.isOptimal
      ? language.pick("น้อยคนกว่านี้ไม่ได้", "fewer cannot do it.")
      : language.pick(
        "อาจมีทีมที่เล็กกว่านี้ แต่ไม่น้อยกว่า \(team.bound) คน",
        "perhaps fewer can, though never fewer than \(team.bound).")
  }

  /// Who a member is, and what the team has the member for.
  public func explanation(of member: Team.Member) -> String {
    let who = names.nameWithRoleAndHome(of: member.leader)
    let isUnknown = member.present == 0 && !names.knowsWork(of: member.leader)
    let load =
      isUnknown
      ? language.unknownLoad
      : language.pick(
        member.present == 0 ? "ตอนนี้ยังไม่ได้นำงานใด" : "ตอนนี้นำอยู่ \(member.present) งาน",
        member.present == 0
          ? "leads nothing at present"
          : "leads \(language.count(member.present, .activity)) at present")
    guard !member.covers.isEmpty else {
      return language.pick(
        "\(who) อยู่ในทีมตามที่ขอ \(load)", "\(who) is in the team as asked; \(load)")
    }
    let alone = member.alone
    let only =
      alone.isEmpty
      ? ""
      : language.pick(
        " (ในทีมมีคนนี้คนเดียวที่ครอบคลุม \(list(alone)))", " (alone in the team for \(list(alone)))")
    return language.pick(
      "\(who) ครอบคลุม \(list(member.covers))\(only) \(load)",
      "\(who) covers \(list(member.covers))\(only); \(load)")
  }

  /// What the team leaves open, and what nobody covers at all; empty where there is no such.
  public func uncovered(of team: Team) -> [String] {
    let beyond = Set(team.beyondAll)
    let open = team.uncovered.filter { !beyond.contains($0) }
    var lines: [String] = []
    if !open.isEmpty {
      lines.append(
        language.pick("ทีมนี้ยังไม่ครอบคลุม: \(list(open))", "Not covered by this team: \(list(open))"))
    }
    if !beyond.isEmpty {
      lines.append(
        language.pick(
          "ยังไม่มีแกนนำที่เลือกได้คนใดทำ: \(list(team.beyondAll)) ควรหาคนเพิ่ม",
          "Nobody who comes into question stands for: \(list(team.beyondAll)); somebody is wanted.")
      )
    }
    return lines
  }

  /// Other teams that do as well, one a line: who stands in whose place.
  public func alternatives(of team: Team) -> [String] {
    let members = Set(team.members.map(\.leader))
    return team.alternatives.map { other in
      let going = members.subtracting(other).sorted().map { names.nameWithRoleAndHome(of: $0) }
      let coming = Set(other).subtracting(members).sorted().map {
        names.nameWithRoleAndHome(of: $0)
      }
      return language.pick(
        "\(language.list(coming)) แทน \(language.list(going))",
        "\(language.list(coming)) in place of \(language.list(going))")
    }
  }

  /// Issues, then villages: `น้ำ ป่าชุมชน · บ้านหนึ่ง`.
  func list(_ nodes: [NodeID]) -> String {
    let issues = nodes.filter { names.plans.graph.kind(of: $0) == .issue }
    let places = nodes.filter { names.plans.graph.kind(of: $0) == .place }
    let parts = [
      (language.pick("เรื่อง ", ""), issues), (language.pick("พื้นที่ ", "the villages "), places),
    ]
    return parts.filter { !$0.1.isEmpty }.map { head, nodes in
      head + nodes.map(names.name(of:)).joined(separator: language.pick(" ", ", "))
    }.joined(separator: language.pick(" · ", "; "))
  }
}
