import Graphs
import Plans

/// Sentences about what stands in the plan as a whole.
extension DiagnosticSentence {
  func finding(_ problem: Diagnostic.Problem) -> Pair? {
    switch problem {
    case .activitiesWithout(let kind):
      return (
        pick(
          "กิจกรรมยังไม่ได้บอก\(language.name(of: kind))",
          "activities without \(kind == .issue ? "an" : "a") \(language.name(of: kind))."),
        pick("เติมถ้ารู้", "Fill it in where it is known.")
      )
    case .leadersWithoutTies:
      return (
        pick(
          "แกนนำที่ไม่ได้โยงกับอะไรเลย ทั้งกิจกรรม หมู่บ้าน กลุ่ม กองทุน และประเด็น",
          "leaders who are tied to nothing: no activity, village, organisation, fund or issue."),
        pick("เติมหมู่บ้าน องค์กร หรือกิจกรรมที่ทำ", "Fill in the village, organisation or activity.")
      )
    case .unknownCells(_, let rows, let columns):
      let shown = columns.map { column in
        let share = language.percent(Double(column.unknown) / Double(rows))
        return "“\(column.heading.oneLine.clipped(to: 40))” \(share)"
      }
      return (
        pick(
          "ช่องที่ยังไม่ทราบตั้งแต่ครึ่งหนึ่งขึ้นไป (จาก \(language.number(rows)) รายการ): \(shown.joined(separator: ", "))",
          "columns of which half or more is not known (of \(language.number(rows)) entries): "
            + "\(shown.joined(separator: ", "))."),
        pick(
          "เติมช่องที่สำคัญกับงาน ไม่ทราบก็ใส่ - ไว้ได้",
          "Fill in what matters for the work; - stands for what is not known.")
      )
    case .severalDashes(_, let heading, let spellings):
      let shown = spellings.map { spelling in
        let cells = language.cells(spelling.cells, atMost: 4) ?? ""
        return "“\(spelling.text)”\(dashName(spelling.text)) "
          + pick(
            "\(language.number(spelling.cells.count)) ช่อง (\(cells))",
            "in \(language.number(spelling.cells.count)) (\(cells))")
      }.joined(separator: ", ")
      return (
        pick(
          "“\(heading.oneLine)” เขียนว่าไม่ทราบไว้ \(spellings.count) แบบ: \(shown) อ่านว่าไม่ทราบเหมือนกันหมด",
          "“\(heading.oneLine)” says “not known” in \(spellings.count) ways: \(shown); all were read so."
        ),
        pick(
          "ใช้ - แบบเดียวกัน จะกรองใน Excel ได้ครบ", "Use one -, so that Excel's filter finds them all."
        )
      )
    case .mixedKinds(_, let heading, let numbers, let texts):
      return (
        pick(
          "“\(heading.oneLine)” มีทั้งตัวเลข (\(language.number(numbers)) ช่อง) และตัวเลขที่เก็บเป็นข้อความ (\(language.number(texts)) ช่อง) อ่านเหมือนกัน แต่ Excel เรียงและกรองแยกกัน",
          "“\(heading.oneLine)” holds numbers (\(language.number(numbers))) and numbers kept as text "
            + "(\(language.number(texts))); both were read alike, but Excel sorts and filters them apart."
        ),
        pick(
          "เลือกคอลัมน์แล้วแปลงเป็นแบบเดียวกัน (Excel: ข้อมูล > ข้อความเป็นคอลัมน์)",
          "Make them one kind (Excel: Data > Text to Columns).")
      )
    default: return nil
    }
  }

  /// What a dash is called that looks like others.
  private func dashName(_ text: String) -> String {
    if text != text.oneLine || text.hasPrefix(" ") || text.hasSuffix(" ") {
      return pick(" มีช่องว่าง", " with blanks")
    }
    switch text.unicodeScalars.first?.value {
    case 0x2D: return pick(" ขีดสั้นบนแป้นพิมพ์", " hyphen")
    case 0x2013: return pick(" ขีดกลาง", " en dash")
    case 0x2014: return pick(" ขีดยาว", " em dash")
    case 0x2212: return pick(" เครื่องหมายลบ", " minus sign")
    default: return ""
    }
  }
}
