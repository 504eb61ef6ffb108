public import Graphs
import Plans

/// Which leaders are asked for; what is given holds together.
public struct LeaderFilter: Sendable, Equatable {
  /// Who works on an issue.
  public var issue: NodeID?
  /// Who lives in a place or leads work of it.
  public var place: NodeID?
  /// Who can do something: a word of the skills.
  public var skill: String?
  /// Who serves on a fund.
  public var fund: NodeID?
  /// Who is in an organisation.
  public var organisation: NodeID?
  /// Who holds a position: a word of the positions.
  public var position: String?
  /// Who has done this for so many full years.
  public var years: Int?
  /// Who carries at most so many activities now.
  public var available: Int?

  /// A filter that all pass.
  public init() {}

  /// Whether it keeps anybody away.
  public var isOpen: Bool { self == LeaderFilter() }

  /// What makes a leader pass.
  public enum Ground: Sendable, Equatable {
    /// The leader's own row names the issue.
    case worksOn(NodeID)
    /// The leader leads work on the issue.
    case leadsOn(NodeID, [NodeID])
    /// A group of the leader works on the issue.
    case groupOn(NodeID, group: NodeID)
    /// The leader lives in the place.
    case livesIn(NodeID)
    /// The leader leads work in the place.
    case leadsIn(NodeID, [NodeID])
    /// The leader can do what was asked for, as the plan words it.
    case skill(String)
    /// The leader serves on the fund.
    case servesOn(NodeID)
    /// The leader is in the organisation.
    case memberOf(NodeID)
    /// The leader holds the position, as the plan words it.
    case position(String)
    /// The leader has so many years.
    case years(Int)
    /// The leader carries so many activities now.
    case carries(Int)
  }

  /// What makes a leader pass, in the order of the filters; nil where one of them keeps the leader away.
  func grounds(_ measures: LeaderMeasures, _ network: LeaderNetwork) -> [Ground]? {
    let leader = measures.leader
    let record = network.plans.leader(leader)
    let asked: [[Ground]?] = [
      issue.map { Self.grounds($0, of: leader, network) },
      place.map { Self.grounds(place: $0, of: leader, network) },
      skill.map { Self.first($0, of: record?.skills).map { [.skill($0)] } ?? [] },
      fund.map { network.neighbours(of: leader).contains($0) ? [.servesOn($0)] : [] },
      organisation.map { network.neighbours(of: leader).contains($0) ? [.memberOf($0)] : [] },
      position.map { Self.first($0, of: record?.positions).map { [.position($0)] } ?? [] },
      years.map { least in
        measures.years.flatMap { $0 >= least ? [.years($0)] : nil } ?? []
      },
      available.map { $0 >= measures.present.count ? [.carries(measures.present.count)] : [] },
    ]
    let given = asked.compactMap(\.self)
    return given.contains { $0.isEmpty } ? nil : given.flatMap(\.self)
  }

  /// What ties a leader to an issue, the nearest first.
  private static func grounds(
    _ issue: NodeID, of leader: NodeID, _ network: LeaderNetwork
  ) -> [Ground] {
    var grounds: [Ground] = network.issues(of: leader).contains(issue) ? [.worksOn(issue)] : []
    let led = network.activities(ledBy: leader).filter { network.issues(of: $0).contains(issue) }
    if !led.isEmpty { grounds.append(.leadsOn(issue, led)) }
    guard grounds.isEmpty else { return grounds }
    let group = network.neighbours(of: leader, .organisation)
      .first { network.issues(of: $0).contains(issue) }
    return group.map { [.groupOn(issue, group: $0)] } ?? []
  }

  private static func grounds(
    place: NodeID, of leader: NodeID, _ network: LeaderNetwork
  ) -> [Ground] {
    let home = network.plans.neighbours(of: leader, .livesIn, .forward).contains(place)
    let led = network.activities(ledBy: leader).filter {
      network.localPlaces(of: $0).contains(place)
    }
    return (home ? [.livesIn(place)] : []) + (led.isEmpty ? [] : [.leadsIn(place, led)])
  }

  /// The first of the texts that holds a word, whatever its spelling.
  private static func first(_ word: String, of texts: [String]?) -> String? {
    let key = MatchKey.name(word)
    return texts?.first { MatchKey.name($0).contains(key) }
  }
}
