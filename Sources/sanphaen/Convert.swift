import ArgumentParser
import Plans
import Printing
import Sheets
import Words

struct Convert: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: Language.ofEnvironment.pick(
        "ทำสมุดงาน Excel จากโฟลเดอร์ CSV ของแผน", "Makes one workbook of a plan's folder of CSV."))
  }

  @Argument(help: help("โฟลเดอร์ของแผน", "The plan's folder."))
  var folder: String
  @Argument(help: help("สมุดงานที่จะเขียน (.xlsx)", "The workbook to write (.xlsx)."))
  var workbook: String
  @Option(help: help("ภาษา: th หรือ en", "The language: th or en."))
  var lang: Language = .ofEnvironment

  func run() throws {
    guard workbook.lowercased().hasSuffix(".xlsx") else {
      throw Failure.wrongUse(
        lang.pick(
          "ชื่อสมุดงานต้องลงท้ายด้วย .xlsx", "The workbook's name must end in .xlsx."))
    }
    guard Folder.exists(folder) || !FileBytes.exists(folder) else {
      throw Failure.wrongUse(
        lang.pick(
          "“\(folder)” ไม่ใช่โฟลเดอร์ คำสั่งนี้ทำสมุดงานจากโฟลเดอร์ CSV",
          "“\(folder)” is no folder; this makes a workbook of a folder of CSV."))
    }
    do {
      let sheets = try Workbook(folder: folder).sheets
      guard !sheets.isEmpty else {
        throw Failure.wrongUse(
          lang.pick("ไม่มีไฟล์ CSV ใน “\(folder)”", "There is no CSV file in “\(folder)”."))
      }
      try XLSXWriter.write(PlanWorkbook.drafts(of: sheets), to: workbook)
      print(workbook)
    } catch let error as SheetError {
      throw lang.failure(error)
    }
  }
}
