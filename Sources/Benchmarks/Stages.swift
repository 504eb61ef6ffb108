import Country
import Drawing
import Graphs
import Linkage
import Plans
import Printing
import Sheets
import Words

/// The stages of a country's way through the program, each timed within this process.
struct Stages {
  let files: CountryFiles
  let runs: Int

  /// Up to so many tambons those stages are taken whose cost grows faster than the country.
  private static let pairLimit = 1_000

  func measure() throws -> [Row] {
    var rows = [try row("read CSV") { try PlanReading([files.folders]) }]
    let plans = try PlanReading([files.folders]).plans
    rows.append(row("plan graph") { PlanGraph(plans) })
    let graph = PlanGraph(plans)
    for approach in Approach.standard {
      // What works elsewhere is looked for in all other plans, and so is who has what somebody needs.
      let isOfPairs = approach.measure == .patterns || approach.measure == .offers
      if isOfPairs, files.tambons > Self.pairLimit { continue }
      rows.append(
        row("opportunities: \(approach.name)") {
          OpportunitySearch(graph, approach).opportunities(in: files.tambons == 1 ? 0 : nil).count
        })
    }
    rows += algorithms(graph.graph)
    rows.append(row("summary") { RollUp(plans) })
    return rows + (try drawing(PlanReading([files.folders]).only([0])))
  }

  private func algorithms(_ graph: Graph) -> [Row] {
    let network = NetworkBench.network(of: graph, isJoined: true)
    let apart = NetworkBench.network(of: graph, isJoined: false)
    return [
      row("components") { network.connectedComponents() },
      row("cut points") { network.articulationPoints() },
      row("diffusion") { network.diffusion() },
      row("constraint") { network.constraint() },
      row("effective size, plan by plan") { apart.effectiveSize() },
      row("betweenness, plan by plan") { apart.betweennessCentrality(isNormalised: false) },
    ]
  }

  /// What is drawn is always one tambon's, however large the country that it was read with.
  private func drawing(_ reading: PlanReading) throws -> [Row] {
    let names = Names(PlanGraph(reading.plans), .thai)
    let findings = Findings(names)
    let series = ViewSheets(names, plan: 0).meeting()
    let meeting = try Meeting(reading, findings, plan: 0)
    try Folder.create(scratch)
    let path = Folder.join(scratch, "stage.pdf")
    return [
      row("one tambon's diagrams as DOT") { Self.dot(of: series) },
      row("one tambon's diagrams laid out and drawn") {
        concurrentMap(series.count) { each in
          var renderer = Renderer(.thai)
          each { index in series[index].drawn(&renderer, on: PageFormat()).pictures.count }
        }
      },
      try row("one tambon's booklet from drawings to PDF") { try Booklet(meeting).write(to: path) },
    ]
  }

  private static func dot(of series: [SheetSeries]) -> Int {
    let breaker = LineBreaker()
    return series.reduce(0) { sum, series in
      series.sheets(limit: series.limit).reduce(sum) { sum, sheet in
        guard case .diagram(let diagram) = sheet else { return sum }
        return sum + DOT.text(of: diagram, breaker).utf8.count
      }
    }
  }

  private func row<Value>(_ name: String, _ work: () throws -> Value) rethrows -> Row {
    let begin = Command.now()
    let first = try Memory.peak { try work() }
    var own = Timing(megabytes: first.megabytes)
    if runs == 0 { own.seconds = [Command.now() - begin] }
    for _ in 0..<runs {
      let start = Command.now()
      _ = try work()
      own.seconds.append(Command.now() - start)
    }
    return Row(work: name, stage: (name, files.tambons), own: own)
  }
}
