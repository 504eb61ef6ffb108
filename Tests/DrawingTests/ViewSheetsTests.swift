import Graphs
import Linkage
import Plans
import TestSupport
import Testing
import Words

@testable import Drawing

@Suite("The sheets of all views")
struct ViewSheetsTests {
  /// What is found in a plan, found once for all tests.
  private struct Found {
    let names: Names
    let plan: Int
    let sources: ViewSources
    let proposals: [ApproachName: ViewSources.Proposals]

    init(_ names: Names, plan: Int) {
      self.names = names
      self.plan = plan
      var proposals: [ApproachName: ViewSources.Proposals] = [:]
      for name in ApproachName.allCases {
        let search = OpportunitySearch(names.plans, .standard(name))
        let found = search.opportunities(in: plan)
        proposals[name] = .init(table: found, all: found, agreed: search.agreed)
      }
      self.proposals = proposals
      let ranking = LeaderRanking(names.plans, plan: plan, asOf: PlanDate(year: 2025))
      let team = Team(smallestIn: ranking)
      let exchange = Exchange(names.plans)
      let survey = SelfRelianceSurvey(names.plans)
      sources = ViewSources(
        proposals: { [proposals] in
          proposals[$0] ?? .init(table: [], all: [], agreed: [])
        }, leaders: { (ranking, team) }, exchange: { exchange }, selfReliance: { survey })
    }

    var sheets: ViewSheets { ViewSheets(names, plan: plan, sources) }
    func table(_ approach: ApproachName) -> [Opportunity] { proposals[approach]?.table ?? [] }
  }

  /// Both sample plans, read together.
  private static let samples: [Found] = {
    guard let reading = try? PlanReading(Repository.plans.map(Repository.plan)) else { return [] }
    let names = Names(PlanGraph(reading.plans), .thai)
    return names.plans.plans.indices.map { Found(names, plan: $0) }
  }()

  /// All that can be drawn: what a meeting gets, the network, and paths between some nodes.
  private static func all(_ found: Found) -> [SheetSeries] {
    let (sheets, plans) = (found.sheets, found.names.plans)
    let funds = plans.graph.nodes(of: .fund, in: found.plan + 1)
    let paths = plans.graph.nodes(of: .activity, in: found.plan + 1).suffix(2).compactMap { work in
      funds.first.map {
        plans.graph.shortestPaths(from: $0, to: work, count: 4, avoiding: [.plan])
      }
    }
    let focused = funds.prefix(2).flatMap { fund in
      [View.hub, .savings, .forum, .network].map { sheets.series(of: $0, focus: fund) }
    }
    return sheets.meeting()
      + ([sheets.series(of: .savings), sheets.series(of: .network)] + focused
      + paths.map { sheets.series(of: .path, paths: $0) }).compactMap(\.self)
  }

  /// What holds of every sheet at every limit.
  private static func check(_ series: SheetSeries, limits: [Int] = [1, 7, 1_000]) {
    for limit in limits + [series.limit] {
      let sheets = series.sheets(limit: limit)
      #expect(!sheets.isEmpty)
      var keys: Set<String> = []
      for (index, sheet) in sheets.enumerated() {
        let number: Diagram.Number?
        switch sheet {
        case .diagram(let diagram):
          number = diagram.sheet
          check(diagram, "\(series.view) at \(limit)")
          #expect(keys.insert(diagram.key).inserted)
        case .chart(let chart):
          number = chart.sheet
          #expect((1...Diagram.nodeLimit).contains(chart.chart.rows.count))
          #expect(keys.insert(chart.key).inserted)
        }
        #expect(number?.number == (sheets.count > 1 ? index + 1 : nil))
        #expect(number?.count == (sheets.count > 1 ? sheets.count : nil))
      }
    }
  }

  private static func check(_ diagram: Diagram, _ what: String) {
    let ids = diagram.columns.joined().map(\.id)
    #expect(diagram.nodeCount == ids.count)
    #expect((1...Diagram.nodeLimit).contains(ids.count), "\(what): \(ids.count) nodes")
    #expect(Set(ids).count == ids.count, "\(what): a node is drawn twice")
    #expect(Set(diagram.edges.map(\.id)).count == diagram.edges.count, "\(what)")
    #expect(diagram.columns.allSatisfy { !$0.isEmpty } || diagram.columns.count <= 4, "\(what)")
    let columns = Dictionary(
      uniqueKeysWithValues: diagram.columns.enumerated().flatMap { column, nodes in
        nodes.map { ($0.id, column) }
      })
    for edge in diagram.edges {
      let ends = (columns[edge.from], columns[edge.to])
      #expect(ends.0 != nil && ends.1 != nil, "\(what): \(edge.id) hangs in the air")
      #expect((ends.0 ?? 0) < (ends.1 ?? 0), "\(what): \(edge.id) does not go to the right")
    }
    let keys = Set(diagram.legend.columns.map(\.id))
    #expect(diagram.legend.edges.allSatisfy { keys.contains($0.from) && keys.contains($0.to) })
  }

  @Test(
    "have thirty nodes at most whatever the limit, and lines that run to the right",
    arguments: 0...1)
  func samples(plan: Int) throws {
    for series in Self.all(Self.samples[plan]) { Self.check(series) }
  }

  @Test("have them also of random plans", arguments: 1...6)
  func randomPlans(seed: UInt64) throws {
    let activities = [1, 8, 20, 60][Int(seed) % 4]
    let decisions = "approach,from,to,status\nsavings,F1,A1,accepted\nhub,F2,M2,in_plan\n"
    let plans = try RandomPlans.graph(
      seed: seed, plans: 2, activities: activities, decisions: decisions)
    for series in Self.all(Found(Names(plans, .english), plan: Int(seed) % 2)) {
      Self.check(series)
    }
  }

  @Test("answer a question, and say of which plan, place and year", arguments: Language.allCases)
  func headings(language: Language) throws {
    let sample = Self.samples[0]
    let names = Names(sample.names.plans, language)
    let year = language.pick("พ.ศ. 2567", "2024")
    for series in ViewSheets(names, plan: 0, sample.sources).meeting() {
      for sheet in series.sheets(limit: series.limit) {
        let (title, subtitle) =
          switch sheet {
          case .diagram(let diagram): (diagram.title, diagram.subtitle)
          case .chart(let chart): (chart.title, chart.subtitle)
          }
        #expect(title.contains("?") || series.view == .ownCapital, "\(series.view): \(title)")
        #expect(subtitle.contains("โคกเจริญ") && subtitle.contains(year), "\(subtitle)")
      }
    }
  }

  @Test("draw the views of a meeting in order, each where it has something to say")
  func meeting() throws {
    let views = Self.samples[0].sheets.meeting().map(\.view)
    let order = View.allCases.filter { ![.path, .network].contains($0) }
    #expect(views.reduce(into: [View]()) { if $0.last != $1 { $0.append($1) } } == order)
    let empty = try SomePlans.graph(["a": ["activities": "id,name\nA1,งาน\n"]])
    #expect(Self.all(Found(Names(empty, .thai), plan: 0)).isEmpty)
  }

  @Test("say of an issue what the table of coverage says", arguments: 0...1)
  func overview(plan: Int) throws {
    let sample = Self.samples[plan]
    let rows = Coverage(sample.names.plans, plan: plan).rows
    let series = try #require(sample.sheets.series(of: .overview))
    guard case .diagram(let diagram) = series.sheets(limit: 100)[0] else { return }
    let drawn = rows.compactMap { row in
      diagram.columns[1].first { $0.id == String(row.issue.index) }.map { (row, $0) }
    }
    #expect(drawn.count > 5)
    for (row, node) in drawn {
      #expect(node.detail == "\(row.activities) กิจกรรม · ไม่มีทุน \(row.withoutFund)")
    }
  }

  /// The numbers of the proposals on some sheets.
  private static func numbers(_ series: [SheetSeries], limit: Int) -> [Int] {
    series.flatMap { $0.sheets(limit: limit) }.flatMap { sheet -> [Int] in
      guard case .diagram(let diagram) = sheet else { return [] }
      return diagram.edges.flatMap(\.numbers)
    }
  }

  @Test(
    "bear every number of the table once, however few nodes find room", arguments: 0...1,
    [2, 4, 100])
  func numbers(plan: Int, limit: Int) throws {
    let sample = Self.samples[plan]
    for (view, approach) in [
      (View.savings, ApproachName.savings), (.adoption, .adoption), (.expansion, .expansion),
      (.leads, .leaders), (.partners, .partners), (.exchange, .exchange),
    ] {
      let series = try #require(sample.sheets.series(of: view))
      #expect(
        Self.numbers([series], limit: limit).sorted() == sample.table(approach).map(\.rank))
    }
    for (fund, own) in Dictionary(grouping: sample.table(.hub), by: \.from) {
      let series = try #require(sample.sheets.series(of: .hub, focus: fund))
      #expect(Self.numbers([series], limit: limit).sorted() == own.map(\.rank))
    }
  }

  @Test("bear the numbers of an issue on the issue's own sheets")
  func numbersOfIssues() throws {
    let sample = Self.samples[0]
    let plans = sample.names.plans
    for issue in plans.graph.nodes(of: .issue) {
      let ranks = sample.table(.savings).filter {
        plans.neighbours(of: $0.to, .about, .forward).contains(issue)
      }.map(\.rank)
      let series = sample.sheets.series(of: .savings, issue: issue)
      #expect(Self.numbers([series].compactMap(\.self), limit: 3).sorted() == ranks)
    }
  }

  @Test("never fold away what a meeting has agreed on", arguments: [2, 5, 30])
  func agreed(limit: Int) throws {
    let rows = (1...8).map { "savings,F\($0),A\($0),accepted\nhub,F1,M\($0 % 3 + 1),accepted\n" }
    let plans = try RandomPlans.graph(
      seed: 3, activities: 20, decisions: "approach,from,to,status\n" + rows.joined())
    let found = Found(Names(plans, .thai), plan: 0)
    for (view, approach) in [(View.savings, ApproachName.savings), (.hub, .hub)] {
      let agreed = found.proposals[approach]?.agreed ?? []
      let series = found.sheets.series(of: view, focus: view == .hub ? agreed.first?.from : nil)
      let lines = try #require(series).sheets(limit: limit).flatMap { sheet -> [Diagram.Edge] in
        guard case .diagram(let diagram) = sheet else { return [] }
        return diagram.edges.filter { $0.line == .planned }
      }
      #expect(!agreed.isEmpty && lines.count == agreed.count)
    }
  }
}
