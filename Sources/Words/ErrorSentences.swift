public import Plans
public import Sheets

extension Language {
  /// What went wrong with a file and what to do, in one sentence or two.
  public func sentence(_ error: SheetError) -> String {
    switch error {
    case .notFound(let path):
      pick(
        "ไม่พบ “\(path)” โปรดตรวจชื่อและที่อยู่ของไฟล์",
        "“\(path)” is not there; check its name and folder.")
    case .unreadable(let path, let reason):
      pick(
        "เปิด “\(path)” ไม่ได้ (\(reason)) โปรดตรวจสิทธิ์ของไฟล์ หรือปิดโปรแกรมอื่นที่เปิดไฟล์อยู่",
        "“\(path)” cannot be opened (\(reason)); check its permissions, or close what holds it.")
    case .empty(let path):
      pick(
        "ไฟล์ “\(path)” ว่างเปล่า โปรดเลือกไฟล์ที่มีข้อมูล", "“\(path)” is empty; choose a file with content."
      )
    case .notAWorkbook(let path):
      pick(
        "“\(path)” ไม่ใช่สมุดงานที่อ่านได้ โปรดเปิดใน Excel หรือ LibreOffice แล้วบันทึกใหม่เป็น .xlsx "
          + "(อ่านได้: .xlsx .ods .csv .tsv .txt)",
        "“\(path)” is no workbook that can be read; open it in Excel or LibreOffice and save it anew "
          + "as .xlsx (what can be read: .xlsx .ods .csv .tsv .txt).")
    case .oldOrProtectedWorkbook(let path):
      pick(
        "“\(path)” เป็น Excel รุ่นเก่า (.xls) หรือมีรหัสผ่าน โปรดเปิดใน Excel แล้วบันทึกใหม่เป็น .xlsx โดยไม่ใส่รหัสผ่าน",
        "“\(path)” is an old Excel file (.xls) or has a password; open it in Excel and save it "
          + "anew as .xlsx without one.")
    case .damaged(let path, let part):
      pick(
        "ไฟล์ “\(path)” ชำรุดหรือขาดตอน\(part.map { " (ที่ \($0))" } ?? "") โปรดบันทึกใหม่จาก Excel หรือใช้สำเนาอื่น",
        "“\(path)” is damaged or cut off\(part.map { " (at \($0))" } ?? ""); save it anew from Excel, "
          + "or use another copy.")
    case .documentType(let path, let part):
      pick(
        "ไฟล์ “\(path)” มีคำสั่งที่สมุดงานปกติไม่มี (DOCTYPE ใน \(part)) จึงไม่อ่าน โปรดบันทึกใหม่จาก Excel",
        "“\(path)” holds what no workbook needs (a DOCTYPE in \(part)) and is not read; save it anew "
          + "from Excel.")
    case .tooLarge(let path):
      pick(
        "ไฟล์ “\(path)” ใหญ่เกินกว่าจะเป็นแผนชุมชน โปรดแบ่งไฟล์ตามตำบล",
        "“\(path)” is larger than plans are; split it by tambon.")
    case .cellTooLong(let path, let sheet, let cell):
      pick(
        "“\(path)”\(sheet.map { " แผ่นงาน \($0)" } ?? "") ช่อง \(cell) มีข้อความยาวเกินกว่าจะเป็นช่องเดียว "
          + "โปรดตรวจช่องนั้น แล้วแบ่งหรือตัดให้สั้นลง",
        "“\(path)”\(sheet.map { ", sheet \($0)" } ?? ""), cell \(cell) holds a text too long for one "
          + "cell; look at it, and split or shorten it.")
    case .openQuote(let path, let row):
      pick(
        "ไฟล์ “\(path)” เปิดเครื่องหมายคำพูด (\") ไว้โดยไม่ปิด อ่านได้ถึงแถว \(row) โปรดเติมเครื่องหมายปิด หรือลบออก",
        "“\(path)” opens a quotation mark (\") and never closes it; reading came to row \(row). "
          + "Close or delete it.")
    case .undecodable(let path, let encoding, let row):
      pick(
        "อ่านตัวอักษรใน “\(path)” แถว \(row) ไม่ออก (อ่านเป็น \(encoding.rawValue)) "
          + "โปรดแก้ตัวอักษรในแถวนั้น แล้วบันทึกใหม่เป็น CSV UTF-8",
        "The characters of “\(path)” cannot be read in row \(row) (taken as \(encoding.rawValue)); "
          + "mend that row, and save the file anew as CSV UTF-8.")
    case .unwritable(let path, let reason):
      pick(
        "เขียน “\(path)” ไม่ได้ (\(reason)) โปรดตรวจสิทธิ์ของโฟลเดอร์ หรือปิดไฟล์ที่เปิดค้างอยู่",
        "“\(path)” cannot be written (\(reason)); check the folder's permissions, or close the file."
      )
    }
  }

  /// Why no plan could be read and what to do.
  public func sentence(_ error: PlanError) -> String {
    switch error {
    case .sheet(let error): sentence(error)
    case .noTable(let path, let found):
      pick(
        "ไม่พบตารางของแผนใน “\(path)”\(foundList(found)) โปรดตั้งชื่อแผ่นงานหรือไฟล์ตามแบบ เช่น กิจกรรม แกนนำ องค์กรการเงิน หรือเขียน mapping.yaml",
        "There is no table of a plan in “\(path)”\(foundList(found)); name the sheets or files as "
          + "the format does (activities, leaders, funds), or write a mapping.yaml.")
    case .severalWorkbooks(let path, let found):
      pick(
        "ใน “\(path)” มีสมุดงานหลายไฟล์\(foundList(found)) โปรดระบุ file: ใน mapping.yaml",
        "“\(path)” holds several workbooks\(foundList(found)); say which by file: in mapping.yaml.")
    case .onlyDecisions(let path):
      pick(
        "“\(path)” มีแต่มติ ไม่มีแผน โปรดใส่ชื่อแผนไว้ข้างหน้าด้วย เช่น แผน.xlsx \(path)",
        "“\(path)” holds only decisions and no plan; give the plan too, as in plan.xlsx \(path).")
    case .samePlanTwice(let id, let paths):
      pick(
        "แผนรหัส “\(id)” มีสองที่ คือ \(list(paths)) โปรดเลือกให้เหลือที่เดียว หรือเปลี่ยนรหัสแผน",
        "The plan id “\(id)” stands in two places, \(list(paths)); give one of them, or change an id."
      )
    case .mapping(let path, let line, let problem):
      "“\(path)”\(line.map { pick(" บรรทัด \($0)", " line \($0)") } ?? ""): \(sentence(problem))"
    }
  }

  private func sentence(_ problem: MappingProblem) -> String {
    switch problem {
    case .notYAML(let reason):
      pick(
        "อ่านเป็น YAML ไม่ได้ โปรดตรวจย่อหน้าและเครื่องหมาย (\(reason.oneLine))",
        "this is no YAML; check indents and marks (\(reason.oneLine)).")
    case .unknownKey(let key, let allowed):
      pick(
        "ไม่รู้จักคำ “\(key)” คำที่ใช้ได้คือ \(allowed.joined(separator: ", "))",
        "the key “\(key)” means nothing here; those that do are \(allowed.joined(separator: ", "))."
      )
    case .wrongValue(let key, let expected):
      pick(
        "ค่าของ “\(key)” ผิดรูป ควรเป็นเช่น \(expected)",
        "the value of “\(key)” has the wrong shape; write it like \(expected).")
    case .missingKey(let key, let within):
      pick("ขาด “\(key)” ใน “\(within)” โปรดเติม", "“\(within)” needs “\(key)”; add it.")
    case .unknownFile(let file, let found):
      pick(
        "ไม่พบไฟล์ “\(file)”\(foundList(found)) โปรดแก้ file:",
        "there is no file “\(file)”\(foundList(found)); mend file:.")
    case .unknownSheet(let sheet, let found):
      pick(
        "ไม่พบแผ่นงาน “\(sheet)”\(foundList(found)) โปรดแก้ sheet:",
        "there is no sheet “\(sheet)”\(foundList(found)); mend sheet:.")
    case .sameTwice(let also, let first, let second):
      pick(
        "“\(also.oneLine)” ใต้ same: เป็นได้ชื่อเดียว แต่เขียนไว้ทั้ง “\(first.oneLine)” และ “\(second.oneLine)” โปรดลบบรรทัดที่ไม่ใช่",
        "“\(also.oneLine)” below same: can be one name only, and is said to be both “\(first.oneLine)” and "
          + "“\(second.oneLine)”; delete the line that is wrong.")
    case .wordTwice(let word, let first):
      pick(
        "คำ “\(word)” อยู่ใต้ “\(first)” แล้ว โปรดให้อยู่ที่เดียว",
        "the word “\(word)” stands under “\(first)” already; leave it in one place.")
    case .oneLine(let key):
      pick(
        "“\(key):” เขียนไว้ในบรรทัดเดียว จึงเติมให้ไม่ได้ โปรดเขียนรายการใต้ \(key): บรรทัดละหนึ่งรายการ",
        "“\(key):” is written in one line, so nothing can be added; write its entries below it, one a line."
      )
    case .unknownHeading(let heading, let found):
      pick(
        "ไม่พบหัวตาราง “\(heading)”\(foundList(found)) โปรดแก้ชื่อหัวตาราง หรือ header_row:",
        "there is no heading “\(heading)”\(foundList(found)); mend the heading, or header_row:.")
    }
  }

  func foundList(_ found: [String]) -> String {
    if found.isEmpty { return pick(" (ไม่มีอะไรอยู่เลย)", " (nothing is there)") }
    let shown = found.prefix(8).map { "“\($0.oneLine.clipped(to: 60))”" }.joined(separator: ", ")
    let more = found.count > 8 ? ", …" : ""
    return pick(" (ที่มีคือ \(shown)\(more))", " (there are \(shown)\(more))")
  }
}

extension String {
  /// The text, cut after so many characters as a reader sees them, with an ellipsis.
  public func clipped(to limit: Int) -> String {
    count > limit ? prefix(max(0, limit - 1)) + "…" : self
  }
}
