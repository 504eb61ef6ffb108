import Graphs
public import Linkage
import Plans

/// What is said of the opportunities of one approach.
public struct OpportunitySentences: Sendable {
  /// The names under which everything appears.
  public let names: Names
  /// The approach.
  public let approach: Approach

  var language: Language { names.language }

  /// Sentences on opportunities of an approach.
  public init(_ names: Names, _ approach: Approach) {
    self.names = names
    self.approach = approach
  }

  /// One sentence that says what the link is and what speaks for it, the two strongest reasons.
  ///
  /// - Parameter evidence: The paths that speak for it, the largest share first.
  public func explanation(of opportunity: Opportunity, _ evidence: [Evidence]) -> String {
    if let pattern = opportunity.pattern { return explanation(of: pattern, from: opportunity.from) }
    if let lesson = opportunity.lesson { return explanation(of: lesson) }
    return language.pick(
      "\(claim(opportunity)) \(because(evidence))", "\(claim(opportunity)), \(because(evidence))")
  }

  /// What is proposed, without the reason.
  public func claim(_ opportunity: Opportunity) -> String {
    let from = names.nameWithRoleAndHome(of: opportunity.from)
    let to = names.name(of: opportunity.to)
    let work = "“\(to)”" + place(of: opportunity.to)
    return switch approach.proposes {
    case .finances:
      language.pick("\(from) น่าจะช่วยหนุน \(work)", "\(from) could stand beside \(work)")
    case .leads: language.pick("\(from) น่าจะช่วยนำ \(work)", "\(from) could carry \(work)")
    case .adopts:
      language.pick("\(from) น่าจะบรรจุ \(work) ไว้ในแผน", "\(from) could take \(work) into its plan")
    case .partners where approach.measure == .offers:
      language.pick("\(from) น่าจะแบ่งปันให้ \(to)", "\(from) could give to \(to)")
    case .partners where approach.from == .fund && approach.to == .mechanism:
      language.pick("\(to) น่าจะทำงานผ่าน \(from) ได้", "\(to) could work through \(from)")
    default:
      language.pick(
        "\(from) กับ \(to) น่าจะจับมือเป็นภาคีกัน", "\(from) and \(to) could become partners")
    }
  }

  /// Where work is, unless its name says so already.
  private func place(of activity: NodeID) -> String {
    let places = names.plans.neighbours(of: activity, .locatedIn, .forward).map(names.name(of:))
    let name = names.name(of: activity)
    if places.isEmpty || places.contains(where: name.contains) { return "" }
    guard places.count > 2 else {
      return language.pick(" ที่ \(language.list(places))", " in \(language.list(places))")
    }
    return language.pick(" ใน \(places.count) หมู่บ้าน", " in \(places.count) villages")
  }

  /// One sentence that says what the link is and the strongest reason, to be read aloud.
  public func briefly(_ opportunity: Opportunity, _ evidence: [Evidence]) -> String {
    if opportunity.pattern != nil || opportunity.lesson != nil {
      return explanation(of: opportunity, evidence)
    }
    return language.pick(
      "\(claim(opportunity)) \(because(evidence, atMost: 1))",
      "\(claim(opportunity)), \(because(evidence, atMost: 1))")
  }

  /// The strongest reasons, as the end of a sentence.
  ///
  /// - Parameters:
  ///   - evidence: The paths that speak for it, the largest share first.
  ///   - limit: How many reasons are told.
  public func because(_ evidence: [Evidence], atMost limit: Int = 2) -> String {
    let reasons = reasons(evidence)
    let named = Set(reasons.map(\.key))
    let telling = reasons.filter { named.isDisjoint(with: Self.contained[$0.key] ?? []) }
    // What is reason enough alone comes first: that both are in one village convinces nobody.
    let weak = approach.weak.union(["three"])
    let strong = telling.filter { !weak.contains($0.key) }
    // That something of the one leads to something of the other is said only where nothing else is.
    let others = telling.filter { weak.contains($0.key) && (strong.isEmpty || $0.key != "three") }
    let said = (strong + others).prefix(limit).map(\.text)
    return language.pick(
      "เพราะ\(said.joined(separator: " อีกทั้ง"))", "because \(said.joined(separator: "; also "))")
  }

  /// Reasons that say nothing new beside one of others: they name the same people or places.
  private static let contained: [String: Set<String>] = [
    "leader-organisation": ["leader", "organisation"], "leader-place": ["leader", "place"],
    "leader-issue": ["leader"], "near": ["place", "issue-place"],
    "years": ["issue-years", "years-size"],
    "size": ["years-size"], "issue": ["issue-years", "issue-place"],
  ]

  /// A reason: what it is told from, its share of the score, and what it says.
  public struct Reason: Sendable, Equatable {
    /// The name of the metapath; of shared neighbours with their kind.
    public let key: String
    /// The share of the score, of all its paths together.
    public let share: Double
    /// What it says; the node that the link leaves is its subject where it names none.
    public let text: String
    /// The paths that it is told from, the largest share first.
    public let evidence: [Evidence]
  }

  /// The reasons, the largest share first; one for each metapath that has paths.
  public func reasons(_ evidence: [Evidence]) -> [Reason] {
    var order: [String] = []
    var groups: [String: [Evidence]] = [:]
    for item in evidence {
      let key = key(of: item)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(item)
    }
    let reasons = order.map { key in
      let paths = groups[key] ?? []
      return Reason(
        key: key, share: paths.reduce(0) { $0 + $1.share }, text: reason(key, paths),
        evidence: paths)
    }
    return reasons.enumerated()
      .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }
      .map(\.element)
  }

  /// Shared neighbours speak by what they are.
  private func key(of item: Evidence) -> String {
    guard approach.measure == .neighbours, item.nodes.count == 3 else { return item.metaPath }
    return "shared-" + names.plans.graph.kind(of: item.nodes[1]).word
  }
}

extension Language {
  /// What is said where nothing is proposed.
  public func noOpportunities(_ approach: Approach) -> String {
    switch approach.measure {
    case .offers:
      pick(
        "ไม่มีข้อเสนอ: ไม่พบสิ่งที่ฝ่ายหนึ่งมีให้และอีกฝ่ายต้องการในเดือนเดียวกัน ดูรายการทั้งหมดด้วยคำสั่ง exchange",
        "There is nothing to propose: nobody has what another needs in the same months; see all there "
          + "is with exchange.")
    case .patterns:
      pick(
        "ไม่มีข้อเสนอ: ต้องอ่านอย่างน้อยสองแผน และไม่พบสิ่งที่แผนอื่นทำได้แล้ว แผนนี้ยังไม่มี แต่มีครบทุกส่วน",
        "There is nothing to propose: it takes two plans at least, and something that stands in the one "
          + "and of which the other has all the parts.")
    case .lessons:
      pick(
        "ไม่มีข้อเสนอ: ไม่พบสององค์กรการเงินที่มีเกณฑ์เดียวกันและกลุ่มหนึ่งผ่านข้อที่อีกกลุ่มไม่ผ่าน (หรือแผนบอกข้อมูลกองทุนไว้ไม่พอ) ดูทีละข้อด้วยคำสั่ง strength",
        "There is nothing to propose, or too little is said of the funds: of no two does the one pass what the other fails by the same "
          + "rules; see rule by rule with strength.")
    case .paths, .neighbours:
      pick(
        "ไม่มีข้อเสนอ: ไม่พบ\(name(of: approach.from))กับ\(name(of: approach.to))ที่มีเหตุหนักแน่นพอให้เชื่อมกันและยังไม่ได้เชื่อม",
        "There is nothing to propose: no \(name(of: approach.from)) and \(name(of: approach.to)) have "
          + "reason enough to be linked and are not yet.")
    }
  }

  /// What the two ends of a link of an approach are called, as headings of columns.
  public func ends(of approach: Approach) -> (from: String, to: String) {
    switch approach.measure {
    case .offers: (pick("ผู้ให้", "giver"), pick("ผู้รับ", "taker"))
    case .patterns: (name(of: .fund), name(of: .activity))
    case .lessons: (pick("ผู้ถ่ายทอด", "teacher"), pick("ผู้เรียนรู้", "learner"))
    case .paths, .neighbours: (name(of: approach.from), name(of: approach.to))
    }
  }

  /// What is said where the planner asked for certain ones and there are none.
  public var noneOfThese: String {
    pick(
      "ไม่มีข้อเสนอตามที่เลือก: อาจเชื่อมกันแล้ว มีมติแล้ว งานเสร็จหรือหยุดแล้ว ไม่อยู่ในสามอันดับแรก "
        + "หรือไม่มีเหตุหนักแน่นพอ ดูเหตุทั้งหมดด้วยคำสั่ง why",
      "None of these is proposed: they may be tied, decided on, done or stopped, beyond the best three, "
        + "or without reason enough; see all there is with why.")
  }

  /// What is said where links were to be chosen that change something, and none does.
  public var nothingChanges: String {
    pick(
      "ข้อเสนอที่มีไม่ทำให้งานหรือพื้นที่ใดเข้าถึงสิ่งใหม่ จึงไม่มีข้อที่ควรเลือกก่อน",
      "None of the links would bring anything new into reach, so none comes first.")
  }

  /// The word before what speaks against a link.
  public var caution: String { pick("ข้อควรระวัง", "mind") }

  /// What one of several links adds to those before it.
  ///
  /// - Parameter rank: Its place in the whole list.
  public func adds(_ gain: Int, rank: Int) -> String {
    pick(
      "เพิ่มจากข้อก่อนหน้า \(gain) อย่าง (อยู่ลำดับที่ \(rank) ในรายการทั้งหมด)",
      "adds \(gain) to those before (number \(rank) of the whole list)")
  }

  /// What several links change together, and how near to the best that is.
  public func together(_ count: Int, gain: Int, bound: Int) -> String {
    let reached = pick(
      "\(count) ข้อนี้รวมกันทำให้งาน พื้นที่ และกลุ่มงานเข้าถึงกันใหม่ \(gain) อย่าง ไม่นับซ้ำ",
      "Together these \(count) bring \(gain) activities, places and pieces newly into reach, none "
        + "counted twice")
    return reached
      + (bound > gain
        ? pick(
          " เลือก \(count) ข้อแบบใดก็ไม่เกิน \(bound)", "; no choice of as many could exceed \(bound).")
        : pick(" ไม่มีทางเลือกใดได้มากกว่านี้", "; no choice of as many could do more."))
  }

  /// How much of the list is shown, and how it was cut.
  ///
  /// - Parameters:
  ///   - thin: How many pairs have too thin a reason.
  ///   - behind: How many stand behind the best few of their target.
  public func cut(
    _ approach: Approach, shown: Int, of count: Int, perTarget: Int, thin: Int, behind: Int
  ) -> String {
    let one = ends(of: approach).to
    var text = pick("แสดง \(shown) จาก \(count) ข้อเสนอ", "\(shown) of \(count) are shown")
    if behind > 0 {
      text += pick(
        " แต่ละ\(one)แสดงไม่เกิน \(perTarget) ข้อ (เว้นไว้อีก \(behind) คู่)",
        "; each \(one) has at most \(perTarget) (\(behind) more pairs stand behind)")
    }
    if thin > 0 {
      text += pick(
        " ไม่แสดงอีก \(thin) คู่ที่เหตุผลเบาเกินไป", "; \(thin) more pairs have too thin a reason")
    }
    return text + pick("", ".")
  }
}
