import ArgumentParser
import Drawing
import Graphs
import Linkage
import Plans
import Words
import Glibc
struct Report: ParsableCommand {}
struct Draw: ParsableCommand {
  @OptionGroup var options: PlanOptions
  @Option var limit = 10
  func run() throws {
    let plans = PlanGraph(try options.read().plans)
    let names = Names(plans, options.lang)
    let all = OpportunitySearch(plans, .savings).opportunities()
    let g = Graphviz(), b = LineBreaker()
    var list = [OverviewView(names, plan: 0, opportunities: Array(all.prefix(12))).diagram(limit: limit + 4)]
    for i in plans.graph.nodes(of: .issue) { list.append(SavingsView(names, plan: 0, issue: i, opportunities: all.filter{$0.rank<60}).diagram(limit: limit)) }
    if list.count == 1 {list.append(SavingsView(names, plan: 0, issue: nil, opportunities: all).diagram(limit: limit)) }
    for d in list { let p = try Picture(of: d, g, b); print(d.key, p.width, p.height, p.smallestText(fitting: 770, 500))
     let f = fopen("/tmp/pics/\(d.key).svg", "w"); fwrite(p.svg, 1, p.svg.count, f); fclose(f)
     let h = fopen("/tmp/pics/\(d.key).dot", "w"); fputs(p.dot, h); fclose(h)
    }
  }
}
struct Convert: ParsableCommand {}
