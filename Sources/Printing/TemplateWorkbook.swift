import Plans
public import Sheets
public import Words

/// An empty workbook to fill in: an explaining sheet, the tables, and the words of their drop-downs.
public enum TemplateWorkbook {
  /// The sheets of the template.
  public static func drafts(_ language: Language) -> [SheetDraft] {
    [guide(language)] + Table.allCases.map { draft(of: $0, language) } + [words(language)]
  }

  private static let subjects: [(subject: Vocabulary.Subject, columns: Set<Column>)] = [
    (.issues, [.issues]), (.agencies, [.agency]), (.fundKinds, [.kind]),
  ]

  private static func draft(of table: Table, _ language: Language) -> SheetDraft {
    let columns = table.columns.map { column, thai in
      let choices = table.choices(for: column).map { language.pick($0.thai, $0.word) }
      let heading = language.pick(thai, column.englishName)
      return SheetDraft.Column(
        heading, width: Double(max(heading.count, 10) + 4), choices: choices,
        choicesRange: range(table, column, language), note: language.hint(table, column))
    }
    return SheetDraft(name: language.name(of: table), columns: columns, rows: [])
  }

  /// Where the words for a column stand on the sheet of words.
  private static func range(_ table: Table, _ column: Column, _ language: Language) -> String? {
    if column == .kind, table != .funds { return nil }
    guard let index = subjects.firstIndex(where: { $0.columns.contains(column) }) else {
      return nil
    }
    let letter = CellAddress.letters(index)
    let count = Vocabulary.standard.entries(subjects[index].subject).count
    return "='\(name(of: .words, language))'!$\(letter)$2:$\(letter)$\(count + 1)"
  }

  private static func words(_ language: Language) -> SheetDraft {
    let headings = [
      language.pick("ประเด็น", "issues"), language.pick("หน่วยงาน", "agencies"),
      language.pick("ประเภทองค์กรการเงิน", "kinds of funds"),
    ]
    let lists = subjects.map { item in
      Vocabulary.standard.entries(item.subject).map { language.pick($0.thai, $0.english) }
    }
    let rows = (0..<(lists.map(\.count).max() ?? 0)).map { row in
      lists.map { row < $0.count ? Cell($0[row]) : .empty }
    }
    return SheetDraft(
      name: name(of: .words, language), columns: headings.map { SheetDraft.Column($0, width: 40) },
      rows: rows)
  }

  private static func name(of sheet: TemplateSheet, _ language: Language) -> String {
    language.pick(sheet.thaiName, sheet.englishName)
  }

  private static func guide(_ language: Language) -> SheetDraft {
    let steps = [
      language.pick(
        "กรอกแผ่น “แผน” หนึ่งแถวก่อน แล้วกรอกแผ่นอื่นเท่าที่มี แผ่นที่ไม่ใช้ปล่อยว่างไว้ได้",
        "Fill in one row of “plan” first, then the other sheets as far as you know; others stay empty."
      ),
      language.pick(
        "แถวแรกของทุกแผ่นคือหัวตาราง ชี้ที่หัวตารางเพื่ออ่านว่าต้องใส่อะไร",
        "The first row of every sheet is its heading; point at a heading to read what belongs there."
      ),
      language.pick(
        "ช่องที่มีรายการให้เลือก พิมพ์คำของท่านเองก็ได้ หลายคำคั่นด้วย ;",
        "Where a list drops down you may type a word of your own; several stand apart by ;"),
      language.pick(
        "ไม่รู้ให้เว้นว่าง หรือใส่ - อย่าใส่ 0", "Leave open what is not known, or write -, never 0."),
      language.pick(
        "กรอกเสร็จแล้วตรวจด้วยคำสั่ง sanphaen check ตามด้วยชื่อไฟล์นี้",
        "Then check it: sanphaen check, and this file's name."),
    ]
    let head = steps.enumerated().map { number, step -> [Cell] in
      [.text("\(number + 1)"), .text(step)]
    }
    let title: [Cell] = [
      .text(language.pick("แผ่น", "Sheet")),
      .text(
        language.pick("ตัวอย่างหนึ่งแถว (สมมติ ไม่ต้องลบ)", "An example row (invented, may stay here)")),
    ]
    let examples = Table.allCases.map { table -> [Cell] in
      let parts = example(table).map { column, thai, english in
        language.pick(table.thaiName(of: column), column.englishName) + ": "
          + language.pick(thai, english)
      }
      return [.text(language.name(of: table)), .text(parts.joined(separator: "  |  "))]
    }
    return SheetDraft(
      name: name(of: .guide, language),
      columns: [SheetDraft.Column("", width: 18), SheetDraft.Column("", width: 110)],
      rows: head + [[], title] + examples, hasHeadings: false)
  }

  private static func example(_ table: Table) -> [(Column, String, String)] {
    switch table {
    case .plan:
      [(.name, "แผนชุมชนตำบลตัวอย่าง", "Plan of tambon Tuayang"), (.year, "2567", "2567")]
    case .places: [(.id, "V01", "V01"), (.name, "บ้านตัวอย่าง", "Ban Tuayang"), (.moo, "1", "1")]
    case .activities:
      [
        (.id, "A01", "A01"), (.name, "ขุดลอกสระน้ำบ้านตัวอย่าง", "Dredge the pond"),
        (.issues, "น้ำ;เกษตร", "water;farming"), (.places, "V01", "V01"),
        (.status, "กำลังทำ", "active"), (.start, "2567", "2567"), (.budget, "50,000", "50,000"),
        (.leaders, "L01", "L01"), (.funds, "F01", "F01"),
      ]
    case .leaders:
      [
        (.id, "L01", "L01"), (.name, "นางตัวอย่าง ใจดี", "Mrs Tuayang"), (.place, "V01", "V01"),
        (.skills, "ทำบัญชี", "bookkeeping"), (.consent, "ใช่", "yes"),
      ]
    case .organisations:
      [(.id, "O01", "O01"), (.name, "กลุ่มผู้ใช้น้ำ", "Water users"), (.places, "V01", "V01")]
    case .funds:
      [
        (.id, "F01", "F01"), (.name, "กลุ่มออมทรัพย์บ้านตัวอย่าง", "Savings group"),
        (.members, "120", "120"), (.savings, "350,000", "350,000"), (.asOf, "2567", "2567"),
      ]
    case .mechanisms:
      [
        (.id, "M01", "M01"), (.name, "อบต.ตัวอย่าง", "TAO Tuayang"), (.level, "ตำบล", "tambon"),
        (.supports, "สมทบงบ", "co_fund"),
      ]
    case .links:
      [(.from, "F01", "F01"), (.relation, "partners", "partners"), (.to, "O01", "O01")]
    case .offers:
      [
        (.owner, "O01", "O01"), (.type, "มีให้", "offer"), (.item, "ปุ๋ยหมัก", "compost"),
        (.quantity, "100", "100"), (.unit, "กระสอบ", "sacks"),
      ]
    case .decisions:
      [
        (.approach, "savings", "savings"), (.from, "F01", "F01"), (.to, "A01", "A01"),
        (.status, "เห็นชอบ", "accepted"), (.due, "31/12/2567", "31/12/2567"),
      ]
    }
  }
}
