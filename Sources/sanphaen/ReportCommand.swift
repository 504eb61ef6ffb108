public import ArgumentParser
import Drawing
import Plans
public import Printing
import Sheets
import Words

struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: Language.ofEnvironment.pick(
        "งานหลัก: เล่มประชุม แผนภาพ ตาราง และหน้าเว็บ จากแผนหนึ่งแผนหรือหลายแผน",
        "The main job: booklet, diagrams, workbook and page of one plan or several."))
  }

  @OptionGroup var options: PlanOptions
  @Option(
    help: help(
      "โฟลเดอร์ปลายทาง (ถ้าไม่บอก คือ output/ชื่อแผน)", "The folder to write to (else output/PLAN)."))
  var output: String?
  @Option(
    help: help(
      "ขนาดกระดาษของเล่ม: a4, a3, a2, a1 หรือ a0", "The booklet's paper: a4, a3, a2, a1 or a0."))
  var paper = Paper.a4
  @Flag(help: help("พิมพ์แนวตั้ง (ถ้าไม่บอก คือแนวนอน)", "Print upright (else across)."))
  var upright = false
  @Flag(help: help("แผนภาพขาวดำล้วน", "Drawings in black on white alone."))
  var mono = false
  @Option(
    help: help(
      "ทำเล่มเต็มของแผนนี้เท่านั้น: รหัสหรือชื่อแผน ใส่ได้หลายครั้ง (แผนมาก ๆ จะได้เล่มสรุปรวมด้วย)",
      "The whole report of this plan only, by its id or name; as often as wanted (of many plans beside "
        + "their summary).")
  )
  var plan: [String] = []
  @Flag(
    help: help(
      "ทำเล่มสรุปรวมด้วย แม้มีไม่กี่แผน (เกิน \(ReportCommand.meetingLimit) แผน ทำให้เสมอ)",
      "The summary of all plans too, however few (of more than \(ReportCommand.meetingLimit) it is always "
        + "made)."))
  var summary = false
  @OptionGroup var people: PeopleOption
  @Option(help: help("รูปแบบข้อความ: text หรือ json", "The messages: text or json."))
  var format = Format.text

  private struct Files: Encodable {
    let files: [String]
  }

  /// More plans than this are summed up first, and only chosen ones reported in whole.
  ///
  /// An amphoe, whose tambons still sit down together, has eight on average (7,255 tambons in 878
  /// amphoe), few have more than twelve; and as many booklets are what a planner prints for one day.
  static let meetingLimit = 12

  func run() throws {
    let reading = try options.read { isMany($0) }
    let chosen = try PlanChoice(reading, options.lang).plans(plan)
    var done = Done()
    if isMany(reading) { try sumUp(reading, &done) }
    let isAll = chosen.isEmpty && reading.plans.count <= Self.meetingLimit
    let reported = isAll ? Array(reading.plans.indices) : chosen
    if !reported.isEmpty {
      try report(isAll ? reading : reading.only(reported), of: reading, &done)
    }
    complain(done.breaches)
    if format == .json {
      try printJSON(Files(files: done.files))
    } else {
      printText(done)
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func isMany(_ reading: PlanReading) -> Bool {
    summary || reading.plans.count > Self.meetingLimit
  }

  /// What was written so far.
  struct Done {
    var files: [String] = []
    var breaches: [(file: String, breach: LegibilityBreach)] = []
    var villages = (printed: 0, all: 0)
  }

  /// The figures of all plans.
  private func sumUp(_ reading: PlanReading, _ done: inout Done) throws {
    let folder = output ?? Folder.join("output", "summary")
    Progress.shared.begin(
      options.lang.pick("กำลังสรุปแผน", "Summing up plan"), of: reading.plans.count, options.lang)
    let report = RollUpReport(
      reading, options.lang, format: PageFormat(paper, isUpright: upright)
    ) { Progress.shared.step() }
    do throws(SheetError) {
      try keepTyped(RollUpReport.workbookName, in: folder)
      let written = try report.write(to: folder)
      done.files += written.files
      done.breaches += written.breaches
    } catch { throw options.lang.failure(error) }
  }

  /// The whole report of each of some plans.
  private func report(
    _ reading: PlanReading, of all: PlanReading, _ done: inout Done
  ) throws {
    let plans = PlanGraph(reading.plans)
    let names = Names(plans, options.lang)
    if !Fonts.areInstalled {
      Terminal.complain(
        options.lang.pick(
          "ไม่พบแบบอักษร Laksaman จึงใช้แบบอื่นแทน โปรดติดตั้งด้วย script/bootstrap",
          "The typeface Laksaman is not installed and another stands in; run script/bootstrap."))
    }
    // Children load while the findings are made.
    LayoutPool.shared.warm()
    let findings = Findings(names)
    Progress.shared.begin(
      options.lang.pick("กำลังทำเล่ม ทำเสร็จแล้ว", "Making reports, done"), of: reading.plans.count,
      options.lang)
    for index in reading.plans.indices {
      let written = try write(
        reading, findings, plan: index, to: folder(reading.plans[index], of: all))
      Progress.shared.step()
      done.files += written.files
      done.breaches += written.breaches
      done.villages.printed += written.villages.printed
      done.villages.all += written.villages.all
    }
  }

  private func write(
    _ reading: PlanReading, _ findings: Findings, plan: Int, to folder: String
  ) throws -> Report.Written {
    // The booklet keeps to consent in any case; only the officer's own part may name all.
    let officer = Names(findings.names.plans, options.lang, people: people.names)
    do {
      let format = PageFormat(paper, isUpright: upright)
      let meeting = try Meeting(
        reading, findings, plan: plan, format: format, inks: mono ? .mono : .colour,
        officer: officer)
      // One that cannot be drawn costs its own sheet alone.
      for failure in meeting.undrawn { Terminal.complain(options.lang.failure(failure).sentence) }
      try keepDecisions(in: folder)
      return try Report(meeting).write(to: folder)
    } catch Report.Failure.file(let error) {
      throw options.lang.failure(error)
    } catch let error as DrawingError {
      throw options.lang.failure(error)
    }
  }

  /// Keeps a workbook that a planner has typed in, and says where.
  private func keepDecisions(in folder: String) throws {
    do throws(SheetError) {
      guard let kept = try OpportunityWorkbook.setAside(in: folder) else { return }
      Terminal.complain(
        options.lang.pick(
          "opportunities.xlsx เดิมมีผู้แก้ไขหรือกรอกมติไว้ จึงเก็บไว้ที่ \(kept) ถ้าจะใช้มติในนั้น "
            + "ให้ใส่ชื่อไฟล์นี้ต่อท้ายชื่อแผนเมื่อสั่งครั้งต่อไป",
          "The old opportunities.xlsx has been filled in or changed, and was kept as \(kept). To "
            + "use its decisions, give that file beside the plan next time."))
    } catch { throw options.lang.failure(error) }
  }

  /// Keeps a summary's workbook that somebody has typed in, and says where.
  private func keepTyped(_ name: String, in folder: String) throws(SheetError) {
    guard let kept = try OpportunityWorkbook.setAside(name, in: folder) else { return }
    Terminal.complain(
      options.lang.pick(
        "\(name) เดิมมีผู้แก้ไขไว้ จึงเก็บไว้ที่ \(kept)",
        "The old \(name) has been changed, and was kept as \(kept)."))
  }

  private func folder(_ plan: Plan, of all: PlanReading) -> String {
    let name = fileName(plan.id)
    guard let output else {
      let base = isMany(all) ? Folder.join("output", "summary") : "output"
      return Folder.join(base, name)
    }
    return all.plans.count == 1 && !summary ? output : Folder.join(output, name)
  }

  /// Tells what of the printed pages cannot be read well; a page that breaks the law is never passed over.
  private func complain(_ breaches: [(file: String, breach: LegibilityBreach)]) {
    for (file, breach) in breaches.prefix(Self.breachLimit) {
      Terminal.complain(options.lang.sentence(breach, file: file))
    }
    let rest = breaches.count - Self.breachLimit
    if rest > 0 {
      Terminal.complain(
        options.lang.pick("และอีก \(rest) จุดที่อ่านยาก", "and \(rest) more that are hard to read."))
    }
  }

  private static let breachLimit = 10

  private func printText(_ done: Done) {
    let (files, villages) = (done.files, done.villages)
    if let file = files.first(where: { $0.hasSuffix("summary.pdf") }) { printSummary(file) }
    for file in files where file.hasSuffix("booklet.pdf") {
      let folder = Folder.parent(of: file)
      let handouts = Folder.join(folder, "handouts.pdf")
      print(
        options.lang.pick(
          """
          เสร็จแล้ว เปิดไฟล์นี้เพื่อพิมพ์: \(file)
          เปิดดูบนจอ: \(Folder.join(folder, "index.html"))
          ตารางทั้งหมด: \(Folder.join(folder, "opportunities.xlsx"))
          """,
          """
          Done. Open this to print: \(file)
          To explore on the screen: \(Folder.join(folder, "index.html"))
          The whole table: \(Folder.join(folder, "opportunities.xlsx"))
          """))
      if files.contains(handouts) {
        print(
          options.lang.pick(
            "เอกสารแจกรายหมู่บ้าน หมู่บ้านละแผ่น: \(handouts)",
            "A sheet for each village, to be copied: \(handouts)"))
      }
    }
    if villages.printed < villages.all {
      print(
        options.lang.pick(
          "มีเอกสารแจกของ \(villages.printed) หมู่บ้านที่ข้อเสนอเกี่ยวข้องมากที่สุด จาก \(villages.all) หมู่บ้าน",
          "There are sheets for the \(villages.printed) villages that the proposals concern most, of "
            + "\(villages.all)."))
    }
  }
}

extension ReportCommand {
  private func printSummary(_ file: String) {
    let workbook = Folder.join(Folder.parent(of: file), RollUpReport.workbookName)
    print(
      options.lang.pick(
        """
        สรุปรวมทุกแผน เปิดไฟล์นี้เพื่อพิมพ์: \(file)
        ตัวเลขทุกแผน: \(workbook)
        """,
        """
        All plans summed up. Open this to print: \(file)
        The figures of every plan: \(workbook)
        """))
    guard plan.isEmpty, !summary else { return }
    print(
      options.lang.pick(
        "มีแผนมากกว่า \(Self.meetingLimit) แผน จึงยังไม่ได้ทำเล่มของแต่ละตำบล ถ้าต้องการเล่มของตำบลใด สั่งใหม่โดยเติม --plan รหัสแผน "
          + "(ใส่ได้หลายครั้ง)",
        "There are more than \(Self.meetingLimit) plans, so none has a report of its own yet; for those of "
          + "chosen tambons give --plan ID, as often as wanted."))
  }
}

/// A plan's id as the name of a file or folder: no id leads elsewhere.
func fileName(_ id: String) -> String {
  let cleaned = String(id.map { "/\\:\0\n\r\t".contains($0) ? "-" : $0 })
  let name = cleaned.drop { ".- ".contains($0) }.prefix(60)
  return name.isEmpty ? "plan" : String(name)
}

extension Paper: ExpressibleByArgument {}
