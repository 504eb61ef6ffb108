import Graphs
public import Plans
import Sheets

extension Language {
  /// Where it was found: `กิจกรรม.csv ช่อง C12`.
  public func place(of diagnostic: Diagnostic) -> String {
    var parts = [diagnostic.file]
    if let sheet = diagnostic.sheet { parts.append(pick("แผ่นงาน \(sheet)", "sheet \(sheet)")) }
    if let cells = cells(of: diagnostic, atMost: 6) {
      let isRow = diagnostic.cells.first?.column == nil
      parts.append(
        isRow ? pick("แถว \(cells)", "row \(cells)") : pick("ช่อง \(cells)", "cell \(cells)"))
    }
    return parts.joined(separator: " ")
  }

  /// How often it was found, in brackets; empty for once.
  public func times(_ diagnostic: Diagnostic) -> String {
    guard diagnostic.count > 1 else { return "" }
    if case .createdRows(let kind) = diagnostic.problem {
      return " (\(count(diagnostic.count, kind)))"
    }
    let number = number(diagnostic.count)
    let unit = diagnostic.cells.first?.column == nil ? "แห่ง" : "ช่อง"
    return pick(" (\(number) \(unit))", " (\(number) times)")
  }

  /// The cells of a diagnostic, `C4, C9–C12`; nil where it names none.
  public func cells(of diagnostic: Diagnostic, atMost limit: Int) -> String? {
    var runs: [(first: CellAddress, last: CellAddress)] = []
    for cell in diagnostic.cells.sorted(by: {
      ($0.column ?? -1, $0.row) < ($1.column ?? -1, $1.row)
    }) {
      if let last = runs.last, last.last.column == cell.column, cell.row <= last.last.row + 1 {
        runs[runs.count - 1].last = cell
      } else {
        runs.append((cell, cell))
      }
    }
    if runs.isEmpty { return nil }
    let shown = runs.prefix(limit).map { run in
      run.first == run.last ? "\(run.first)" : "\(run.first)–\(run.last)"
    }
    let rest = runs.count > limit ? pick(" …", " …") : ""
    return shown.joined(separator: ", ") + rest
  }

  /// How grave it is, in a word.
  public func name(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: pick("ต้องแก้", "error")
    case .warning: pick("ควรดู", "warning")
    case .note: pick("หมายเหตุ", "note")
    }
  }

  /// What is wrong and what was expected.
  ///
  /// - Parameter hidesPeople: Whether words from cells that may name people are left out, as on
  ///   paper for others than the officer.
  public func message(of diagnostic: Diagnostic, hidesPeople: Bool = false) -> String {
    DiagnosticSentence(self, hidesPeople: hidesPeople).message(diagnostic.problem)
  }

  /// What to do about it.
  public func suggestion(for diagnostic: Diagnostic) -> String {
    DiagnosticSentence(self, hidesPeople: true).suggestion(diagnostic.problem)
  }
}

private struct DiagnosticSentence {
  let language: Language
  let hidesPeople: Bool

  init(_ language: Language, hidesPeople: Bool) {
    self.language = language
    self.hidesPeople = hidesPeople
  }

  private func pick(
    _ thai: @autoclosure () -> String, _ english: @autoclosure () -> String
  ) -> String { language.pick(thai(), english()) }

  /// A word from a cell in quotation marks, shortened.
  private func word(_ text: String, _ table: Table, _ column: Column) -> String {
    // In the table of leaders a name may stand in any column by mistake.
    let mayNamePeople =
      table == .leaders || (column.mayNamePeople && ![.name, .id].contains(column))
    if hidesPeople, mayNamePeople { return pick("(ไม่แสดงชื่อ)", "(name not shown)") }
    return "“\(text.oneLine.clipped(to: 60))”"
  }

  private func heading(_ column: Column, _ table: Table) -> String {
    "“\(language.name(of: column, in: table))”"
  }

  func message(_ problem: Diagnostic.Problem) -> String {
    switch problem {
    case .unknownSheet(let name):
      return pick(
        "แผ่นงาน “\(name)” ไม่ใช่ตารางของแผน จึงไม่ได้อ่าน",
        "the sheet “\(name)” is no table of a plan and was left alone.")
    case .notAPlan(let name):
      return pick(
        "สมุดงาน “\(name)” ไม่มีตารางของแผน จึงไม่ได้อ่าน",
        "the workbook “\(name)” holds no table of a plan and was not read.")
    case .passedOver(let name):
      return pick(
        "สมุดงาน “\(name)” อยู่ข้างโฟลเดอร์ของแผนเดียวกัน จึงอ่านจากโฟลเดอร์ ไม่ได้อ่านสมุดงานนี้",
        "the workbook “\(name)” stands beside the folder of the same plan; the folder was read, the "
          + "workbook was not.")
    case .tableTwice(let table):
      return pick(
        "ตาราง \(language.name(of: table)) มีสองแผ่น อ่านทั้งสองแผ่นต่อกัน",
        "the table \(language.name(of: table)) stands twice; both are read.")
    case .unknownColumns(let table, let headings, let absent):
      let shown = headings.map { "“\($0.oneLine.clipped(to: 40))”" }.joined(separator: ", ")
      let missing = absent.map { heading($0, table) }.joined(separator: ", ")
      return pick(
        "หัวตาราง \(shown) ไม่อยู่ในแบบ เก็บข้อมูลไว้แต่ไม่ได้ใช้เชื่อมโยง"
          + (absent.isEmpty ? "" : " ส่วนคอลัมน์ตามแบบที่ไม่พบคือ \(missing)"),
        "the headings \(shown) are not in the format; their cells are kept, not linked."
          + (absent.isEmpty ? "" : " Columns of the format that are not there: \(missing)."))
    case .columnTwice(let table, let column):
      return pick(
        "หัวตาราง \(heading(column, table)) มีสองคอลัมน์ อ่านคอลัมน์แรก",
        "the heading \(heading(column, table)) stands twice; the first column is read.")
    case .missingColumn(let table, let column, let found):
      return pick(
        "ตาราง \(language.name(of: table)) ไม่มีคอลัมน์ \(heading(column, table)) จึงอ่านตารางนี้ไม่ได้\(language.foundList(found))",
        "the table \(language.name(of: table)) has no column \(heading(column, table)) and cannot be "
          + "read\(language.foundList(found)).")
    case .missingPlan:
      return pick(
        "ไม่มีตาราง “แผน” จึงใช้ชื่อไฟล์หรือโฟลเดอร์เป็นชื่อแผน",
        "there is no table “plan”; the file's or folder's name serves as the plan's.")
    case .nothingToLink:
      return pick(
        "ไม่มีทั้งตารางกิจกรรม แกนนำ และองค์กรการเงิน จึงไม่มีอะไรให้เชื่อมโยง",
        "there are neither activities nor leaders nor funds, so there is nothing to link.")
    case .namelessRow(let table):
      return pick(
        "แถวในตาราง \(language.name(of: table)) ไม่มีทั้งชื่อและรหัส จึงไม่ได้อ่าน",
        "a row of \(language.name(of: table)) has neither name nor id and was not read.")
    case .missingName(let table, let id):
      return pick(
        "แถวในตาราง \(language.name(of: table)) ไม่มีชื่อ จึงใช้รหัส \(word(id, table, .id)) แทน",
        "a row of \(language.name(of: table)) has no name; its id \(word(id, table, .id)) stands for it."
      )
    case .totalsRow(let table):
      return pick(
        "แถวรวมในตาราง \(language.name(of: table)) ไม่ใช่รายการ จึงไม่ได้อ่าน",
        "a row of totals in \(language.name(of: table)) is no entry and was not read.")
    case .cellsWithoutHeading(let table):
      return pick(
        "ในตาราง \(language.name(of: table)) มีข้อมูลในช่องที่ไม่มีหัวตาราง จึงไม่ได้อ่าน",
        "in \(language.name(of: table)) there are filled cells under no heading; they were not read."
      )
    case .incompleteRow(let table, let column):
      return pick(
        "แถวในตาราง \(language.name(of: table)) ไม่ได้บอก \(heading(column, table)) จึงไม่ได้อ่าน",
        "a row of \(language.name(of: table)) does not say \(heading(column, table)) and was not read."
      )
    case .planlessRow(let table):
      return pick(
        "แถวในตาราง \(language.name(of: table)) ไม่บอกว่าเป็นของแผนใด จึงไม่ได้อ่าน",
        "a row of \(language.name(of: table)) does not say which plan it belongs to and was not read."
      )
    case .duplicateID(let table, let id, let first):
      return pick(
        "รหัสหรือชื่อ \(word(id, table, .id)) ซ้ำกับแถว \(first.cell?.description ?? "ก่อนหน้า") จึงไม่ได้อ่านแถวนี้",
        "the id or name \(word(id, table, .id)) stands in row \(first.cell?.description ?? "") "
          + "already; this row was not read.")
    case .notANumber(let table, let column, let text):
      return pick(
        "\(heading(column, table)) ควรเป็นตัวเลข แต่เป็น \(word(text, table, column)) จึงถือว่าไม่ทราบ",
        "\(heading(column, table)) should be a number and is \(word(text, table, column)); it counts "
          + "as unknown.")
    case .notADate(let table, let column, let text):
      return pick(
        "\(heading(column, table)) ควรเป็นปีหรือวันที่ แต่เป็น \(word(text, table, column)) จึงถือว่าไม่ทราบ",
        "\(heading(column, table)) should be a year or date and is \(word(text, table, column)); it "
          + "counts as unknown.")
    case .unknownWord(let table, let column, let text, _):
      return pick(
        "ไม่รู้จักคำ \(word(text, table, column)) ใน \(heading(column, table)) จึงถือว่าไม่ทราบ",
        "the word \(word(text, table, column)) in \(heading(column, table)) is not known; it counts "
          + "as unknown.")
    case .formulaError(let table, let column, let code):
      return pick(
        "สูตรใน \(heading(column, table)) ผิด (\(code)) จึงถือว่าไม่ทราบ",
        "the formula in \(heading(column, table)) fails (\(code)); it counts as unknown.")
    case .danglingReference(let table, let column, let text, let kinds):
      let wanted =
        kinds.count > 2
        ? pick("ใดของแผน", "row of any table") : language.list(kinds.map(language.name(of:)))
      return pick(
        "\(heading(column, table)) อ้างถึง \(word(text, table, column)) ซึ่งไม่มีในตาราง\(wanted)",
        "\(heading(column, table)) refers to \(word(text, table, column)), which is no \(wanted).")
    case .absentTable(let table, let column, let kind):
      let wanted = Table(kind).map(language.name(of:)) ?? language.name(of: kind)
      return pick(
        "\(heading(column, table)) อ้างถึงตาราง \(wanted) แต่แผนนี้ไม่มีตารางนั้นหรือตารางว่าง",
        "\(heading(column, table)) refers to the table \(wanted), which is absent or empty.")
    case .ambiguousReference(let table, let column, let text, let candidates):
      return pick(
        "\(heading(column, table)) อ้างถึง \(word(text, table, column)) ซึ่งตรงกับหลายแถว คือ \(candidates.joined(separator: ", "))",
        "\(heading(column, table)) refers to \(word(text, table, column)), which fits several rows: "
          + "\(candidates.joined(separator: ", ")).")
    case .conflictingCells(let table, let column, let kept):
      return pick(
        "\(heading(column, table)) มีหลายค่าต่างกันในที่ที่ควรมีค่าเดียว ใช้ค่าแรก คือ \(word(kept, table, column))",
        "\(heading(column, table)) has several values where one has room; the first is kept, "
          + "\(word(kept, table, column)).")
    case .createdRows(let kind):
      return pick(
        "สร้าง\(language.name(of: kind))ขึ้นใหม่จากชื่อที่ไม่มีในตาราง ตามที่ mapping.yaml สั่ง",
        "\(language.name(of: kind)) rows were made of names that stand in no table, as mapping.yaml "
          + "asks.")
    case .joinedIssues(let names):
      let shown = names.map { "“\($0.oneLine)”" }.joined(separator: " = ")
      return pick("ถือว่าเป็นประเด็นเดียวกัน: \(shown)", "read as one issue: \(shown).")
    }
  }

  func suggestion(_ problem: Diagnostic.Problem) -> String {
    switch problem {
    case .unknownSheet:
      pick(
        "ถ้าเป็นตารางของแผน ให้ตั้งชื่อตามแบบ หรือระบุใน mapping.yaml",
        "If it is one, name it as the format does, or in mapping.yaml.")
    case .notAPlan:
      pick(
        "ถ้าเป็นแผน ให้ตั้งชื่อแผ่นงานตามแบบ หรือเขียน mapping.yaml",
        "If it is a plan, name its sheets as the format does, or write a mapping.yaml.")
    case .passedOver:
      pick("ถ้าต้องการใช้สมุดงาน ให้ระบุชื่อไฟล์โดยตรง", "To use the workbook, give its own path.")
    case .tableTwice: pick("ตรวจว่าไม่ซ้ำกัน", "See that they do not repeat each other.")
    case .unknownColumns:
      pick(
        "ถ้าเป็นข้อมูลตามแบบ ให้แก้ชื่อหัวตาราง หรือระบุใน mapping.yaml",
        "If one is a column of the format, rename it, or map it in mapping.yaml.")
    case .columnTwice: pick("ลบหรือเปลี่ยนชื่อคอลัมน์ที่เกิน", "Delete or rename the one too many.")
    case .missingColumn:
      pick(
        "เติมคอลัมน์ หรือบอกชื่อหัวตารางของท่านใน mapping.yaml",
        "Add the column, or name your own heading in mapping.yaml.")
    case .missingPlan: pick("เพิ่มตาราง “แผน” หนึ่งแถว", "Add a table “plan” of one row.")
    case .nothingToLink:
      pick("เพิ่มตาราง กิจกรรม แกนนำ หรือ องค์กรการเงิน", "Add activities, leaders or funds.")
    case .namelessRow: pick("เติมชื่อ หรือลบแถว", "Give it a name, or delete the row.")
    case .missingName: pick("เติมชื่อ", "Give it a name.")
    case .totalsRow: pick("ไม่ต้องทำอะไร", "Nothing to do.")
    case .cellsWithoutHeading:
      pick("เติมหัวตาราง หรือลบช่องนั้น", "Give the column a heading, or empty the cells.")
    case .absentTable:
      pick(
        "เพิ่มตารางนั้น หรือตรวจชื่อไฟล์หรือแผ่นงาน",
        "Add that table, or check the name of its file or sheet.")
    case .incompleteRow: pick("เติมช่องนั้น หรือลบแถว", "Fill the cell, or delete the row.")
    case .planlessRow:
      pick(
        "เติมคอลัมน์ “แผน” หรือเขียนรหัสเป็น แผน/รหัส", "Fill the column “plan”, or write ids as plan/id.")
    case .duplicateID: pick("แก้รหัสให้ไม่ซ้ำ", "Make the ids differ.")
    case .notANumber:
      pick("เขียนเป็นตัวเลข หรือใส่ - ถ้าไม่ทราบ", "Write a number, or - if it is not known.")
    case .notADate:
      pick("เขียนเป็นปี พ.ศ. เช่น 2566 หรือ 31/5/2566", "Write a year such as 2566, or 31/5/2566.")
    case .unknownWord(_, _, _, let allowed):
      pick(
        "ใช้คำใดคำหนึ่งต่อไปนี้: \(allowed.joined(separator: ", "))",
        "Use one of these: \(allowed.joined(separator: ", ")).")
    case .formulaError: pick("แก้สูตรใน Excel แล้วบันทึก", "Mend the formula in Excel and save.")
    case .danglingReference:
      pick(
        "แก้ให้ตรงกับรหัสหรือชื่อในตารางนั้น หรือเพิ่มแถวที่ขาด",
        "Write the id or exact name of a row there, or add the row.")
    case .ambiguousReference: pick("ใช้รหัสแทนชื่อ", "Write the id instead of the name.")
    case .conflictingCells: pick("แก้ให้เหลือค่าเดียว", "Leave one value.")
    case .createdRows: pick("ไม่ต้องทำอะไร ถ้าชื่อถูกต้องแล้ว", "Nothing to do if the names are right.")
    case .joinedIssues:
      pick("ถ้าไม่ใช่เรื่องเดียวกัน ให้ตั้งชื่อให้ต่างออกไป", "If they are not, give one another name.")
    }
  }
}
