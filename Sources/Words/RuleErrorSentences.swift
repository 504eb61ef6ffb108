public import Linkage

extension Language {
  /// What is wrong with a file of rules, where, and what was expected.
  public func sentence(_ error: RuleError) -> String {
    let line = error.line.map { pick(" บรรทัด \($0)", ", line \($0)") } ?? ""
    let subject = error.subject.map { pick(" (ข้อ \($0))", " (\($0))") } ?? ""
    return pick(
      "ไฟล์เกณฑ์ “\(error.file)”\(line)\(subject): \(text(error.problem))",
      "Rules “\(error.file)”\(line)\(subject): \(text(error.problem))")
  }

  private func text(_ problem: RuleError.Problem) -> String {
    switch problem {
    case .notYAML(let reason):
      pick(
        "อ่านแบบ YAML ไม่ได้ (\(reason.oneLine)) โปรดตรวจย่อหน้าและเครื่องหมาย",
        "this is no YAML (\(reason.oneLine)); check the indentation and punctuation.")
    case .missing(let key):
      pick("ยังไม่มี “\(key)” หรือเขียนผิดรูป โปรดเติม", "“\(key)” is missing or misshapen; add it.")
    case .unknownKey(let key, let known):
      pick(
        "ไม่รู้จัก “\(key)” ใช้ได้เพียง \(known.joined(separator: ", "))",
        "there is no key “\(key)”; there are \(known.joined(separator: ", ")).")
    case .unknownWord(let word, let known):
      pick(
        "ไม่รู้จักคำว่า “\(word)” ใช้ได้เพียง \(known.joined(separator: ", "))",
        "“\(word)” is not known; there are \(known.joined(separator: ", ")).")
    case .notANumber(let text, let least, let most):
      most.isFinite
        ? pick(
          "“\(text)” ต้องเป็นตัวเลขตั้งแต่ \(number(least)) ถึง \(number(most))",
          "“\(text)” should be a number from \(number(least)) to \(number(most)).")
        : pick(
          "“\(text)” ต้องเป็นตัวเลข เช่น 12 หรือ 5% หรือช่วง 70–80%",
          "“\(text)” should be a number, such as 12 or 5%, or two, such as 70–80%.")
    case .notADate(let text):
      pick("“\(text)” ต้องเป็นปีหรือวันที่ เช่น 2567", "“\(text)” should be a year or date, such as 2024.")
    case .twice(let word):
      pick("“\(word)” ใช้ซ้ำ โปรดเปลี่ยนให้ต่างกัน", "“\(word)” stands twice; change one of them.")
    case .formula(let formula, let problem):
      pick(
        "สูตร “\(formula.oneLine)” \(text(problem))",
        "the formula “\(formula.oneLine)” \(text(problem))")
    case .wrongCondition(let formula, isQuestion: true):
      pick(
        "สูตร “\(formula.oneLine)” ตอบว่าใช่หรือไม่อยู่แล้ว โปรดลบ operator และ threshold",
        "the formula “\(formula.oneLine)” is answered by yes or no; leave out operator and threshold."
      )
    case .wrongCondition(let formula, isQuestion: false):
      pick(
        "สูตร “\(formula.oneLine)” ได้ผลเป็นตัวเลข โปรดเติม operator และ threshold เช่น ≤ และ 5%",
        "the formula “\(formula.oneLine)” comes to a number; add operator and threshold, such as ≤ and 5%."
      )
    case .empty:
      pick("ยังไม่มีเกณฑ์แม้แต่ข้อเดียว โปรดเติมใต้ rules:", "there is no rule in it; add one below rules:.")
    }
  }

  private func text(_ problem: FormulaProblem) -> String {
    switch problem {
    case .endsEarly: pick("จบก่อนครบ โปรดเติมให้ครบ", "ends too early; complete it.")
    case .unexpected(let text, let place):
      pick(
        "มี “\(text)” ที่ตัวอักษรที่ \(place) ซึ่งไม่ควรอยู่ตรงนั้น",
        "has “\(text)” at letter \(place), where it cannot stand.")
    case .neverClosed(let place):
      pick(
        "เปิดวงเล็บที่ตัวอักษรที่ \(place) แล้วไม่ได้ปิด",
        "opens a bracket at letter \(place) and never closes it.")
    case .unknownName(let name, let near):
      near.isEmpty
        ? pick(
          "ใช้ “\(name)” ซึ่งไม่ใช่ชื่อคอลัมน์ โปรดใช้ชื่อคอลัมน์ของตารางองค์กรการเงิน หรือเติมใต้ inputs:",
          "names “\(name)”, which is no column; use one of the funds table, or add it below inputs:."
        )
        : pick(
          "ใช้ “\(name)” ซึ่งไม่ใช่ชื่อคอลัมน์ ที่ใกล้เคียงคือ \(near.joined(separator: ", ")) หรือเติมใต้ inputs:",
          "names “\(name)”, which is no column; near it are \(near.joined(separator: ", ")), or add it below inputs:."
        )
    case .wrongContent(let text, let found, let expected):
      pick(
        "ใช้ “\(text)” ซึ่งเป็น\(word(found)) ในที่ของ\(word(expected))\(hint(found))",
        "uses “\(text)”, which is \(word(found)), where \(word(expected)) belongs\(hint(found)).")
    case .holdsText(let name):
      pick(
        "ใช้ “\(name)” ซึ่งเป็นข้อความ คิดเลขไม่ได้",
        "names “\(name)”, which holds text and cannot be reckoned with."
      )
    case .tooDeep: pick("มีวงเล็บซ้อนกันมากเกินไป", "has too many brackets within one another.")
    }
  }

  private func word(_ content: FormulaProblem.Content) -> String {
    switch content {
    case .number: pick("ตัวเลข", "a number")
    case .answer: pick("คำตอบใช่หรือไม่", "an answer of yes or no")
    case .list: pick("รายการหลายค่า", "a list")
    case .date: pick("วันที่", "a date")
    }
  }

  /// What makes a number of a list or date.
  private func hint(_ content: FormulaProblem.Content) -> String {
    switch content {
    case .list: pick(" ใช้ จำนวน(…) เพื่อนับ", "; count(…) makes a number of it")
    case .date: pick(" ใช้ ปี(…) เพื่อนับปี", "; years(…) makes a number of it")
    case .number, .answer: ""
    }
  }
}
