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
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "draw",
      abstract: Language.ofEnvironment.pick(
        "วาดมุมมองหนึ่ง: draw แผน… --view มุมมอง (มุมมอง path: draw แผน… จาก ถึง)",
        "Draws one view: draw PATH… --view VIEW (of the view path: draw PATH… FROM TO)."))
  }

  private static let known = View.allCases.map(\.rawValue).joined(separator: ", ")

  @OptionGroup var options: PlanOptions
  @Option(help: help("มุมมอง: \(known)", "The view: \(known)."))
  var view: View
  @Option(
    help: help(
      "เฉพาะงานที่เกี่ยวกับรหัสนี้ (มุมมอง hub และ forum: รหัสกองทุน)",
      "Only work that has to do with this id (of the views hub and forum: a fund's)."))
  var focus: String?
  @Option(help: help("เฉพาะประเด็นนี้", "Only this issue."))
  var issue: String?
  @Option(help: help("ชนิดไฟล์: svg, pdf, png หรือ dot", "The kind of file: svg, pdf, png or dot."))
  var format: PictureFormat
  @Option(
    help: help(
      "ไฟล์ปลายทาง (ถ้าไม่บอก คือ output/แผน-มุมมอง; - คือ standard output; หลายแผ่นเติม -1, -2 …)",
      "The file to write (else output/PLAN-VIEW; - for standard output; of several sheets -1, -2 …)."
    ))
  var output: String?
  @Option(
    help: help(
      "กระดาษ: a4 (ถ้าไม่บอก) a3 a2 a1 a0 (PDF ขยายเต็มแผ่น ตัวหนังสือไม่เล็กกว่าเกณฑ์ของกระดาษ)",
      "The paper: a4 (else) a3 a2 a1 a0 (PDF; as large as fits, never smaller than the paper's law)."
    ))
  var paper: Paper?
  @Flag(help: help("กระดาษแนวตั้ง", "The paper upright."))
  var upright = false
  @Flag(
    help: help(
      "แบ่งพิมพ์บน A4 มีขีดตัดและผังต่อแผ่น", "Parted into tiles of A4, with cut marks and a map."))
  var tiles = false
  @Flag(help: help("ขาวดำล้วน", "Black on white alone."))
  var mono = false
  @Flag(
    help: help(
      "มุมมอง network: ทั้งแผนในแผ่นเดียว ใหญ่เท่าที่ต้องใช้ (PDF แบ่งเป็นแผ่นสำหรับต่อกัน)",
      "The view network: all of it on one sheet, as large as it takes (PDF: in tiles to be joined)."
    ))
  var whole = false
  @OptionGroup var people: PeopleOption

  /// Nodes of a network on one sheet at most: what more makes of a wall nobody can read.
  private static let wholeLimit = 2_000

  func run() throws {
    try refuseUnused()
    let isPath = view == .path
    if isPath && options.paths.count < 3 {
      throw Failure.wrongUse(
        options.lang.pick(
          "มุมมอง path ต้องบอกต้นทางและปลายทางด้วย เช่น draw plans/khok-charoen F01 A03 --view path",
          "The view path also takes where from and where to: "
            + "draw plans/khok-charoen F01 A03 --view path"))
    }
    let reading = try options.read(isPath ? Array(options.paths.dropLast(2)) : nil)
    guard view.takesPlans || reading.plans.count == 1 else {
      throw Failure.wrongUse(
        options.lang.pick(
          "มุมมอง \(view.rawValue) วาดครั้งละแผนเดียว โปรดบอกที่อยู่ของแผนเดียว",
          "The view \(view.rawValue) is of one plan; give the path of one to draw."))
    }
    let names = Names(PlanGraph(reading.plans), options.lang, people: people.names)
    let series = try series(names)
    guard !series.isEmpty else {
      throw Failure.wrongUse(options.lang.nothing(toDraw: view))
    }
    do { try draw(series, of: reading.plans[0].id) } catch let error as DrawingError {
      throw options.lang.failure(error)
    } catch let error as SheetError {
      throw options.lang.failure(error)
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  /// Refuses options that the view would leave unheeded.
  private func refuseUnused() throws {
    let unused = [
      issue != nil && !view.takesIssue ? "--issue" : nil,
      focus != nil && !view.takesFocus ? "--focus" : nil,
      whole && !view.takesWhole ? "--whole" : nil,
    ].compactMap(\.self)
    guard let option = unused.first else { return }
    throw Failure.wrongUse(
      options.lang.pick(
        "มุมมอง \(view.rawValue) ใช้กับ \(option) ไม่ได้",
        "The view \(view.rawValue) takes no \(option)."))
  }

  /// What is to be drawn: of expansion for each plan, of all else for the one.
  private func series(_ names: Names) throws -> [SheetSeries] {
    let issue = try self.issue.map { try names.issue($0) }
    let focus = try self.focus.map { try names.node($0, view.focusKind) }
    let paths = view == .path ? try names.paths(between: options.paths.suffix(2)) : []
    let plans = view == .expansion ? Array(names.plans.plans.indices) : [0]
    if whole { return [try wholeNetwork(names, issue, focus)].compactMap(\.self) }
    return plans.compactMap {
      ViewSheets(names, plan: $0).series(of: view, issue: issue, focus: focus, paths: paths)
    }
  }

  private func wholeNetwork(
    _ names: Names, _ issue: NodeID?, _ focus: NodeID?
  ) throws -> SheetSeries? {
    let series = ViewSheets(names, plan: 0).wholeNetwork(issue: issue, focus: focus)
    guard case .diagram(let diagram)? = series?.sheets(limit: 0).first,
      diagram.nodeCount > Self.wholeLimit
    else { return series }
    let (count, limit) = (
      options.lang.number(diagram.nodeCount), options.lang.number(Self.wholeLimit)
    )
    throw Failure.wrongUse(
      options.lang.pick(
        "โครงข่ายนี้มี \(count) รายการ แผ่นเดียวอ่านไม่ได้ (ไม่เกิน \(limit)) "
          + "เลือกเฉพาะส่วนด้วย --issue หรือ --focus หรือไม่ใช้ --whole",
        "The network has \(count) nodes, more than one sheet can show (\(limit)); "
          + "choose a part with --issue or --focus, or leave --whole out."))
  }

  private func draw(_ series: [SheetSeries], of plan: String) throws {
    let format = PageFormat(paper ?? .a4, isUpright: upright)
    var renderer = Renderer(options.lang, inks: mono ? .mono : .colour)
    var pictures: [Picture] = []
    for one in series {
      let drawn = whole ? one.drawn(&renderer) : one.drawn(&renderer, on: format)
      for failure in drawn.failures { Terminal.complain(options.lang.failure(failure).sentence) }
      pictures += drawn.pictures
      if let failure = drawn.failures.first, drawn.pictures.isEmpty { throw failure }
    }
    if let refusal = refusal(of: pictures) { throw Failure.wrongUse(refusal) }
    if output == "-" { return try writeToStandardOutput(pictures) }
    let path =
      output
      ?? Folder.join("output", "\(fileName(plan))-\(view.rawValue).\(self.format.rawValue)")
    try Folder.create(Folder.parent(of: path))
    for path in try write(pictures, to: path) { print(path) }
  }

  /// Why drawings cannot be written as they are asked for; nil where they can.
  private func refusal(of pictures: [Picture]) -> String? {
    if paper != nil || tiles || upright, format != .pdf {
      return options.lang.pick(
        "--paper, --upright และ --tiles ใช้กับ --format pdf เท่านั้น",
        "--paper, --upright and --tiles go with --format pdf alone.")
    }
    if pictures.contains(where: { $0.diagram == nil }), format == .dot {
      return options.lang.pick(
        "มุมมอง \(view.rawValue) เป็นแผนภูมิแท่ง เขียนเป็น dot ไม่ได้ ใช้ --format pdf แทน",
        "The view \(view.rawValue) is a bar chart and cannot be written as dot; use --format pdf.")
    }
    guard output == "-", pictures.count > 1, format != .pdf else { return nil }
    return options.lang.pick(
      "มุมมองนี้มี \(pictures.count) แผ่น เขียนออก standard output ได้เฉพาะ --format pdf",
      "The view has \(pictures.count) sheets; only --format pdf goes to standard output.")
  }

  /// Writes drawings: of several each to a file of its own, but for PDF, which has pages; those in tiles
  /// each to its own there too.
  ///
  /// - Returns: The paths of the files.
  private func write(_ pictures: [Picture], to path: String) throws -> [String] {
    func file(_ index: Int) -> String {
      pictures.count == 1 ? path : Self.numbered(path, index + 1)
    }
    guard format == .pdf else {
      for (index, picture) in pictures.enumerated() {
        tell(try picture.write(format, to: file(index), options.lang), of: file(index))
      }
      return pictures.indices.map(file)
    }
    let sheets = pictures.map {
      WallSheet(
        $0, on: paper ?? .a4, isUpright: upright, tiles: tiles ? .a4 : nil, options.lang)
    }
    if sheets.allSatisfy(\.isOnePage) {
      tell(try WallSheet.write(sheets, to: path), of: path)
      return [path]
    }
    for (index, sheet) in sheets.enumerated() {
      tell(try sheet.write(to: file(index)), of: file(index))
    }
    return sheets.indices.map(file)
  }

  /// Tells what of written pages cannot be read well; the first places are enough to look.
  private func tell(_ breaches: [LegibilityBreach], of file: String) {
    for breach in breaches.prefix(10) {
      Terminal.complain(options.lang.sentence(breach, file: file))
    }
  }

  /// Drawings are written as files; these pass through one beside the others.
  private func writeToStandardOutput(_ pictures: [Picture]) throws {
    let path = "/tmp/sanphaen-\(getpid()).\(format.rawValue)"
    Unfinished.begin(path)
    let files = try write(pictures, to: path)
    defer { for file in files { unlink(file) } }
    for file in files { Terminal.put(try FileBytes.read(file)) }
  }

  /// `a/b.svg` as `a/b-2.svg`.
  private static func numbered(_ path: String, _ number: Int) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else {
      return "\(path)-\(number)"
    }
    return "\(path[..<dot])-\(number)\(path[dot...])"
  }
}

extension View: ExpressibleByArgument {}
extension PictureFormat: ExpressibleByArgument {}

extension Language {
  /// That a view has nothing to draw, and why.
  fileprivate func nothing(toDraw view: View) -> String {
    let nothing = pick(
      "ไม่มีอะไรให้วาดในมุมมอง \(view.rawValue): ", "There is nothing to draw for \(view.rawValue): ")
    return switch view {
    case .exchange: noMatches
    case .exchangeRings: noRings
    case .forum: noOpportunities(.standard(.forum))
    case .expansion: noOpportunities(.standard(.expansion))
    case .path: pick("ยังไม่มีเส้นทางเชื่อมถึงกันในแผน", "Nothing in the plan holds the two together.")
    case .overview:
      pick(
        "แผนนี้ไม่ได้บอกประเด็นของกิจกรรม จึงวาดภาพรวมไม่ได้ ใช้ --view savings แทน",
        "The plan names no issues, so there is no overview; use --view savings.")
    case .leads: noOpportunities(.standard(.leaders))
    case .partners: noOpportunities(.standard(.partners))
    case .leaders, .team:
      pick(
        "แผนนี้ยังไม่ได้บอกว่าแกนนำคนใดอยู่กลุ่มใด บ้านใด และทำเรื่องใด จึงวาดไม่ได้",
        "The plan does not say in which groups and villages its leaders are, and on what they work."
      )
    case .savings:
      nothing
        + pick(
          "ยังไม่มีองค์กรการเงินใดหนุนงานเหล่านี้ และไม่พบข้อเสนอ",
          "no fund stands beside this work, and none is proposed.")
    case .hub:
      nothing
        + pick(
          "ไม่มีกลไกใดทำงานผ่านองค์กรการเงิน และไม่พบข้อเสนอ",
          "no mechanism works through a fund, and none is proposed.")
    case .adoption:
      nothing
        + pick(
          "ยังไม่มีงานที่บรรจุในแผนของหน่วยงาน และไม่พบข้อเสนอ",
          "no work has been taken into a local plan, and none is proposed.")
    case .strength:
      nothing
        + pick(
          "ไม่มีองค์กรการเงินที่มีเกณฑ์ใดดูได้ ดูด้วยคำสั่ง strength",
          "no set of rules looks at any of the funds; see with strength.")
    case .coverage:
      nothing
        + pick(
          "แผนไม่ได้บอกว่ามีองค์กรการเงินใด หรือไม่ได้บอกประเด็นและพื้นที่ของงาน",
          "the plan names no funds, or neither issues nor places of its work.")
    case .ownCapital:
      nothing
        + pick(
          "ไม่มีกิจกรรมใดบอกทั้งงบประมาณและทุนชุมชน",
          "no activity gives both its budget and the community's own part.")
    case .network: nothing + pick("ไม่มีสิ่งใดเชื่อมกัน", "nothing is tied to anything.")
    }
  }

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
