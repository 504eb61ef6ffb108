import Plans

/// Sentences about files, sheets, headings and rows.
extension DiagnosticSentence {
  func layout(_ problem: Diagnostic.Problem) -> Pair? {
    switch problem {
    case .unknownSheet(let name, let table?):
      let theirs = language.name(of: table)
      return (
        pick(
          "แผ่นงาน “\(name)” ไม่ได้อ่าน เพราะชื่อไม่ตรงแบบ แต่น่าจะเป็นตาราง “\(theirs)” ซึ่งยังไม่มี",
          "the sheet “\(name)” was not read, as its name is no table's; it may be the table “\(theirs)”, "
            + "which is not there."),
        pick(
          "ถ้าใช่ ให้เปลี่ยนชื่อเป็น “\(theirs)” หรือเขียนใน mapping.yaml ว่า tables: {\(table.englishName): {sheet: \(yaml(name))}}",
          "If it is, rename it “\(theirs)”, or write in mapping.yaml: "
            + "tables: {\(table.englishName): {sheet: \(yaml(name))}}")
      )
    case .unknownSheet(let name, nil):
      return (
        pick(
          "แผ่นงาน “\(name)” ไม่ใช่ตารางของแผน จึงไม่ได้อ่าน",
          "the sheet “\(name)” is no table of a plan and was left alone."),
        pick(
          "ถ้าเป็นตารางของแผน ให้ตั้งชื่อตามแบบ หรือระบุใน mapping.yaml",
          "If it is one, name it as the format does, or in mapping.yaml.")
      )
    case .notAPlan(let name):
      return (
        pick(
          "สมุดงาน “\(name)” ไม่มีตารางของแผน จึงไม่ได้อ่าน",
          "the workbook “\(name)” holds no table of a plan and was not read."),
        pick(
          "ถ้าเป็นแผน ให้ตั้งชื่อแผ่นงานตามแบบ หรือเขียน mapping.yaml",
          "If it is a plan, name its sheets as the format does, or write a mapping.yaml.")
      )
    case .passedOver(let name):
      return (
        pick(
          "สมุดงาน “\(name)” อยู่ข้างโฟลเดอร์ของแผนเดียวกัน จึงอ่านจากโฟลเดอร์ ไม่ได้อ่านสมุดงานนี้",
          "the workbook “\(name)” stands beside the folder of the same plan; the folder was read, the "
            + "workbook was not."),
        pick("ถ้าต้องการใช้สมุดงาน ให้ระบุชื่อไฟล์โดยตรง", "To use the workbook, give its own path.")
      )
    case .tableTwice(let table):
      return (
        pick(
          "ตาราง \(language.name(of: table)) มีสองแผ่น อ่านทั้งสองแผ่นต่อกัน",
          "the table \(language.name(of: table)) stands twice; both are read."),
        pick("ตรวจว่าไม่ซ้ำกัน", "See that they do not repeat each other.")
      )
    case .unknownColumns(let table, let headings, let absent):
      let shown = headings.map { "“\($0.oneLine.clipped(to: 40))”" }.joined(separator: ", ")
      let missing = absent.map { heading($0, table) }.joined(separator: ", ")
      return (
        pick(
          "หัวตาราง \(shown) ไม่อยู่ในแบบ เก็บข้อมูลไว้แต่ไม่ได้ใช้เชื่อมโยง"
            + (absent.isEmpty ? "" : " ส่วนคอลัมน์ตามแบบที่ไม่พบคือ \(missing)"),
          "the headings \(shown) are not in the format; their cells are kept, not linked."
            + (absent.isEmpty ? "" : " Columns of the format that are not there: \(missing).")),
        pick(
          "ถ้าเป็นข้อมูลตามแบบ ให้แก้ชื่อหัวตาราง หรือระบุใน mapping.yaml",
          "If one is a column of the format, rename it, or map it in mapping.yaml.")
      )
    case .identityNumbers(_, let headings):
      let shown = headings.map { "“\($0.oneLine.clipped(to: 40))”" }.joined(separator: ", ")
      return (
        pick(
          "คอลัมน์ \(shown) เป็นเลขบัตรประชาชน โปรแกรมไม่อ่านและไม่เก็บ",
          "the column \(shown) holds numbers of identity cards; it is neither read nor kept."),
        pick(
          "ควรลบออกจากไฟล์ที่ส่งต่อกัน แผนไม่ต้องใช้เลขนี้",
          "Better take it out of files that are passed on; no plan needs it.")
      )
    case .columnTwice(let table, let column):
      return (
        pick(
          "หัวตาราง \(heading(column, table)) มีสองคอลัมน์ อ่านคอลัมน์แรก",
          "the heading \(heading(column, table)) stands twice; the first column is read."),
        pick("ลบหรือเปลี่ยนชื่อคอลัมน์ที่เกิน", "Delete or rename the one too many.")
      )
    case .missingColumn(let table, let column, let found, let likely):
      return (
        pick(
          "ตาราง \(language.name(of: table)) ไม่มีคอลัมน์ \(heading(column, table)) จึงอ่านตารางนี้ไม่ได้\(language.foundList(found))",
          "the table \(language.name(of: table)) has no column \(heading(column, table)) and cannot be "
            + "read\(language.foundList(found))."),
        likely.map { suggestion($0, for: column, of: table) }
          ?? pick(
            "เติมคอลัมน์ หรือบอกชื่อหัวตารางของท่านใน mapping.yaml",
            "Add the column, or name your own heading in mapping.yaml.")
      )
    case .missingPlan:
      return (
        pick(
          "ไม่มีตาราง “แผน” จึงใช้ชื่อไฟล์หรือโฟลเดอร์เป็นชื่อแผน",
          "there is no table “plan”; the file's or folder's name serves as the plan's."),
        pick("เพิ่มตาราง “แผน” หนึ่งแถว", "Add a table “plan” of one row.")
      )
    case .nothingToLink:
      return (
        pick(
          "ไม่มีทั้งตารางกิจกรรม แกนนำ และองค์กรการเงิน จึงไม่มีอะไรให้เชื่อมโยง",
          "there are neither activities nor leaders nor funds, so there is nothing to link."),
        pick("เพิ่มตาราง กิจกรรม แกนนำ หรือ องค์กรการเงิน", "Add activities, leaders or funds.")
      )
    case .emptyTemplate:
      return (
        pick(
          "แบบฟอร์มนี้ยังไม่ได้กรอก", "this template has not been filled in yet."),
        pick(
          "เริ่มที่แผ่น “แผน” หนึ่งแถว แล้วกรอก กิจกรรม แกนนำ หรือ องค์กรการเงิน ดูตัวอย่างที่แผ่น “วิธีใช้”",
          "Begin with one row of “plan”, then fill in activities, leaders or funds; the sheet “How to "
            + "use” has examples.")
      )
    case .namelessRow(let table):
      return (
        pick(
          "แถวในตาราง \(language.name(of: table)) ไม่มีทั้งชื่อและรหัส จึงไม่ได้อ่าน",
          "a row of \(language.name(of: table)) has neither name nor id and was not read."),
        pick("เติมชื่อ หรือลบแถว", "Give it a name, or delete the row.")
      )
    case .missingName(let table, let id):
      return (
        pick(
          "แถวในตาราง \(language.name(of: table)) ไม่มีชื่อ จึงใช้รหัส \(word(id, table, .id)) แทน",
          "a row of \(language.name(of: table)) has no name; its id \(word(id, table, .id)) stands for it."
        ),
        pick("เติมชื่อ", "Give it a name.")
      )
    case .totalsRow(let table):
      return (
        pick(
          "แถวรวมในตาราง \(language.name(of: table)) ไม่ใช่รายการ จึงไม่ได้อ่าน",
          "a row of totals in \(language.name(of: table)) is no entry and was not read."),
        pick("ไม่ต้องทำอะไร", "Nothing to do.")
      )
    case .maybeTotal(let table, let text):
      return (
        pick(
          "แถว \(word(text, table, .name)) ในตาราง \(language.name(of: table)) อาจเป็นแถวรวมยอด แต่ไม่แน่ใจ จึงอ่านเป็นรายการหนึ่ง",
          "the row \(word(text, table, .name)) of \(language.name(of: table)) may sum up others; as that is "
            + "not sure, it was read as an entry."),
        pick(
          "ถ้าเป็นแถวรวม ให้ลบแถวนั้นหรือเขียนชื่อว่า “รวม” ถ้าเป็นรายการจริง ให้เติมรหัส",
          "If it is a sum, delete it or call it “total”; if it is an entry, give it an id.")
      )
    case .remarkRow(let table, let text):
      return (
        pick(
          "บรรทัด \(word(text, table, .name)) ในตาราง \(language.name(of: table)) เป็นหมายเหตุ ไม่ใช่รายการ จึงไม่ได้อ่าน",
          "the line \(word(text, table, .name)) of \(language.name(of: table)) is a remark and no entry; it was "
            + "not read."),
        pick("ไม่ต้องทำอะไร", "Nothing to do.")
      )
    case .cellsWithoutHeading(let table):
      return (
        pick(
          "ในตาราง \(language.name(of: table)) มีข้อมูลในช่องที่ไม่มีหัวตาราง จึงไม่ได้อ่าน",
          "in \(language.name(of: table)) there are filled cells under no heading; they were not read."
        ),
        pick("เติมหัวตาราง หรือลบช่องนั้น", "Give the column a heading, or empty the cells.")
      )
    case .incompleteRow(let table, let column):
      return (
        pick(
          "แถวในตาราง \(language.name(of: table)) ไม่ได้บอก \(heading(column, table)) จึงไม่ได้อ่าน",
          "a row of \(language.name(of: table)) does not say \(heading(column, table)) and was not read."
        ),
        pick("เติมช่องนั้น หรือลบแถว", "Fill the cell, or delete the row.")
      )
    case .undecided:
      return (
        pick(
          "ข้อเสนอที่ยังไม่ได้ลงมติ (ช่องสถานะว่าง) จึงยังไม่นับเป็นมติ",
          "proposals on which nothing is decided yet (no status); they do not count as decisions."),
        pick(
          "ลงมติแล้วจึงเลือกสถานะ ข้อที่ยังไม่ได้ลงมติปล่อยว่างไว้ได้",
          "Choose a status once it is decided; the others may stay as they are.")
      )
    case .withoutStatus:
      return (
        pick(
          "มีผู้รับผิดชอบ กำหนด วันที่ หรือเหตุผล แต่ช่องสถานะว่าง จึงยังไม่นับเป็นมติ",
          "who, by when, the day or a reason is given, but no status, so it does not count as a decision yet."
        ),
        pick(
          "ถ้าลงมติแล้ว เลือกสถานะ เช่น เห็นชอบ หรือ เลื่อน ถ้ายังไม่ได้ลงมติ ปล่อยไว้ได้",
          "If it is decided, choose a status, such as accepted or postponed; else it may stay as it is."
        )
      )
    case .overtakenDecisions:
      return (
        pick(
          "มติเดิมของคู่ที่มีมติใหม่กว่าแล้ว (ดูวันที่ ถ้าบอกไม่ได้ดูลำดับที่อ่าน) จึงนับเฉพาะมติใหม่",
          "earlier decisions on pairs that have a later one (by the day, else by the order of reading); only "
            + "the later counts."),
        pick("เก็บแถวเดิมไว้เป็นประวัติได้", "The rows may stay as they are.")
      )
    case .planlessRow(let table):
      return (
        pick(
          "แถวในตาราง \(language.name(of: table)) ไม่บอกว่าเป็นของแผนใด จึงไม่ได้อ่าน",
          "a row of \(language.name(of: table)) does not say which plan it belongs to and was not read."
        ),
        pick(
          "เติมคอลัมน์ “แผน” หรือเขียนรหัสเป็น แผน/รหัส", "Fill the column “plan”, or write ids as plan/id."
        )
      )
    case .oldWorkbook(let name):
      return (
        pick(
          "“\(name)” เป็น Excel รุ่นเก่า (.xls) จึงไม่ได้อ่าน",
          "“\(name)” is an old Excel file (.xls) and was not read."),
        pick(
          "ถ้ามีตารางของแผน ให้เปิดใน Excel แล้วบันทึกใหม่ (บันทึกเป็น) แต่ละแผ่นเป็น CSV UTF-8 ในโฟลเดอร์นี้ หรือทั้งเล่มเป็น .xlsx",
          "If it holds tables of the plan, open it in Excel and save each sheet anew as CSV UTF-8 in this "
            + "folder, or all of it as .xlsx.")
      )
    case .textLeftAlone(let name):
      return (
        pick(
          "ไฟล์ “\(name)” ไม่ได้อ่าน เพราะชื่อไม่ใช่ชื่อตารางของแผน",
          "the file “\(name)” was not read, as its name is no table's."),
        pick(
          "ถ้าเป็นตารางของแผน ให้ตั้งชื่อตามแบบ", "If it is a table, name it as the format does.")
      )
    case .unreadable(let name, let error), .unreadableTable(let name, let error):
      return (
        pick(
          "อ่าน “\(name)” ไม่ได้ จึงข้ามไป อ่านที่เหลือต่อ: \(language.sentence(error))",
          "“\(name)” could not be read and was passed over; the rest was read. \(language.sentence(error))"
        ),
        pick("แก้ไฟล์นั้นแล้วตรวจใหม่", "Mend that file and check again.")
      )
    case .titleLines(let table, let row):
      return (
        pick(
          "มีข้อความเหนือหัวตาราง \(language.name(of: table)) ถือว่าเป็นชื่อเรื่อง หัวตารางอยู่แถว \(row)",
          "there are lines above the heading of \(language.name(of: table)); they are taken for its "
            + "title, and row \(row) for the heading."),
        pick(
          "ไม่ต้องทำอะไร ถ้าหัวตารางอยู่แถวนั้นจริง ถ้าไม่ใช่ ให้ระบุ header_row: ใน mapping.yaml",
          "Nothing to do if that is the heading; else say header_row: in mapping.yaml.")
      )
    case .headingOfTwoRows(let table, let headings):
      return (
        pick(
          "หัวตาราง \(language.name(of: table)) มีสองแถว อ่านรวมกันเป็น \(quoted(headings))",
          "the heading of \(language.name(of: table)) has two rows, read together as \(quoted(headings))."
        ),
        pick(
          "ตรวจว่าตรงกับที่หมายถึง ถ้าไม่ตรง ให้ระบุ header_row: ใน mapping.yaml",
          "See that this is meant; else say header_row: in mapping.yaml.")
      )
    case .headingAgain(let table):
      return (
        pick(
          "ในตาราง \(language.name(of: table)) มีหัวตารางซ้ำกลางตาราง จึงข้ามแถวนั้น",
          "the heading of \(language.name(of: table)) stands again within the table; the row was passed "
            + "over."),
        pick("ไม่ต้องทำอะไร", "Nothing to do.")
      )
    case .sectionRow(let table, let text):
      return (
        pick(
          "แถว \(word(text, table, .note)) ในตาราง \(language.name(of: table)) เป็นหัวข้อคั่นตาราง (ช่องผสานทั้งแถว) จึงไม่ได้อ่านเป็นรายการ",
          "the row \(word(text, table, .note)) in \(language.name(of: table)) is one cell merged "
            + "over several columns: a title within the table, read as no entry."),
        pick(
          "ถ้าเป็นรายการ ให้เลิกผสานช่อง ถ้าเป็นประเด็น ให้เติมในคอลัมน์ประเด็น",
          "If it is an entry, unmerge it; if it is an issue, write it into the column of issues.")
      )
    case .hiddenSheet(let table):
      return (
        pick(
          "แผ่นงานนี้ถูกซ่อนไว้ แต่อ่านเป็นตาราง \(language.name(of: table)) ด้วย",
          "this sheet is hidden; it was read as \(language.name(of: table)) all the same."),
        pick("ถ้าไม่ใช้แล้ว ให้ลบแผ่นงานนั้น", "If it is no longer used, delete the sheet.")
      )
    case .hiddenRows(let table):
      return (
        pick(
          "ในตาราง \(language.name(of: table)) มีแถวที่ซ่อนหรือกรองไว้ แต่อ่านด้วย",
          "rows of \(language.name(of: table)) are hidden or filtered out; they were read all the same."
        ),
        pick(
          "เลิกซ่อนหรือเลิกกรองเพื่อดู ถ้าไม่ใช้แล้วให้ลบแถว",
          "Unhide them or clear the filter to see; delete rows that are no longer used.")
      )
    case .hiddenColumn(let table, let heading):
      return (
        pick(
          "คอลัมน์ “\(heading.oneLine.clipped(to: 40))” ในตาราง \(language.name(of: table)) ถูกซ่อนไว้ แต่อ่านด้วย",
          "the column “\(heading.oneLine.clipped(to: 40))” of \(language.name(of: table)) is hidden; it "
            + "was read all the same."),
        pick("ถ้าไม่ใช้แล้ว ให้ลบคอลัมน์", "If it is no longer used, delete the column.")
      )
    case .filledFromMerge(let table):
      return (
        pick(
          "ช่องผสานในตาราง \(language.name(of: table)) อ่านค่าของช่องแรกให้ทุกแถวที่ผสานไว้",
          "merged cells in \(language.name(of: table)) were read as the first cell's text in each of their rows."
        ),
        pick("ถ้าไม่ใช่ค่าของทุกแถว ให้เลิกผสานช่อง", "If it is not meant for each row, unmerge the cells.")
      )
    case .amountInMerge(let table, let column):
      return (
        pick(
          "\(heading(column, table)) เป็นช่องผสานหลายแถว นับจำนวนเงินครั้งเดียวที่แถวแรก แถวที่เหลือถือว่าไม่ทราบ",
          "\(heading(column, table)) is one cell merged over several rows; the amount counts once, in the "
            + "first row, and is unknown in the others."),
        pick(
          "ถ้าเป็นยอดของแต่ละแถว ให้เลิกผสานแล้วเขียนทุกแถว",
          "If each row has an amount of its own, unmerge the cell and write each.")
      )
    default: return nil
    }
  }

  /// What to do where a heading may be the one that is missing: the line to paste.
  private func suggestion(_ likely: String, for column: Column, of table: Table) -> String {
    let line =
      "tables: {\(table.englishName): {columns: {\(column.englishName): \(yaml(likely))}}}"
    let theirs = "“\(likely.oneLine.clipped(to: 40))”"
    return pick(
      "ถ้า \(theirs) คือคอลัมน์นี้ ให้แก้หัวตารางเป็น \(heading(column, table)) หรือเขียนใน mapping.yaml ว่า \(line)",
      "If \(theirs) is that column, call it \(heading(column, table)), or write in mapping.yaml: \(line)"
    )
  }

  /// A word as it can be pasted into a mapping.
  private func yaml(_ word: String) -> String {
    "\"" + word.oneLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private func quoted(_ headings: [String]) -> String {
    let shown = headings.prefix(12).map { "“\($0.oneLine.clipped(to: 40))”" }.joined(
      separator: ", ")
    return shown + (headings.count > 12 ? ", …" : "")
  }
}
