public import ArgumentParser
public import Drawing
import Glibc
import Graphs
import Linkage
import Plans
import Printing
import Sheets
import Words

struct Draw: ParsableCommand {
  enum View: String, ExpressibleByArgument, CaseIterable {
    case overview
    case savings
    case exchange
    case exchangeRings = "exchange-rings"
    case leaders
    case team
    case forum
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: Language.ofEnvironment.pick("วาดแผนภาพหนึ่งแผ่น", "Draws one diagram."))
  }

  @OptionGroup var options: PlanOptions
  @Option(
    help: help(
      "มุมมอง: \(View.allCases.map(\.rawValue).joined(separator: ", "))",
      "The view: \(View.allCases.map(\.rawValue).joined(separator: ", "))."))
  var view: View
  @Option(help: help("เฉพาะงานที่เกี่ยวกับรหัสนี้", "Only work that has to do with this id."))
  var focus: String?
  @Option(help: help("เฉพาะประเด็นนี้", "Only this issue."))
  var issue: String?
  @Option(help: help("ชนิดไฟล์: svg, pdf, png หรือ dot", "The kind of file: svg, pdf, png or dot."))
  var format: PictureFormat
  @Option(
    help: help(
      "ไฟล์ปลายทาง (ถ้าไม่บอก คือ output/แผน-มุมมอง; - คือ standard output)",
      "The file to write (else output/PLAN-VIEW; - for standard output)."))
  var output: String?
  @OptionGroup var people: PeopleOption

  func run() throws {
    let reading = try options.read()
    guard reading.plans.count == 1 else {
      throw Failure.wrongUse(
        options.lang.pick(
          "draw วาดครั้งละแผนเดียว โปรดบอกที่อยู่ของแผนเดียว",
          "draw takes one plan at a time; give the path of one."))
    }
    let names = Names(PlanGraph(reading.plans), options.lang, people: people.names)
    let picture: Picture
    do { picture = try draw(names) } catch let error as DrawingError {
      throw options.lang.failure(error)
    }
    do { try write(picture, reading) } catch let error as SheetError {
      throw options.lang.failure(error)
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func draw(_ names: Names) throws -> Picture {
    let issue = try self.issue.map { try names.issue($0) }
    let focus = try self.focus.map { try names.node($0) }
    if view == .leaders || view == .team { return try drawLeaders(names, issue, focus) }
    let search = OpportunitySearch(
      names.plans, .standard(view == .forum ? .forum : .savings))
    let found = search.opportunities()
    // The same as in the booklet, so that the numbers agree; a single node shows all of its own.
    let all = focus == nil ? Section.selection(of: found) : found
    var renderer = Renderer(options.lang)
    switch view {
    case .overview:
      guard !names.plans.plans[0].issues.isEmpty else {
        throw Failure.wrongUse(
          options.lang.pick(
            "แผนนี้ไม่ได้บอกประเด็นของกิจกรรม จึงวาดภาพรวมไม่ได้ ใช้ --view savings แทน",
            "The plan names no issues, so there is no overview; use --view savings."))
      }
      let view = OverviewView(names, plan: 0, opportunities: Array(all.prefix(12)))
      return try Meeting.fitting(14, &renderer) { view.diagram(limit: $0) }
    case .savings:
      let scope = issue.map { SavingsView.Scope.issue($0) } ?? .all
      let view = SavingsView(
        names, plan: 0, scope, focus: focus, opportunities: all, agreed: search.agreed)
      return try Meeting.fitting(10, &renderer) { view.diagram(limit: $0) }
    case .exchange, .exchangeRings: return try drawExchange(names, &renderer)
    case .leaders, .team: return try drawLeaders(names, issue, focus)
    case .forum:
      let chosen = found.filter { opportunity in
        focus.map { opportunity.from == $0 || opportunity.to == $0 } ?? true
      }
      let view = ForumView(names, plan: 0, opportunities: chosen)
      guard view.isTelling else {
        throw Failure.wrongUse(options.lang.noOpportunities(search.approach))
      }
      return try Meeting.fitting(10, &renderer) { view.diagram(limit: $0) }
    }
  }

  /// The views of leaders; they are of the whole plan.
  private func drawLeaders(_ names: Names, _ issue: NodeID?, _ focus: NodeID?) throws -> Picture {
    guard issue == nil, focus == nil else {
      throw Failure.wrongUse(
        options.lang.pick(
          "มุมมอง \(view.rawValue) วาดทั้งแผน ใช้กับ --issue หรือ --focus ไม่ได้",
          "The view \(view.rawValue) is of the whole plan; it takes neither --issue nor --focus."))
    }
    let ranking = LeaderRanking(names.plans, plan: 0, asOf: PlanDate.today)
    var renderer = Renderer(options.lang)
    let leaders = LeadersView(names, ranking)
    let chosen = Team(smallestIn: ranking)
    guard view == .leaders ? leaders.isTelling : !chosen.covered.isEmpty else {
      throw Failure.wrongUse(
        options.lang.pick(
          "แผนนี้ยังไม่ได้บอกว่าแกนนำคนใดอยู่กลุ่มใด บ้านใด และทำเรื่องใด จึงวาดไม่ได้",
          "The plan does not say in which groups and villages its leaders are, and on what they work."
        ))
    }
    if view == .leaders {
      return try Meeting.fitting(8, &renderer) { leaders.diagram(limit: $0) }
    }
    let team = TeamView(names, ranking.network, chosen)
    return try Meeting.fitting(14, &renderer) { team.diagram(limit: $0) }
  }

  private func write(_ picture: Picture, _ reading: PlanReading) throws {
    if output == "-" { return try writeToStandardOutput(picture) }
    let name = "\(fileName(reading.plans[0].id))-\(view.rawValue).\(format.rawValue)"
    let path = output ?? Folder.join("output", name)
    try Folder.create(Folder.parent(of: path))
    try picture.write(format, to: path, options.lang)
    print(path)
  }
}

extension Draw {
  private func drawExchange(
    _ names: Names, _ renderer: inout Renderer
  ) throws -> Picture {
    let sheets = ExchangeView(names, plan: 0, Exchange(names.plans))
    if view == .exchange {
      guard sheets.isTelling else { throw Failure.wrongUse(options.lang.noMatches) }
      return try Meeting.fitting(12, &renderer) { sheets.diagram(limit: $0) }
    }
    guard sheets.hasRings else { throw Failure.wrongUse(options.lang.noRings) }
    return try Meeting.fitting(6, &renderer) { sheets.ringDiagram(limit: $0) }
  }

  /// Pictures are written as files; this one passes through a file beside the others.
  private func writeToStandardOutput(_ picture: Picture) throws {
    let path = "/tmp/sanphaen-\(getpid()).\(format.rawValue)"
    try picture.write(format, to: path, options.lang)
    defer { unlink(path) }
    Terminal.put(try FileBytes.read(path))
  }
}

extension PictureFormat: ExpressibleByArgument {}

extension Language {
  /// An error of drawing with its exit code.
  func failure(_ error: DrawingError) -> Failure {
    switch error {
    case .layout(let key, let reason):
      Failure(
        sentence: pick(
          "วาดแผนภาพ “\(key)” ไม่ได้ (\(reason.oneLine)) โปรดแจ้งผู้พัฒนา",
          "The diagram “\(key)” could not be drawn (\(reason.oneLine)); please tell the developers."
        ),
        code: 3)
    }
  }
}
