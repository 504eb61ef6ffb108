import ArgumentParser
import Graphs
import Linkage
import Plans
import Words

/// Which leaders are asked for; all that is given holds together.
struct LeaderFilterOptions: ParsableArguments {
  @Option(help: help("เฉพาะผู้ทำเรื่องนี้", "Only who works on this issue."))
  var issue: String?
  @Option(
    help: help("เฉพาะคนในพื้นที่นี้ หรือผู้นำงานที่นี่", "Only who lives in this place or leads its work."))
  var place: String?
  @Option(help: help("เฉพาะผู้มีความสามารถนี้", "Only who can do this: a word of the skills."))
  var skill: String?
  @Option(help: help("เฉพาะกรรมการของกองทุนนี้", "Only who serves on this fund."))
  var fund: String?
  @Option(help: help("เฉพาะคนในองค์กรนี้", "Only who is in this organisation."))
  var organisation: String?
  @Option(help: help("เฉพาะตำแหน่งนี้", "Only who holds this position: a word of the positions."))
  var position: String?
  @Option(help: help("เฉพาะผู้ทำงานมาอย่างน้อยกี่ปี", "Only who has done it for so many years."))
  var years: Int?
  @Option(
    defaultAsFlag: LeaderMeasures.lightLoad,
    help: help(
      "เฉพาะผู้มีงานในมือไม่เกินกี่งาน (ถ้าไม่บอกจำนวน คือ 1)",
      "Only who leads at most so many activities now (1 where no number is said)."))
  var available: Int?

  func filter(_ names: Names) throws -> LeaderFilter {
    var filter = LeaderFilter()
    filter.issue = try issue.map { try names.issue($0) }
    filter.place = try place.map { try names.node($0, .place) }
    filter.skill = try skill.map { try word($0, names) }
    filter.fund = try fund.map { try names.node($0, .fund) }
    filter.organisation = try organisation.map { try names.node($0, .organisation) }
    filter.position = try position.map { try word($0, names) }
    filter.years = years
    filter.available = available
    return filter
  }

  private func word(_ text: String, _ names: Names) throws -> String {
    guard !MatchKey.name(text).isEmpty else {
      throw Failure.wrongUse(
        names.language.pick(
          "--skill และ --position ต้องมีคำให้ค้น", "--skill and --position want a word to look for."))
    }
    return text
  }
}

/// What a team is to be.
struct TeamOptions: ParsableArguments {
  @Flag(
    help: help(
      "ทีมที่เล็กที่สุดที่ครอบคลุมทุกประเด็นและทุกหมู่บ้าน",
      "The smallest team that covers all issues and places."))
  var team = false
  @Option(
    help: help(
      "ให้ทีมครอบคลุมอะไร: issues, places หรือชื่อประเด็นและหมู่บ้าน คั่นด้วย , (ถ้าไม่บอก คือ issues,places)",
      "What the team is to cover: issues, places, or names of such, apart by commas."))
  var cover: String?
  @Option(help: help("จำนวนคนในทีม", "The number of members."))
  var size: Int?
  @Option(help: help("รหัสแกนนำที่ต้องอยู่ในทีม คั่นด้วย ,", "Ids of leaders who are in it, apart by commas."))
  var include: String?
  @Option(
    help: help("รหัสแกนนำที่ไม่เลือก คั่นด้วย ,", "Ids of leaders who are not asked, apart by commas."))
  var exclude: String?

  var isGiven: Bool { cover != nil || size != nil || include != nil || exclude != nil }

  /// The leaders of a list of ids or names.
  static func leaders(_ list: String?, _ names: Names) throws -> [NodeID] {
    try words(of: list).map { try names.node($0, .leader) }
  }

  /// What is to be covered, of the plan's own and of what plans share.
  func targets(_ names: Names, _ network: LeaderNetwork) throws -> [NodeID] {
    let all = TeamRequest.allTargets(of: network)
    return try Self.words(of: cover ?? "issues,places").flatMap { word -> [NodeID] in
      switch MatchKey.heading(word) {
      case "issues", "issue", "ประเด็น": return all.issues
      case "places", "place", "พื้นที่", "หมู่บ้าน": return all.places
      default:
        let places = names.plans.nodes(named: word).filter {
          names.plans.graph.kind(of: $0) == .place
        }
        let found = places.isEmpty ? [try names.issue(word)] : places
        return found.filter { [0, network.plan + 1].contains(names.plans.graph.part(of: $0)) }
      }
    }
  }

  private static func words(of list: String?) -> [String] {
    (list ?? "").split(separator: ",").map { $0.split { $0.isWhitespace }.joined(separator: " ") }
      .filter { !$0.isEmpty }
  }
}
