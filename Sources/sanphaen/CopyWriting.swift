import Plans
import Printing
import Sheets
import Words

/// Writes the coloured copy of `check --write`, and never over a planner's own workbook.
struct CopyWriting {
  let language: Language

  func write(_ reading: PlanReading, to path: String) throws {
    guard path.lowercased().hasSuffix(".xlsx") else {
      throw Failure.wrongUse(
        language.pick("ชื่อสำเนาต้องลงท้ายด้วย .xlsx", "The copy's name must end in .xlsx."))
    }
    if FileBytes.exists(path), !Folder.exists(path) {
      let sheets = (try? Workbook(contentsOf: path))?.sheets ?? []
      guard CheckedCopy.isCopy(sheets) else {
        throw Failure.wrongUse(
          language.pick(
            "“\(path)” มีอยู่แล้วและไม่ใช่สำเนาของคำสั่งนี้ โปรดใช้ชื่ออื่น",
            "“\(path)” is there already and no copy of this command's making; use another name."))
      }
    }
    let contents: [PlanReading.Content]
    do {
      contents = try reading.contents()
    } catch {
      throw language.failure(error)
    }
    if let long = PlanWorkbook.longCell(in: contents.map(\.sheet)) {
      throw language.failure(
        SheetError.cellTooLong(
          path: long.sheet.file, sheet: long.sheet.isInWorkbook ? long.sheet.name : nil,
          cell: long.cell))
    }
    do {
      try XLSXWriter.write(CheckedCopy.drafts(of: reading, contents, language), to: path)
    } catch {
      throw language.failure(error)
    }
    Terminal.complain(
      language.pick(
        "เขียนสำเนาไว้ที่ \(path) ไว้ดูเท่านั้น โปรดแก้ในไฟล์ของท่านเอง",
        "Wrote a copy to \(path), for reading only: mend your own file."))
  }
}
