public import ArgumentParser
import Graphs
public import Linkage
import Plans
import Printing
import Words

struct Leaders: ParsableCommand {
  // The parser asks for it several times, whatever the command is.
  static let configuration = CommandConfiguration(
    commandName: "leaders",
    abstract: Language.ofEnvironment.pick(
      "ค้นหาแกนนำ: ใครน่าชวนมานำงาน ทีมที่ครอบคลุมทุกเรื่อง และใครรับช่วงต่อได้",
      "Who could be asked to carry work, a team that covers all, and who could follow."),
    discussion: Language.ofEnvironment.aboutLeaders)

  @OptionGroup var options: PlanOptions
  @OptionGroup var wanted: LeaderFilterOptions
  @Option(
    help: help(
      "เรียงตาม: reach (เข้าถึงได้กว้าง), bridge (เป็นสะพาน), spread (กระจายข่าว) หรือ experience (ประสบการณ์)",
      "Ranked by reach, bridge, spread or experience."))
  var by = LeaderReading.reach
  @Option(help: help("จำนวนที่แสดง (0 คือทั้งหมด)", "How many are shown (0 for all)."))
  var limit = 10
  @OptionGroup var teamOptions: TeamOptions
  @Flag(
    help: help(
      "เอกสารของเจ้าหน้าที่: งานที่ฝากไว้กับคนเดียว วาระที่ใกล้ครบ และใครรับช่วงได้",
      "The officer's own paper: what hangs on one person, terms that end, and who could follow."))
  var continuity = false
  @OptionGroup var people: PeopleOption
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func validate() throws {
    if limit < 0 || (wanted.years ?? 0) < 0 || (wanted.available ?? 0) < 0
      || (teamOptions.size ?? 1) < 1
    {
      throw ValidationError(
        options.lang.pick(
          "จำนวนต้องไม่ติดลบ และ --size ต้องเป็น 1 ขึ้นไป",
          "Numbers must not be negative, and --size is 1 at least."))
    }
    if continuity && teamOptions.team || teamOptions.isGiven && !teamOptions.team {
      throw ValidationError(
        options.lang.pick(
          "--cover --size --include --exclude ใช้กับ --team เท่านั้น และ --team ใช้พร้อม --continuity ไม่ได้",
          "--cover, --size, --include and --exclude go with --team, and --team not with --continuity."
        ))
    }
  }

  func run() throws {
    let reading = try options.read()
    let names = Names(PlanGraph(reading.plans), options.lang, people: people.names)
    guard reading.plans.contains(where: { !$0.leaders.isEmpty }) else {
      throw Failure.wrongUse(
        options.lang.pick(
          "แผนนี้ไม่มีรายชื่อแกนนำ โปรดเติมแผ่น “แกนนำ”",
          "The plan names no leaders; fill in the sheet “leaders”."))
    }
    let filter = try wanted.filter(names)
    if teamOptions.team {
      try TeamPrinting(names, filter, teamOptions).run(format)
    } else if continuity {
      try printContinuity(names)
    } else {
      try LeaderPrinting(names, filter, by, limit: limit).run(format)
    }
    if format == .json, let footer = names.footer { Terminal.complain(footer) }
    Terminal.end(reading.hasErrors ? 1 : 0)
  }

  private func printContinuity(_ names: Names) throws {
    let found = names.plans.plans.indices.map { plan in
      ContinuitySentences(
        names, Continuity(LeaderNetwork(names.plans, plan: plan), asOf: PlanDate.today))
    }
    if format == .json {
      try printJSON(documents: found.map(ContinuityDocument.init))
    } else {
      for sentences in found {
        names.printHeading(of: sentences.continuity.network.plan)
        print(sentences.text)
      }
      names.printFooter(else: options.lang.officersOwn)
    }
  }
}

/// The ranking of each plan as `leaders` shows it, some plans at a time.
private struct LeaderPrinting: Sendable {
  let names: Names
  let filter: LeaderFilter
  let reading: LeaderReading
  let limit: Int
  private let bridges: [PlanBridge]

  /// Bridges between plans that are told of in the text.
  private static let bridgeLimit = 10
  /// Plans that are ranked before any is printed.
  private static let plansAtATime = 128

  private var language: Language { names.language }

  init(_ names: Names, _ filter: LeaderFilter, _ reading: LeaderReading, limit: Int) {
    self.names = names
    self.filter = filter
    self.reading = reading
    self.limit = limit
    let sentences = LeaderSentences(names)
    bridges = PlanBridge.between(names.plans).filter(sentences.mayTell)
  }

  func run(_ format: Format) throws {
    if format == .json { return try printJSON() }
    var complaints: [String] = []
    eachPlan(text) { found in
      for part in found {
        Terminal.put(Array(part.text.utf8))
        complaints += part.complaints
      }
    }
    printBridges(LeaderSentences(names))
    names.printFooter()
    complaints.append(language.basis(of: reading) + " " + language.basisOfAllReadings)
    Terminal.complain(complaints.joined(separator: "\n"))
  }

  /// Reckons something of each plan on all cores, and takes it in the order of the plans.
  private func eachPlan<Value: Sendable>(
    _ reckon: @Sendable (Int) -> Value, _ take: ([Value]) throws -> Void
  ) rethrows {
    let count = names.plans.plans.count
    for first in stride(from: 0, to: count, by: Self.plansAtATime) {
      try take(
        concurrentMap(min(Self.plansAtATime, count - first)) { reckon(first + $0) })
    }
  }

  private func ranked(
    _ plan: Int
  ) -> (ranking: LeaderRanking, all: [RankedLeader], shown: [RankedLeader]) {
    let ranking = LeaderRanking(names.plans, plan: plan, asOf: PlanDate.today)
    let all = ranking.ranked(by: reading, where: filter)
    return (ranking, all, LeaderRanking.shown(all, limit: limit))
  }

  private func printJSON() throws {
    let sentences = LeaderSentences(names)
    let across = LeadersAcross(bridges, in: names.plans)
    Terminal.put(JSONList.start)
    var isFirst = true
    try eachPlan { plan in
      Result {
        let item = ranked(plan)
        return try JSONList.piece(
          item.shown.map {
            LeaderDocument($0, by: reading, in: item.ranking.network, sentences, across)
          })
      }
    } _: { found in
      for piece in try found.map({ try $0.get() }) where !piece.isEmpty {
        Terminal.put((isFirst ? [] : JSONList.separator) + piece)
        isFirst = false
      }
    }
    Terminal.put(JSONList.end)
  }

  /// The text of a plan, and what is to be said beside it.
  @Sendable
  private func text(_ plan: Int) -> (text: String, complaints: [String]) {
    let (ranking, all, shown) = ranked(plan)
    let complaints = complaints(ranking, shown.count, of: all.count)
    let isAlone = names.plans.plans.count == 1
    guard !shown.isEmpty || isAlone else { return ("", complaints) }
    let sentences = LeaderSentences(names)
    let heading = isAlone ? [] : [Terminal.headingLine(names.line(of: plan))]
    let none = shown.isEmpty ? [language.noLeaders] : []
    let text = heading + none + shown.flatMap { lines($0, ranking, sentences) }
    return (text.map { $0 + "\n" }.joined(), complaints)
  }

  private func lines(
    _ leader: RankedLeader, _ ranking: LeaderRanking, _ sentences: LeaderSentences
  ) -> [String] {
    let id = names.id(of: leader.measures.leader)
    let remarks = [
      leader.mark.map { "★ " + sentences.text($0, by: reading) },
      sentences.askers(of: leader.measures),
    ].compactMap(\.self)
    return [
      "\(leader.rank). \(sentences.explanation(of: leader, by: reading, in: ranking.network))",
      "   [\(id)]" + (remarks.isEmpty ? "" : " " + remarks.joined(separator: " · ")),
    ]
  }

  private func printBridges(_ sentences: LeaderSentences) {
    guard filter.isOpen, !bridges.isEmpty else { return }
    Terminal.heading(language.pick("ใครเชื่อมข้ามแผนได้", "Who could join the plans"))
    for line in bridges.prefix(Self.bridgeLimit).compactMap(sentences.text) { print("• " + line) }
    let rest = bridges.count - Self.bridgeLimit
    if rest > 0 {
      print(
        language.pick(
          "และอีก \(rest) เรื่อง ดูทั้งหมดด้วย --format json", "and \(rest) more; see --format json"))
    }
  }

  private func complaints(
    _ ranking: LeaderRanking, _ shown: Int, of all: Int
  ) -> [String] {
    var complaints: [String] = []
    let unknown = ranking.unknownYears(filter)
    if unknown > 0 {
      complaints.append(
        language.pick(
          "ไม่ทราบปีที่เริ่มงานของแกนนำอีก \(unknown) คน จึงไม่ได้นับด้วย",
          "Of \(unknown) more leaders it is not known since when; they are not among these."))
    }
    if shown < all {
      complaints.append(
        language.pick(
          "แสดง \(shown) จาก \(all) คน ดูทั้งหมดด้วย --limit 0",
          "\(shown) of \(all) are shown; --limit 0 shows all."))
    }
    return complaints
  }
}

extension Names {
  /// The plan's name above its part, where several are told of.
  func printHeading(of plan: Int) {
    if plans.plans.count > 1 { Terminal.heading(line(of: plan)) }
  }

  /// What must stand at the foot where all people are named, else another line, if any.
  func printFooter(else other: String? = nil) {
    if let line = footer ?? other { print("\n" + line) }
  }
}

/// Prints what was found of one plan as an object, of several as a list.
func printJSON(documents: [some Encodable]) throws {
  if documents.count == 1 { try printJSON(documents[0]) } else { try printJSON(documents) }
}

extension LeaderReading: ExpressibleByArgument {}
