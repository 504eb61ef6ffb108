public import Drawing
import Graphs
import Linkage
public import Plans
public import Words

extension ViewSheets {
  /// What a command draws of a plan: searched for when a view asks for it, with the numbers of the
  /// meeting's tables.
  public init(_ names: Names, plan: Int, asOf day: PlanDate = .today) {
    self.init(
      names, plan: plan,
      ViewSources(
        proposals: { name in
          let search = OpportunitySearch(names.plans, .standard(name))
          let found = search.opportunities()
          return .init(
            table: Section.selection(of: found, by: search.approach), all: found,
            agreed: search.agreed)
        },
        leaders: {
          let ranking = LeaderRanking(names.plans, plan: plan, asOf: day)
          return (ranking, Team(smallestIn: ranking))
        },
        exchange: { Exchange(names.plans) }, selfReliance: { SelfRelianceSurvey(names.plans) }))
  }

  /// What a meeting's paper draws of a plan, of what has been found already: no number that is not in
  /// its tables.
  ///
  /// - Parameter sections: What each approach proposes for the meeting.
  init(_ findings: Findings, plan: Int, _ leaders: MeetingLeaders, _ sections: [Section]) {
    self.init(
      findings.names, plan: plan,
      ViewSources(
        proposals: { name in
          let section = sections.first { $0.sentences.approach.name == name.rawValue }
          let table = section?.chosen.map(\.opportunity) ?? []
          // What is learned at a forum bears no number, so that all of it may be drawn.
          let all = name == .forum ? section?.proposals.map(\.opportunity) ?? [] : table
          return .init(table: table, all: all, agreed: section?.agreed ?? [])
        },
        leaders: { (leaders.ranking, leaders.team) }, exchange: { findings.exchange },
        selfReliance: { findings.selfReliance }))
  }
}

/// How the sheets of a meeting are drawn.
public struct DrawingStyle: Sendable {
  /// The language.
  public let language: Language
  /// The page that they must be legible on.
  public let format: PageFormat
  /// What is printed with.
  public let inks: Inks

  /// A style for a page.
  public init(_ language: Language, on format: PageFormat = PageFormat(), inks: Inks = .colour) {
    self.language = language
    self.format = format
    self.inks = inks
  }
}

extension SheetSeries {
  /// Its pictures, and what could not be drawn: a sheet that cannot costs no other.
  public typealias Drawn = (pictures: [Picture], failures: [DrawingError])

  /// The sheets as drawn at a limit, whatever size they take.
  ///
  /// - Parameters:
  ///   - limit: The limit; else that to begin with.
  ///   - labelWidth: The most letters in a line of a label; else as the view has it.
  public func drawn(
    _ renderer: inout Renderer, limit: Int? = nil, labelWidth: Int = .max
  ) -> Drawn {
    var (pictures, failures): ([Picture], [DrawingError]) = ([], [])
    for sheet in sheets(limit: limit ?? self.limit) {
      switch sheet {
      case .chart(let chart): pictures.append(renderer.picture(of: chart))
      case .diagram(let diagram):
        do throws(DrawingError) {
          pictures.append(try renderer.picture(of: diagram.withLabels(ofWidth: labelWidth)))
        } catch {
          failures.append(error)
        }
      }
    }
    return (pictures, failures)
  }

  /// The sheets with as many nodes each as are legible on a page, in narrower labels where two in a column
  /// are still too wide.
  public func drawn(_ renderer: inout Renderer, on format: PageFormat) -> Drawn {
    let room = format.drawing
    var narrowest: Drawn = ([], [])
    for labelWidth in [Int.max, 22, 16, 12] {
      var limit = limit
      while true {
        narrowest = drawn(&renderer, limit: limit, labelWidth: labelWidth)
        let isLegible = narrowest.pictures.allSatisfy {
          $0.smallestText(fitting: room.width, room.height) >= PageFormat.smallestText
        }
        if isLegible { return narrowest }
        if limit <= 2 { break }
        limit -= limit > 6 ? 2 : 1
      }
    }
    return narrowest
  }
}
