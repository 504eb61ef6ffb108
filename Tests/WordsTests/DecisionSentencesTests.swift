import Linkage
import Plans
import TestSupport
import Testing
import Words

@Suite("The sentences of what was decided before")
struct DecisionSentencesTests {
  private let day = PlanDate(year: 2026, month: 1, day: 15)

  /// The chapter of decisions of the small plan: its sentence, and its table as text.
  private func chapter(
    _ rows: String, _ language: Language = .thai, people: Names.People = .byConsent
  ) throws -> (sentence: String, rows: [[String]]) {
    let head = "approach,from,to,status,owner,due\n"
    let plans = try SmallPlan.graph(changed: ["decisions.csv": head + rows])
    let names = Names(plans, language, people: people)
    let review = DecisionReview(plans, plan: 0, asOf: day)
    let chapter = try #require(names.chapter(review))
    return (
      names.sentence(review),
      chapter.grids[0].rows.map { $0.map { language.text(of: $0) } }
    )
  }

  @Test(
    "say of each status how far it has come, in words of its own; linked is only what the plan shows",
    arguments: Language.allCases)
  func progress(language: Language) throws {
    var words: Set<String> = []
    for status in Decision.Status.allCases {
      let found = try chapter("savings,F1,A1,\(status.rawValue),,\n", language)
      let linked = language.pick("เชื่อมแล้ว", "linked")
      #expect(words.insert(found.rows[0][2]).inserted && !found.rows[0][2].hasPrefix(linked))
      #expect(found.sentence.contains(found.rows[0][2]))
      if status.isAgreed, status != .done {
        let late = try chapter("savings,F1,A1,\(status.rawValue),,2567\n", language)
        #expect(late.rows[0][2].contains(language.pick("เลยกำหนด", "overdue")))
        #expect(words.insert(late.rows[0][2]).inserted)
      }
    }
    for status in ["done", "active", "funded"] {
      let tied = try chapter("savings,F2,A2,\(status),,\n", language).rows[0][2]
      #expect(tied.hasPrefix(language.pick("เชื่อมแล้ว (", "linked (")))
      #expect(words.insert(tied).inserted)
    }
  }

  @Test("say what is to be done where a matter is done and the plan does not show it")
  func done() throws {
    #expect(
      try chapter("savings,F1,A1,เสร็จ,,\n").rows[0][2] == "เสร็จตามมติ แต่แผนยังไม่บอกว่าเชื่อม ให้เติมในแผน")
    #expect(try chapter("savings,F1,A1,เลื่อน,,\n").rows[0][2] == "ที่ประชุมเลื่อนไว้ ยังรอมติ")
  }

  @Test("count a pair that was decided twice once, as it was decided last")
  func once() throws {
    let found = try chapter(
      "savings,F1,A1,เสนอ,,\nsavings,F1,A2,เสนอ,,\nsavings,A1,F1,เห็นชอบ,,\n")
    #expect(found.rows.map { $0[2] } == ["เห็นชอบแล้ว ยังไม่เชื่อม", "ยังรอมติ"])
    #expect(
      found.sentence == "ที่ประชุมครั้งก่อนพิจารณาไว้ 2 ข้อ: เห็นชอบแล้ว ยังไม่เชื่อม 1 ข้อ ยังรอมติ 1 ข้อ")
  }

  @Test("name who is responsible only where that is no person, or a leader who has consented")
  func owners() throws {
    func owner(_ text: String, people: Names.People = .byConsent) throws -> String {
      try chapter("savings,F1,A1,เห็นชอบ,\(text),\n", people: people).rows[0][3]
    }
    #expect(try owner("L1") == "นางหนึ่ง ใจดี (ประธานกลุ่มออมทรัพย์)")
    #expect(try owner("นายสอง ลับสุดยอด") == "ผู้ใหญ่บ้าน บ้านสอง")
    #expect(try owner("F2") == "กองทุนที่ดิน" && owner("M1") == "ส.ป.ก.")
    #expect(try owner("กองทุนสวัสดิการตำบล") == "กองทุนสวัสดิการตำบล")
    #expect(try owner("นายสมชาย ดีงาม 081-234-5678") == "(ไม่แสดงชื่อ) (ไม่แสดงเบอร์)")
    #expect(try owner("นายสมชาย ดีงาม", people: .all) == "นายสมชาย ดีงาม")
  }

  @Test("mean by an id the leader of the pair's own plan where several plans are read")
  func ownPlan() throws {
    let folder = try TemporaryFolder()
    for plan in ["a", "b"] {
      try folder.write("\(plan)/plan.csv", "id,name\n\(plan),แผน\(plan)\n")
      try folder.write("\(plan)/funds.csv", "id,name\nF1,กองทุน\n")
      try folder.write("\(plan)/activities.csv", "id,name\nA1,งาน\n")
      try folder.write("\(plan)/leaders.csv", "id,name,consent\nL1,นาง\(plan) ใจดี,ใช่\n")
      try folder.write(
        "\(plan)/decisions.csv", "approach,from,to,status,owner\nsavings,F1,A1,accepted,L1\n")
    }
    let plans = PlanGraph(try PlanReading([folder.file("a"), folder.file("b")]).plans)
    let grid = try #require(
      Names(plans, .thai).chapter(DecisionReview(plans, plan: 1, asOf: day))?.grids.first)
    #expect(Language.thai.text(of: grid.rows[0][3]) == "นางb ใจดี")
  }
}
