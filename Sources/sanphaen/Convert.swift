import ArgumentParser
import Plans
import Printing
import Sheets
import Words

struct Convert: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "convert",
      abstract: Language.ofEnvironment.pick(
        "แปลงแผนระหว่างสมุดงาน (.xlsx .ods) กับโฟลเดอร์ CSV ทั้งสองทาง",
        "Turns a plan's workbook (.xlsx, .ods) into a folder of CSV, or the other way."))
  }

  @Argument(
    help: help(
      "สมุดงาน หรือโฟลเดอร์ CSV ของแผน", "The plan's workbook, or its folder of CSV."))
  var source: String
  @Argument(
    help: help(
      "สมุดงานที่จะเขียน (.xlsx) หรือโฟลเดอร์ CSV ที่จะเขียน",
      "The workbook (.xlsx) or folder of CSV to write."))
  var target: String
  @Flag(help: help("เขียนทับของเดิม", "Write over what is there."))
  var replace = false
  @Option(help: help("ภาษา: th หรือ en", "The language: th or en."))
  var lang: Language = .ofEnvironment

  func run() throws {
    let makesWorkbook = target.lowercased().hasSuffix(".xlsx")
    if !makesWorkbook, Folder.isWorkbook(target) || Folder.isTextSheet(target) {
      throw Failure.wrongUse(
        lang.pick(
          "“\(target)” เขียนไม่ได้ ให้ชื่อที่ลงท้ายด้วย .xlsx สำหรับสมุดงาน หรือชื่อโฟลเดอร์สำหรับ CSV",
          "“\(target)” cannot be written: give a name that ends in .xlsx for a workbook, or a "
            + "folder's name for CSV."))
    }
    do {
      let sheets = try PlanWorkbook.sheets(at: source)
      try refuseToOverwrite(makesWorkbook)
      if makesWorkbook {
        try writeWorkbook(sheets)
      } else {
        try TextFolder.write(sheets.map { ($0.name, PlanWorkbook.textRows(of: $0)) }, to: target)
      }
    } catch PlanError.noTable(let path, _) {
      throw Failure.wrongUse(
        lang.pick(
          "ไม่มีตารางให้แปลงใน “\(path)” (.csv .tsv)",
          "There is no table to convert in “\(path)” (.csv, .tsv)."))
    } catch let error as PlanError {
      throw lang.failure(error)
    } catch let error as SheetError {
      throw lang.failure(error)
    }
    if Folder.exists(source), FileBytes.exists(Folder.join(source, "mapping.yaml")) {
      Terminal.complain(
        lang.pick(
          "mapping.yaml ไม่ได้แปลงไปด้วย โปรดคัดลอกไปไว้ข้างไฟล์ใหม่ แล้วแก้ file: และ sheet: ให้ตรง",
          "mapping.yaml was not converted: copy it beside the new file, and mend its file: and "
            + "sheet:."))
    }
    print(target)
  }

  private func writeWorkbook(_ sheets: [Sheet]) throws {
    if let long = PlanWorkbook.longCell(in: sheets) {
      throw SheetError.cellTooLong(
        path: long.sheet.file, sheet: long.sheet.isInWorkbook ? long.sheet.name : nil,
        cell: long.cell)
    }
    try XLSXWriter.write(PlanWorkbook.drafts(of: sheets), to: target)
  }

  private func refuseToOverwrite(_ makesWorkbook: Bool) throws {
    // A folder in a workbook's place is told where the writing fails.
    let names = !makesWorkbook && Folder.exists(target) ? try Folder.names(in: target) : []
    let isThere = Folder.exists(target) ? !names.isEmpty : FileBytes.exists(target)
    guard isThere, !replace else { return }
    throw Failure.wrongUse(
      lang.pick(
        "“\(target)” มีอยู่แล้ว โปรดใช้ชื่ออื่น หรือเติม --replace เพื่อเขียนทับ",
        "“\(target)” is there already; use another name, or add --replace to write over it."))
  }
}
