import Plans
import Words

/// Which plans a user names.
struct PlanChoice {
  private let reading: PlanReading
  private let language: Language

  init(_ reading: PlanReading, _ language: Language) {
    self.reading = reading
    self.language = language
  }

  /// The indices of plans named by id, or by name where that is one plan's alone; each once.
  ///
  /// - Throws: `Failure` with code 2 where a word names none or several, with code 1 where too little of
  ///   the plan could be read.
  func plans(_ words: [String]) throws -> [Int] {
    let blocked = Set(words.isEmpty ? [] : reading.blockedPlans)
    var chosen: [Int] = []
    for word in words {
      let index = try plan(word)
      if blocked.contains(index) {
        throw Failure(
          sentence: language.pick(
            "แผน “\(word)” อ่านได้ไม่ครบ จึงทำเล่มไม่ได้ ดูสิ่งที่ต้องแก้ด้วยคำสั่ง check",
            "Too little of the plan “\(word)” can be read for a report; check tells what to mend."),
          code: 1)
      }
      if !chosen.contains(index) { chosen.append(index) }
    }
    return chosen
  }

  private func plan(_ word: String) throws -> Int {
    let key = MatchKey.name(word)
    let plans = reading.plans
    if let found = plans.firstIndex(where: { MatchKey.name($0.id) == key }) { return found }
    let found = plans.indices.filter { index in
      [plans[index].name, plans[index].tambon].contains { $0.map(MatchKey.name) == key }
    }
    if found.count == 1 { return found[0] }
    let ids = language.list(
      (found.isEmpty ? Array(plans.indices) : found).map { plans[$0].id }, atMost: 8
    ) {
      language.pick("อีก \($0) แผน", "\($0) more")
    }
    throw Failure.wrongUse(
      found.isEmpty
        ? language.pick(
          "ไม่มีแผน “\(word)” แผนที่อ่านได้คือ \(ids) (รหัสทุกแผนอยู่ใน summary.xlsx)",
          "There is no plan “\(word)”; those that were read are \(ids) (summary.xlsx lists all ids)."
        )
        : language.pick(
          "“\(word)” ตรงกับหลายแผน คือ \(ids) โปรดใช้รหัส",
          "“\(word)” fits several plans: \(ids); use the id."))
  }
}
