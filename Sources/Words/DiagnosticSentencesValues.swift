import Plans

/// Sentences about single cells.
extension DiagnosticSentence {
  func value(_ problem: Diagnostic.Problem) -> Pair? {
    switch problem {
    case .notANumber(let table, let column, let text):
      return (
        pick(
          "\(heading(column, table)) ควรเป็นตัวเลข แต่เป็น \(word(text, table, column)) จึงถือว่าไม่ทราบ",
          "\(heading(column, table)) should be a number and is \(word(text, table, column)); it counts "
            + "as unknown."),
        pick("เขียนเป็นตัวเลข หรือใส่ - ถ้าไม่ทราบ", "Write a number, or - if it is not known.")
      )
    case .notADate(let table, let column, let text):
      return (
        pick(
          "\(heading(column, table)) ควรเป็นปีหรือวันที่ แต่เป็น \(word(text, table, column)) จึงถือว่าไม่ทราบ",
          "\(heading(column, table)) should be a year or date and is \(word(text, table, column)); it "
            + "counts as unknown."),
        pick("เขียนเป็นปี พ.ศ. เช่น 2566 หรือ 31/5/2566", "Write a year such as 2566, or 31/5/2566.")
      )
    case .notNumbers(let table, let column, let texts):
      let shown = texts.map { word($0, table, column) }.joined(separator: ", ")
      return (
        pick(
          "\(heading(column, table)) ควรเป็นตัวเลข แต่เป็นข้อความ เช่น \(shown) จึงถือว่าไม่ทราบ",
          "\(heading(column, table)) should be numbers and is texts such as \(shown); they count as unknown."
        ),
        pick("เขียนเป็นตัวเลข หรือใส่ - ถ้าไม่ทราบ", "Write numbers, or - if it is not known.")
      )
    case .notDates(let table, let column, let texts):
      let shown = texts.map { word($0, table, column) }.joined(separator: ", ")
      return (
        pick(
          "\(heading(column, table)) ควรเป็นปีหรือวันที่ แต่เป็นข้อความ เช่น \(shown) จึงถือว่าไม่ทราบ",
          "\(heading(column, table)) should be years or dates and is texts such as \(shown); they count as "
            + "unknown."),
        pick("เขียนเป็นปี พ.ศ. เช่น 2566 หรือ 31/5/2566", "Write years such as 2566, or 31/5/2566.")
      )
    case .dueBeforeDate(let due, let date):
      return (
        pick(
          "กำหนด \(language.date(due)) อยู่ก่อนวันที่มีมติ \(language.date(date))",
          "the due date \(language.date(due)) lies before the day of the decision, \(language.date(date))."
        ),
        pick("แก้กำหนดหรือวันที่", "Mend one of the two dates.")
      )
    case .countingYears(let table, let column):
      return (
        pick(
          "ปีใน \(heading(column, table)) เพิ่มทีละ 1 ไปทุกแถว อาจเกิดจากการลากมุมช่องลงมา อ่านตามที่พิมพ์ไว้",
          "years in \(heading(column, table)) grow by 1 from row to row, as when a cell's corner is dragged "
            + "down; they were read as typed."),
        pick("ตรวจและแก้ให้เป็นปีจริง", "Check them, and write the true years.")
      )
    case .unknownWord(let table, let column, let text, let allowed):
      return (
        pick(
          "ไม่รู้จักคำ \(word(text, table, column)) ใน \(heading(column, table)) จึงถือว่าไม่ทราบ",
          "the word \(word(text, table, column)) in \(heading(column, table)) is not known; it counts "
            + "as unknown."),
        pick(
          "ใช้คำใดคำหนึ่งต่อไปนี้: \(allowed.joined(separator: ", "))",
          "Use one of these: \(allowed.joined(separator: ", ")).")
      )
    case .formulaError(let table, let column, let code):
      return (
        pick(
          "สูตรใน \(heading(column, table)) ผิด (\(code)) จึงถือว่าไม่ทราบ",
          "the formula in \(heading(column, table)) fails (\(code)); it counts as unknown."),
        pick("แก้สูตรใน Excel แล้วบันทึก", "Mend the formula in Excel and save.")
      )
    case .uncomputedFormula(let table, let column):
      return (
        pick(
          "สูตรใน \(heading(column, table)) ยังไม่มีค่าที่บันทึกไว้ จึงถือว่าไม่ทราบ",
          "the formula in \(heading(column, table)) has no stored value; it counts as unknown."),
        pick("เปิดไฟล์ใน Excel แล้วบันทึกใหม่", "Open the file in Excel and save it again.")
      )
    case .conflictingCells(let table, let column, let kept):
      return (
        pick(
          "\(heading(column, table)) มีหลายค่าต่างกันในที่ที่ควรมีค่าเดียว ใช้ค่าแรก คือ \(word(kept, table, column))",
          "\(heading(column, table)) has several values where one has room; the first is kept, "
            + "\(word(kept, table, column))."),
        pick("แก้ให้เหลือค่าเดียว", "Leave one value.")
      )
    case .twoDigitYear(let table, let column, let text, let buddhist, let common):
      return (
        pick(
          "ปีใน \(heading(column, table)) มีสองหลัก คือ \(word(text, table, column)) อาจเป็น พ.ศ. \(buddhist) (ค.ศ. \(buddhist - 543)) หรือ ค.ศ. \(common) (พ.ศ. \(common + 543)) จึงถือว่าไม่ทราบ",
          "the year in \(heading(column, table)) has two digits, \(word(text, table, column)): it may be "
            + "\(buddhist) BE (\(buddhist - 543) CE) or \(common) CE (\(common + 543) BE); it counts as "
            + "unknown."),
        pick(
          "เขียนปีให้ครบสี่หลัก เช่น \(buddhist)", "Write the year in four digits, such as \(buddhist).")
      )
    case .percentage(let table, let column, let text):
      return (
        pick(
          "\(heading(column, table)) ควรเป็นจำนวน แต่เป็นร้อยละ \(word(text, table, column)) จึงถือว่าไม่ทราบ",
          "\(heading(column, table)) should be an amount and is a percentage, "
            + "\(word(text, table, column)); it counts as unknown."),
        pick("เขียนเป็นจำนวนเต็ม เช่น 25,000", "Write the amount, such as 25,000.")
      )
    case .shareOfAmount(let table, let column, let text, let whole, let amount):
      return (
        pick(
          "\(heading(column, table)) เขียนเป็นร้อยละ \(word(text, table, column)) คิดจาก \(heading(whole, table)) ได้ \(language.number(amount))",
          "\(heading(column, table)) is a percentage, \(word(text, table, column)); of "
            + "\(heading(whole, table)) that is \(language.number(amount)), which was taken."),
        pick("ถ้าไม่ตรง ให้เขียนเป็นจำนวนเงิน", "If that is not meant, write the amount.")
      )
    case .splitValues(let table, let column, let text, let parts):
      let shown = parts.map { word($0, table, column) }.joined(separator: " · ")
      return (
        pick(
          "\(heading(column, table)) เขียน \(word(text, table, column)) อ่านเป็น \(parts.count) รายการ คือ \(shown)",
          "\(heading(column, table)) says \(word(text, table, column)), read as \(parts.count) values: "
            + "\(shown)."),
        pick("คั่นหลายรายการด้วย ; จะชัดที่สุด", "Put ; between several values.")
      )
    case .lostZero(let table, let column, let text):
      return (
        pick(
          "\(heading(column, table)) เก็บเป็นตัวเลข \(word(text, table, column)) เลข 0 ตัวหน้าจึงหายไป",
          "\(heading(column, table)) is kept as a number, \(word(text, table, column)), and has lost its "
            + "first 0."),
        pick(
          "จัดรูปแบบช่องเป็น “ข้อความ” แล้วพิมพ์เบอร์ใหม่ให้ครบ",
          "Format the cells as text, and type the numbers again in full.")
      )
    case .countingAmounts(let table, let column):
      return (
        pick(
          "จำนวนใน \(heading(column, table)) เพิ่มทีละ 1 ไปทุกแถว น่าจะเกิดจากการลากมุมช่องลงมา อ่านตามที่พิมพ์ไว้",
          "amounts in \(heading(column, table)) grow by 1 from row to row, as when a cell's corner is "
            + "dragged down; they were read as typed."),
        pick("ตรวจและแก้ให้เป็นยอดจริง", "Check them, and write the true amounts.")
      )
    case .endBeforeStart(let table, let column, let start, let end):
      return (
        pick(
          "\(heading(column, table)) คือ \(language.date(end)) อยู่ก่อนวันเริ่ม \(language.date(start))",
          "\(heading(column, table)) is \(language.date(end)), before the start in "
            + "\(language.date(start))."),
        pick("แก้วันเริ่มหรือวันสิ้นสุด", "Mend the start or the end.")
      )
    case .partOverWhole(let table, let column, let part, let whole, let total):
      return (
        pick(
          "\(heading(column, table))\(amount(part, table)) มากกว่า \(heading(whole, table))\(amount(total, table))",
          "\(heading(column, table))\(amount(part, table)) is more than \(heading(whole, table))"
            + "\(amount(total, table))."),
        pick("แก้ตัวเลขใดตัวเลขหนึ่ง", "Mend one of the two.")
      )
    case .negativeAmount(let table, let column, let number):
      return (
        pick(
          "\(heading(column, table))\(amount(number, table)) ติดลบ",
          "\(heading(column, table))\(amount(number, table)) is below zero."),
        pick("แก้ตัวเลข หรือใส่ - ถ้าไม่ทราบ", "Mend the number, or write - if it is not known.")
      )
    case .notOnEarth(let table, let column, let degrees):
      return (
        pick(
          "\(heading(column, table)) คือ \(language.number(degrees)) ซึ่งไม่มีบนโลก อาจสลับละติจูดกับลองจิจูด",
          "\(heading(column, table)) is \(language.number(degrees)), which is nowhere on earth; latitude "
            + "and longitude may have changed places."),
        pick("แก้พิกัด", "Mend the coordinates.")
      )
    case .termEnded(let table, let column, let until):
      return (
        pick(
          "\(heading(column, table)) ผ่านไปแล้ว (\(language.date(until)))",
          "\(heading(column, table)) is over (\(language.date(until)))."),
        pick(
          "ตรวจว่ายังทำหน้าที่อยู่หรือไม่ แล้วแก้วันครบวาระ",
          "See whether the person still serves, and mend the date.")
      )
    case .inFuture(let table, let column, let date):
      return (
        pick(
          "\(heading(column, table)) คือ \(language.date(date)) ซึ่งยังมาไม่ถึง",
          "\(heading(column, table)) is \(language.date(date)), which has not come yet."),
        pick("ตรวจปีและแก้", "Check the year and mend it.")
      )
    default: return nil
    }
  }

  /// An amount in brackets; none of a fund's on paper, since few people may stand behind it.
  private func amount(_ number: Double, _ table: Table) -> String {
    hidesPeople && table == .funds ? "" : " (\(language.number(number)))"
  }
}
