public import Linkage

extension Language {
  /// What is wrong with a file of approaches, where, and what was expected.
  public func sentence(_ error: ApproachError) -> String {
    let line = error.line.map { pick(" บรรทัด \($0)", ", line \($0)") } ?? ""
    let subject = error.subject.map { pick(" (แนวทาง \($0))", " (approach \($0))") } ?? ""
    return pick(
      "ไฟล์แนวทาง “\(error.file)”\(line)\(subject): \(text(error.problem))",
      "Approaches “\(error.file)”\(line)\(subject): \(text(error.problem))")
  }

  private func text(_ problem: ApproachError.Problem) -> String {
    switch problem {
    case .notYAML(let reason):
      pick(
        "อ่านแบบ YAML ไม่ได้ (\(reason.oneLine)) โปรดตรวจย่อหน้าและเครื่องหมาย",
        "this is no YAML (\(reason.oneLine)); check the indentation and punctuation.")
    case .missing(let key):
      pick("ยังไม่มี “\(key)” โปรดเติม", "“\(key)” is missing; add it.")
    case .unknownKey(let key, let known):
      pick(
        "ไม่รู้จัก “\(key)” ใช้ได้เพียง \(known.joined(separator: ", "))",
        "there is no key “\(key)”; there are \(known.joined(separator: ", ")).")
    case .unknownWord(let word, let known):
      pick(
        "ไม่รู้จักคำว่า “\(word)” ใช้ได้เพียง \(known.joined(separator: ", "))",
        "“\(word)” is not known; there are \(known.joined(separator: ", ")).")
    case .notANumber(let text, let least, let most):
      pick(
        "“\(text)” ต้องเป็นตัวเลขตั้งแต่ \(number(least)) ถึง \(number(most))",
        "“\(text)” should be a number from \(number(least)) to \(number(most)).")
    case .badWalk(let walk):
      pick(
        "เส้นทาง “\(walk)” ต้องเขียนแบบ fund <-serves_on- leader -leads-> activity",
        "the walk “\(walk)” should be written like fund <-serves_on- leader -leads-> activity.")
    case .wrongEnds(let walk, let from, let to):
      pick(
        "เส้นทาง “\(walk)” ต้องเริ่มที่ \(from) และจบที่ \(to)",
        "the walk “\(walk)” should begin at \(from) and end at \(to).")
    case .empty:
      pick(
        "ไม่มีแนวทางหรือเส้นทางอยู่เลย โปรดเติมอย่างน้อยหนึ่ง",
        "there is no approach or path in it; add at least one.")
    }
  }
}
