import Sheets

/// A sheet of 200,000 rows and seven columns, such as a province's budget is kept in.
enum LargeSheet {
  static let rowCount = 200_000
  private static let headings = [
    "รหัส", "ชื่อโครงการ", "หมู่บ้าน", "งบประมาณ", "ปี", "องค์กร", "หมายเหตุ",
  ]

  /// Writes the sheet as a workbook and as text, unless they are there from a run before.
  static func write(into folder: String) throws(SheetError) -> (workbook: String, text: String) {
    let workbook = Folder.join(folder, "large.xlsx")
    let text = Folder.join(folder, "large.csv")
    if FileBytes.exists(workbook), FileBytes.exists(text) { return (workbook, text) }
    try Folder.create(folder)
    let rows = (0..<rowCount).map(row)
    let columns = headings.map { SheetDraft.Column($0, width: 12) }
    try XLSXWriter.write([SheetDraft(name: "งบประมาณ", columns: columns, rows: rows)], to: workbook)
    let texts = [headings] + rows.map { row in row.map(\.text) }
    try FileBytes.write(CSV.bytes(of: texts), to: text)
    return (workbook, text)
  }

  private static func row(_ number: Int) -> [Cell] {
    [
      .text("A\(number)"), .text("โครงการพัฒนาแหล่งน้ำเพื่อการเกษตร สายที่ \(number % 9_973)"),
      .text("บ้านโคกเจริญ หมู่ \(number % 23)"), .number(Double(number * 37 % 1_000_000)),
      .number(Double(2560 + number % 9)), .text("กลุ่มออมทรัพย์เพื่อการผลิต \(number % 101)"),
      number % 4 == 0 ? .text("บรรจุในแผนพัฒนา, รอสมทบ") : .empty,
    ]
  }
}
