import Graphs
import Linkage
import Plans
import Printing
import Words

/// The team of each plan as `leaders --team` shows it.
struct TeamPrinting {
  let names: Names
  let options: TeamOptions
  let teams: [(plan: Int, team: Team)]

  private var language: Language { names.language }

  init(_ names: Names, _ filter: LeaderFilter, _ options: TeamOptions) throws {
    self.names = names
    self.options = options
    let included = try TeamOptions.leaders(options.include, names)
    let excluded = try TeamOptions.leaders(options.exclude, names)
    if let both = Set(included).intersection(excluded).min() {
      throw Failure.wrongUse(
        names.language.pick(
          "\(names.id(of: both)) อยู่ทั้งใน --include และ --exclude",
          "\(names.id(of: both)) stands in both --include and --exclude."))
    }
    teams = try names.plans.plans.indices.compactMap { plan in
      let ranking = LeaderRanking(names.plans, plan: plan, asOf: PlanDate.today)
      var request = TeamRequest(
        targets: try options.targets(names, ranking.network), size: options.size)
      guard !request.targets.isEmpty || names.plans.plans.count == 1 else { return nil }
      request.included = included.filter { names.plans.plan(of: $0) == plan }
      request.excluded = excluded
      request.filter = filter
      if let size = options.size, size < request.included.count {
        throw Failure.wrongUse(
          names.language.pick(
            "--include มี \(request.included.count) คน มากกว่า --size \(size)",
            "--include names \(request.included.count), more than --size \(size)."))
      }
      return (plan, Team(request, in: ranking))
    }
  }

  func run(_ format: Format) throws {
    if format == .json {
      try printJSON(
        documents: teams.map { TeamDocument($0.team, plan: $0.plan, size: options.size, names) })
      return
    }
    let sentences = TeamSentences(names)
    for (plan, team) in teams {
      names.printHeading(of: plan)
      print(sentences.summary(of: team, size: options.size))
      for (index, member) in team.members.enumerated() {
        print("\(index + 1). \(sentences.explanation(of: member))")
        print("   [\(names.id(of: member.leader))]")
      }
      for line in sentences.uncovered(of: team) { print(line) }
      printAlternatives(of: team, sentences)
    }
    names.printFooter()
    Terminal.complain(language.basisOfTeams)
  }

  private func printAlternatives(of team: Team, _ sentences: TeamSentences) {
    guard !team.alternatives.isEmpty else { return }
    print(language.pick("เปลี่ยนคนได้โดยครอบคลุมเท่าเดิม:", "Others would do as well:"))
    for line in sentences.alternatives(of: team) { print("• " + line) }
  }
}
