import ArgumentParser
import Printing
import Sheets
import Words

struct Template: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "template",
      abstract: Language.ofEnvironment.pick(
        "เขียนสมุดงานเปล่าไว้กรอก มีรายการให้เลือก คำอธิบาย และตัวอย่าง",
        "Writes an empty workbook to fill in, with drop-downs, notes and examples."))
  }

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
    if FileBytes.exists(workbook), !Folder.exists(workbook) {
      throw Failure.wrongUse(
        lang.pick(
          "“\(workbook)” มีอยู่แล้ว โปรดใช้ชื่ออื่น", "“\(workbook)” is there already; use another name."))
    }
    do {
      try XLSXWriter.write(TemplateWorkbook.drafts(lang), to: workbook)
      print(workbook)
    } catch {
      throw lang.failure(error)
    }
  }
}
