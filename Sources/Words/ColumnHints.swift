public import Plans

extension Language {
  /// What to write in a column of the template, in a sentence or two.
  public func hint(_ table: Table, _ column: Column) -> String {
    if !table.choices(for: column).isEmpty, column != .consent {
      return pick(
        "เลือกจากรายการ ไม่รู้ให้เว้นว่าง", "Choose from the list; leave open what is not known.")
    }
    switch column {
    case .id:
      return pick(
        "รหัสสั้น ๆ ไม่ซ้ำกันในแผ่นนี้ เช่น A01 จะเว้นว่างก็ได้ แล้วใช้ชื่อแทน",
        "A short code, none twice on this sheet, such as A01; may be left open.")
    case .name where table != .plan:
      return pick("ชื่อเต็ม ต้องมีทุกแถว", "The full name; every row has one.")
    case .plan:
      return pick(
        "เว้นว่างเมื่อสมุดงานนี้มีแผนเดียว", "Leave open where this workbook holds one plan.")
    case .phone:
      return pick(
        "ไว้ใช้เอง โปรแกรมไม่นำไปพิมพ์", "For your own use; it is never printed.")
    case .consent:
      return pick(
        "ใส่ ใช่ เฉพาะคนที่ยินยอมให้พิมพ์ชื่อ นอกนั้นจะพิมพ์ตำแหน่งแทน",
        "yes only for those who agreed to have their names printed.")
    default: return hint(for: column)
    }
  }

  private func hint(for column: Column) -> String {
    switch column {
    case .issues, .places, .organisations, .leaders, .funds, .mechanisms, .adoptedBy, .supports,
      .positions, .skills, .welfareKinds, .months:
      pick(
        "ใส่รหัสหรือชื่อ หลายรายการคั่นด้วย ;", "Ids or names, several of them apart by ;")
    case .place, .owner, .from, .to, .agency, .kind, .relation, .approach, .item, .category, .unit,
      .committee, .officialGrade, .note, .reason, .tambon, .amphoe, .province, .region, .moo, .name:
      pick("เขียนตามที่เรียกกัน ไม่รู้ให้เว้นว่าง", "As people call it; leave open what is not known.")
    case .start, .end, .since, .until, .founded, .year, .asOf, .due, .date:
      pick(
        "ปี พ.ศ. เช่น 2567 หรือวันที่ เช่น 31/12/2567", "A year such as 2567, or a day: 31/12/2567.")
    case .budget, .ownBudget, .savings, .shares, .loans, .overdue, .reserves, .assets,
      .externalDebt, .welfarePaid:
      pick(
        "จำนวนเงินเป็นบาท ไม่รู้ให้เว้นว่าง อย่าใส่ 0", "Baht; leave open what is not known, no 0.")
    default:
      pick("ตัวเลข ไม่รู้ให้เว้นว่าง", "A number; leave open what is not known.")
    }
  }
}
