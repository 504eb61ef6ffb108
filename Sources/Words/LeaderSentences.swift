import Graphs
public import Linkage
import Plans

/// What is said of leaders at a meeting: who could be asked, and why.
public struct LeaderSentences: Sendable {
  /// The names under which everything appears.
  public let names: Names

  var language: Language { names.language }

  /// Sentences under some names.
  public init(_ names: Names) { self.names = names }

  /// One sentence that says who a leader is, why the leader may be asked, and what the leader carries.
  public func explanation(
    of leader: RankedLeader, by reading: LeaderReading, in network: LeaderNetwork
  ) -> String {
    let who = names.nameWithRoleAndHome(of: leader.measures.leader)
    let grounds = leader.grounds.filter { !$0.isLoad }.map(text)
    let reason = reason(of: leader, by: reading, in: network)
    let load = load(of: leader.measures)
    let reasons = grounds + (reason.map { [$0] } ?? [])
    guard !reasons.isEmpty else {
      return language.pick(
        "\(who) \(nothing(of: reading)) \(load)", "\(who): \(nothing(of: reading)); \(load)")
    }
    return language.pick(
      "\(who) น่าชวนคุย เพราะ\(language.list(reasons)) \(load)",
      "\(who) could be asked: \(language.list(reasons)); \(load)")
  }

  /// Why a leader stands where the reading puts the leader; nil where nothing speaks for it.
  private func reason(
    of leader: RankedLeader, by reading: LeaderReading, in network: LeaderNetwork
  ) -> String? {
    guard let score = leader.score, score > 0 else { return nil }
    return switch reading {
    case .reach: reach(leader.measures.reach)
    case .bridge: bridge(leader, in: network)
    case .spread: spread(leader, in: network)
    case .experience: experience(leader.measures)
    }
  }

  /// That the plan says nothing by which a reading could speak for a leader.
  private func nothing(of reading: LeaderReading) -> String {
    switch reading {
    case .reach, .spread:
      language.pick("แผนยังไม่ได้บอกว่าทำงานหรืออยู่กลุ่มใด", "the plan names no work or group")
    case .bridge:
      language.pick(
        "ตามที่แผนบอก ยังไม่ได้อยู่ระหว่างกลุ่มใด", "stands between no groups by what the plan says")
    case .experience:
      language.pick(
        "แผนไม่ได้บอกปีที่เริ่ม และยังไม่มีงานที่เสร็จ",
        "neither a beginning nor finished work is known")
    }
  }

  private func reach(_ reach: Reach) -> String {
    let counts = [
      (reach.activities.count, "กิจกรรม", NodeKind.activity),
      (reach.places.count, "หมู่บ้าน", .place), (reach.issues.count, "ประเด็น", .issue),
    ].filter { $0.0 > 0 }
    return language.pick(
      "เข้าถึง " + counts.map { "\($0.0) \($0.1)" }.joined(separator: " ") + " ผ่านงานและกลุ่มที่อยู่",
      "reaches " + language.list(counts.map { language.count($0.0, $0.2) })
        + " through own work and groups")
  }

  private func bridge(_ leader: RankedLeader, in network: LeaderNetwork) -> String {
    let pair = network.bridgingRole(of: leader.measures.leader)?.alone.first
    let villages = leader.measures.brokerage.villages?.betweenGroups ?? 0
    let between: String? =
      if let pair {
        language.pick(
          "เป็นคนเดียวในแผนที่อยู่ทั้งใน\(names.name(of: pair.one)) กับ\(names.name(of: pair.other))",
          "is the only one in both \(names.name(of: pair.one)) and \(names.name(of: pair.other))")
      } else if villages > 0 {
        language.pick(
          "เป็นคนกลางของแกนนำต่างหมู่บ้าน \(villages) คู่",
          "stands between \(villages) pairs of leaders of different villages")
      } else {
        nil
      }
    let times = times(leader).map {
      language.pick(
        "เป็นทางผ่านระหว่างคนกับงานมากกว่าแกนนำทั่วไปราว \($0) เท่า",
        "lies between people and work some \($0) times as often as most")
    }
    let open = network.openPairs(of: leader.measures.leader).first.map { pair in
      let (fund, mechanism) = (names.name(of: pair.fund), names.name(of: pair.mechanism))
      return language.pick(
        "พา\(fund) กับ\(mechanism) ที่ยังไม่มีงานร่วมกันมาพบกันได้",
        "could bring \(fund) and \(mechanism) together, which share no work yet")
    }
    let parts = [between, open, times].compactMap(\.self)
    return parts.isEmpty
      ? language.pick("อยู่ระหว่างคนและงานที่ไม่ได้ติดต่อกันโดยตรง", "lies between people and work")
      : language.list(parts)
  }

  private func spread(_ leader: RankedLeader, in network: LeaderNetwork) -> String {
    let known = network.companions(of: leader.measures.leader)
    let places = leader.measures.reach.places.count
    let (others, villages) = (language.count(known, .leader), language.count(places, .place))
    let why =
      known == 0
      ? language.pick(
        "งานและกลุ่มที่อยู่ถึง \(places) หมู่บ้าน", "own work and groups reach \(villages)")
      : language.pick(
        "มีงานหรือกลุ่มร่วมกับแกนนำอีก \(others) ถึง \(places) หมู่บ้าน",
        "shares work or groups with \(others) in reach of \(villages)")
    return times(leader).map {
      language.pick(
        "ข่าวที่ฝากไว้ไปได้ไกลกว่าแกนนำทั่วไป \($0) เท่า (\(why))",
        "a word goes \($0) times as far as with most (\(why))")
    } ?? why
  }

  /// How many times the median leader's score it is, where that is worth saying.
  private func times(_ leader: RankedLeader) -> String? {
    leader.timesMedian.flatMap { times in
      let scale = times < 3 ? 10.0 : 1
      return times >= 1.1 ? language.number((times * scale).rounded() / scale) : nil
    }
  }

  private func experience(_ leader: LeaderMeasures) -> String {
    var parts: [String] = []
    if let years = leader.years { parts.append(text(.years(years))) }
    if !leader.done.isEmpty {
      let work = language.count(leader.done.count, .activity)
      parts.append(language.pick("พางานจนเสร็จแล้ว \(work)", "has carried \(work) through"))
    }
    let unknown =
      leader.years == nil ? language.pick(" (ไม่ทราบปีที่เริ่ม)", " (since when is not known)") : ""
    return language.list(parts) + unknown
  }

  /// What a leader carries now.
  public func load(of leader: LeaderMeasures) -> String {
    let count = leader.present.count
    guard count > 0 else {
      if !names.knowsWork(of: leader.leader) { return language.unknownLoad }
      return language.pick("ตอนนี้ยังไม่ได้นำงานใด", "leads nothing at present")
    }
    return language.pick(
      "ตอนนี้นำอยู่ \(count) งาน", "leads \(language.count(count, .activity)) at present")
  }

  /// Why a leader is pointed out in a list.
  public func text(_ mark: RankedLeader.Mark, by reading: LeaderReading) -> String {
    switch mark {
    case .best:
      language.pick("มากที่สุดด้าน\(language.name(of: reading))", "first by \(reading.rawValue)")
    case .free:
      language.pick("งานในมือยังน้อย น่าชวนก่อน", "not yet loaded: worth asking first")
    }
  }

  /// Who comes to a leader for advice, as the plan has it; nil where nobody is on record.
  public func askers(of leader: LeaderMeasures) -> String? {
    leader.askers.map {
      language.pick(
        "ชาวบ้านไปปรึกษา: มีบันทึกไว้ \(language.number($0)) ราย",
        "asked for advice by \(language.number($0)) on record")
    }
  }
}

extension LeaderSentences {
  /// What makes a leader pass a filter.
  public func text(_ ground: LeaderFilter.Ground) -> String {
    switch ground {
    case .worksOn(let issue):
      language.pick("ทำเรื่อง\(names.name(of: issue))", "works on \(names.name(of: issue))")
    case .leadsOn(let issue, let work):
      language.pick(
        "นำงานเรื่อง\(names.name(of: issue)) \(work.count) งาน",
        "leads \(language.count(work.count, .activity)) on \(names.name(of: issue))")
    case .groupOn(let issue, let group):
      language.pick(
        "อยู่ใน\(names.name(of: group))ซึ่งทำเรื่อง\(names.name(of: issue))",
        "is in \(names.name(of: group)), which works on \(names.name(of: issue))")
    case .livesIn(let place):
      language.pick("เป็นคน\(names.name(of: place))", "lives in \(names.name(of: place))")
    case .leadsIn(let place, let work):
      language.pick(
        "นำงานที่\(names.name(of: place)) \(work.count) งาน",
        "leads \(language.count(work.count, .activity)) in \(names.name(of: place))")
    case .skill(let skill):
      language.pick("ทำได้ “\(names.shown(skill.oneLine))”", "can do “\(names.shown(skill.oneLine))”")
    case .servesOn(let fund):
      language.pick("เป็นกรรมการ\(names.name(of: fund))", "serves on \(names.name(of: fund))")
    case .memberOf(let group):
      language.pick("อยู่ใน\(names.name(of: group))", "is in \(names.name(of: group))")
    case .position(let position):
      language.pick("เป็น\(names.shown(position.oneLine))", "is \(names.shown(position.oneLine))")
    case .years(let years):
      years == 0
        ? language.pick("เพิ่งเริ่มไม่ถึงปี", "has begun within the year")
        : language.pick("ทำงานมา \(years) ปี", "has \(years) \(years == 1 ? "year" : "years") behind")
    case .carries(let count):
      language.pick("นำอยู่ \(count) งาน", "leads \(language.count(count, .activity))")
    }
  }
}

extension LeaderSentences {
  /// Whether it may be said what brings leaders of several plans together: not where it would tell who
  /// somebody is.
  public func mayTell(_ bridge: PlanBridge) -> Bool {
    bridge.ground != .name || bridge.leaders.allSatisfy(names.isNamed)
  }

  /// What brings leaders of several plans together; nil where it would tell who somebody is.
  public func text(_ bridge: PlanBridge) -> String? {
    guard mayTell(bridge) else { return nil }
    let plans = Dictionary(grouping: bridge.leaders) { names.plans.plan(of: $0) ?? 0 }
    let parts = plans.keys.sorted().prefix(4).map { plan in
      let list = language.list(plans[plan] ?? [], atMost: 3) {
        language.more($0, .leader)
      } _: {
        names.nameWithRoleAndHome(of: $0)
      }
      return "\(names.plans.plans[plan].tambon ?? names.plans.plans[plan].name): \(list)"
    }
    let rest = plans.count > 4 ? [language.more(plans.count - 4, .plan)] : []
    let people = (parts + rest).joined(separator: " | ")
    switch bridge.ground {
    case .agency(let agency):
      return language.pick(
        "\(names.name(of: agency)) หนุนงานในทุกแผนนี้ ผู้นำงานน่าคุยกัน — \(people)",
        "\(names.name(of: agency)) stands beside work of each: those who lead it could meet — \(people)"
      )
    case .name:
      return language.pick(
        "ชื่อเดียวกันในสองแผน อาจเป็นคนเดียวกัน โปรดตรวจ — \(people)",
        "One name in both plans, perhaps one person; please check — \(people)")
    }
  }
}

extension LeaderFilter.Ground {
  /// Whether it is said with the load anyway.
  fileprivate var isLoad: Bool { if case .carries = self { true } else { false } }
}
