import Graphs
import Plans
import Sheets

/// Sentences about cells that name rows.
extension DiagnosticSentence {
  func reference(_ problem: Diagnostic.Problem) -> Pair? {
    switch problem {
    case .duplicateID(let table, let id, let first):
      return (
        pick(
          "รหัสหรือชื่อ \(word(id, table, .id)) ซ้ำกับ \(language.place(of: first)) จึงไม่ได้อ่านแถวนี้",
          "the id or name \(word(id, table, .id)) stands in \(language.place(of: first)) already; this row "
            + "was not read."),
        pick("แก้รหัสให้ไม่ซ้ำ", "Make the ids differ.")
      )
    case .danglingReference(let table, let column, let text, let kinds):
      let wanted =
        kinds.count > 2
        ? pick("ใดของแผน", "row of any table") : language.list(kinds.map(language.name(of:)))
      return (
        pick(
          "\(heading(column, table)) อ้างถึง \(word(text, table, column)) ซึ่งไม่มีในตาราง\(wanted)",
          "\(heading(column, table)) refers to \(word(text, table, column)), which is no \(wanted)."
        ),
        pick(
          "แก้ให้ตรงกับรหัสหรือชื่อในตารางนั้น หรือเพิ่มแถวที่ขาด",
          "Write the id or exact name of a row there, or add the row.")
      )
    case .absentTable(let table, let column, let kind):
      let wanted = Table(kind).map(language.name(of:)) ?? language.name(of: kind)
      return (
        pick(
          "\(heading(column, table)) อ้างถึงตาราง \(wanted) แต่แผนนี้ไม่มีตารางนั้นหรือตารางว่าง",
          "\(heading(column, table)) refers to the table \(wanted), which is absent or empty."),
        pick(
          "เพิ่มตารางนั้น หรือตรวจชื่อไฟล์หรือแผ่นงาน",
          "Add that table, or check the name of its file or sheet.")
      )
    case .ambiguousReference(let table, let column, let text, let candidates):
      return (
        pick(
          "\(heading(column, table)) อ้างถึง \(word(text, table, column)) ซึ่งตรงกับหลายแถว คือ \(candidates.joined(separator: ", "))",
          "\(heading(column, table)) refers to \(word(text, table, column)), which fits several rows: "
            + "\(candidates.joined(separator: ", "))."),
        pick("ใช้รหัสแทนชื่อ", "Write the id instead of the name.")
      )
    case .createdRows(let kind):
      return (
        pick(
          "สร้าง\(language.name(of: kind))ขึ้นใหม่จากชื่อที่ไม่มีในตาราง ตามที่ mapping.yaml สั่ง",
          "\(language.name(of: kind)) rows were made of names that stand in no table, as mapping.yaml "
            + "asks."),
        pick("ไม่ต้องทำอะไร ถ้าชื่อถูกต้องแล้ว", "Nothing to do if the names are right.")
      )
    case .joinedIssues(let names):
      let shown = names.map { "“\($0.oneLine)”" }.joined(separator: " = ")
      return (
        pick("ถือว่าเป็นประเด็นเดียวกัน: \(shown)", "read as one issue: \(shown)."),
        pick("ถ้าไม่ใช่เรื่องเดียวกัน ให้ตั้งชื่อให้ต่างออกไป", "If they are not, give one another name.")
      )
    case .series(let table, let heading, let first, let last, let isJoined):
      let (start, end) = (ends(first, table), ends(last, table))
      return (
        pick(
          "“\(heading.oneLine)” นับเพิ่มทีละ 1 ไปทุกแถว ตั้งแต่ \(start) ถึง \(end) น่าจะเกิดจากการลากมุมช่องลงมา "
            + (isJoined ? "จึงอ่านทุกแถวเป็นชื่อแรก" : "อ่านแต่ละแถวตามที่พิมพ์ไว้"),
          "“\(heading.oneLine)” counts up from row to row, \(start) to \(end), as when a cell's corner is "
            + "dragged down; "
            + (isJoined ? "all rows are read as the first name." : "each row is read as typed.")),
        pick(
          "ถ้าเป็นชื่อเดียวกัน ให้คัดลอกชื่อแรกลงทุกแถว",
          "If they are one name, copy the first into all rows.")
      )
    case .joinedNames(let kind, let kept, let also):
      return (
        pick(
          "อ่าน \(name(also, kind)) เป็น \(name(kept, kind)) (\(language.name(of: kind))) ตามที่รับไว้ใน mapping.yaml",
          "\(name(also, kind)) is read as the \(language.name(of: kind)) \(name(kept, kind)), as accepted in "
            + "mapping.yaml."),
        pick("ถ้าไม่ใช่ ให้ลบบรรทัดนั้นใต้ same:", "If it is not, delete its line below same:.")
      )
    case .missingTarget(let kind, let kept, let also):
      return (
        pick(
          "mapping.yaml ให้อ่าน \(name(also, kind)) เป็น \(name(kept, kind)) แต่ไม่มี\(language.name(of: kind))ชื่อหรือรหัสนี้",
          "mapping.yaml reads \(name(also, kind)) as \(name(kept, kind)), but no \(language.name(of: kind)) has "
            + "that name or id."),
        pick(
          "แก้ name: ใต้ same: ให้ตรงกับแถวในตาราง หรือลบบรรทัดนั้น",
          "Mend name: below same: to a row of the table, or delete the line.")
      )
    case .opposedDecisions(let first):
      return (
        pick(
          "มติของคู่นี้ขัดกับ \(language.place(of: first)): แห่งหนึ่งเห็นชอบ อีกแห่งไม่เห็นชอบ นับมตินี้ซึ่งมาทีหลัง",
          "this decision and \(language.place(of: first)) are on one pair; one agrees, the other rejects. "
            + "This one counts, as the later."),
        pick(
          "ถ้าที่ประชุมเปลี่ยนมติจริง ปล่อยไว้ได้ ถ้าไม่ใช่ แก้แถวที่ผิด หรือใส่วันที่ของมติทั้งสอง",
          "If the meeting changed its mind, leave it; else mend the wrong row, or give both the day of the "
            + "decision.")
      )
    case .unfitDecision(let approach, let found, let wanted):
      let (have, need) = (found.map(language.name(of:)), wanted.map(language.name(of:)))
      let word = pick(approach.thai, approach.rawValue)
      return (
        pick(
          "แนวทาง “\(word)” เชื่อม\(need[0])กับ\(need[1]) แต่มตินี้เป็น\(have[0])กับ\(have[1])",
          "“\(word)” ties \(need[0]) and \(need[1]); this decision is on \(have[0]) and \(have[1])."
        ),
        pick("แก้แนวทาง หรือแก้ จาก/ถึง", "Mend the approach, or from and to.")
      )
    case .countingReferences(let table, let column, let first, let last):
      return (
        pick(
          "\(heading(column, table)) นับเพิ่มทีละ 1 ตั้งแต่ \(word(first, table, column)) ถึง \(word(last, table, column)) อาจเกิดจากการลากมุมช่องลงมา อ่านตามที่พิมพ์ไว้",
          "\(heading(column, table)) counts up from row to row, \(word(first, table, column)) to "
            + "\(word(last, table, column)), as when a cell's corner is dragged down; it was read as typed."
        ),
        pick(
          "ถ้าหมายถึงแถวเดียวกัน ให้คัดลอกช่องแรกลงทุกแถว",
          "If one row is meant, copy the first cell into all of them.")
      )
    case .manyNearNames(let kind, let shown):
      return (
        pick(
          "ชื่อ\(language.name(of: kind))ที่คล้ายกันมีมากเกินไป เสนอเพียง \(language.number(shown)) คู่ ที่เหลือไม่ได้เสนอ",
          "too many \(language.name(of: kind)) names are near each other; \(language.number(shown)) pairs are "
            + "proposed, the rest is left out."),
        pick("แก้ชุดนี้ก่อน แล้วตรวจใหม่", "Mend these first, and check again.")
      )
    case .nearNames(let proposal):
      let kind = proposal.kind
      let also = name(proposal.also, kind)
      let kept = name(proposal.name, kind) + " (\(language.place(of: proposal.place)))"
      return (
        pick(
          "\(also) อาจเป็น\(language.name(of: kind))เดียวกับ \(kept) \(reason(proposal.reason)) ยังไม่ได้รวมกัน",
          "\(also) may be the same \(language.name(of: kind)) as \(kept): \(reason(proposal.reason)); they "
            + "were not taken for one."),
        pick(
          "ถ้าใช่ ให้แก้ให้ตรงกัน หรือสั่ง check --accept \(proposal.code)",
          "If so, write them alike, or run check --accept \(proposal.code).")
      )
    default: return nil
    }
  }

  /// A name of a kind in quotation marks; a person's only where it may be shown.
  private func name(_ text: String, _ kind: NodeKind) -> String {
    word(text, kind == .leader ? .leaders : .links, .name)
  }

  /// A long text by its ends in quotation marks: the number that grows mostly stands at one.
  private func ends(_ text: String, _ table: Table) -> String {
    let text = text.oneLine
    guard text.count > 60, !(hidesPeople && table == .leaders) else {
      return word(text, table, .note)
    }
    return "“\(text.prefix(24))…\(text.suffix(34))”"
  }

  private func reason(_ reason: NameProposal.Reason) -> String {
    switch reason {
    case .letter: pick("ต่างกันตัวอักษรเดียว", "one letter differs")
    case .blanks: pick("ต่างกันแค่ช่องว่างหรือเครื่องหมาย", "only blanks or signs differ")
    case .title: pick("ต่างกันแค่คำนำหน้า", "only a title differs")
    case .abbreviation: pick("อีกชื่อเป็นคำย่อ", "one is written in short")
    case .zeros: pick("ต่างกันแค่เลข 0 ข้างหน้า", "only zeros in front differ")
    }
  }
}
