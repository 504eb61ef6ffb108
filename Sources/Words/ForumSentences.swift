import Graphs
public import Linkage
import Plans

extension OpportunitySentences {
  /// What is to be learned from whom, and what brings the two near: `F02 คุมหนี้ค้างได้แล้ว F07 ยังทำไม่ได้
  /// อยู่ตำบลเดียวกัน น่าให้ F02 เล่าวิธีทำให้ฟัง`.
  public func explanation(of lesson: Lesson) -> String {
    let (from, to) = (names.name(of: lesson.from), names.name(of: lesson.to))
    let told = lesson.points.filter { $0.teacher == lesson.from }
    let back = lesson.points.filter { $0.teacher == lesson.to }
    let near = near(lesson.nearness)
    let main = language.pick(
      "\(from) \(skills(told))ได้แล้ว แต่ \(to) ยังทำไม่ได้ ทั้งสอง\(near) น่าให้ \(from) เล่าวิธีทำให้ฟัง",
      "\(from) has mastered \(skills(told)), \(to) has not yet; \(near), so \(from) could tell how")
    guard !back.isEmpty else { return main }
    return main
      + language.pick(
        " ส่วน \(to) ก็เล่าเรื่อง\(skills(back))ให้ฟังได้", "; \(to) in turn has mastered \(skills(back))")
  }

  /// Each thing to be learned, with the figures of both, line by line.
  public func points(of lesson: Lesson) -> [String] {
    let strength = StrengthSentences(names)
    return lesson.points.map { point in
      let (teacher, learner) = (names.name(of: point.teacher), names.name(of: point.learner))
      let (passed, failed) = (strength.value(of: point.passed), strength.value(of: point.failed))
      let rule = "\(point.rule.id) \(language.pick(point.rule.name))"
      return language.pick(
        "\(rule): \(teacher) \(passed) · \(learner) \(failed) (\(strength.condition(of: point.rule)))",
        "\(rule): \(teacher) \(passed) · \(learner) \(failed) (\(strength.condition(of: point.rule)))"
      )
    }
  }

  /// What is to be learned, the first two; the others are counted.
  func skills(_ points: [Lesson.Point]) -> String {
    let texts = points.compactMap { $0.rule.lesson.map(language.pick) }
    return language.list(texts, atMost: 2) { language.pick("อีก \($0) เรื่อง", "\($0) more things") }
  }

  /// What brings the two near, the strongest two.
  func near(_ nearness: Lesson.Nearness) -> String {
    var reasons: [String] = []
    if !nearness.places.isEmpty {
      let places = language.list(nearness.places.map(names.name(of:)), atMost: 2) {
        language.more($0, .place)
      }
      reasons.append(language.pick("อยู่\(places)ด้วยกัน", "both are in \(places)"))
    } else if nearness.isOneTambon {
      reasons.append(language.pick("อยู่ตำบลเดียวกัน", "both are in one tambon"))
    }
    if nearness.isOneKind {
      reasons.append(language.pick("เป็นกลุ่มประเภทเดียวกัน", "they are of one kind"))
    }
    if !nearness.issues.isEmpty, reasons.count < 2 {
      let issues = language.list(nearness.issues.map(names.name(of:)), atMost: 2) {
        language.more($0, .issue)
      }
      reasons.append(language.pick("หนุนงานเรื่อง\(issues)เหมือนกัน", "both finance work on \(issues)"))
    }
    return reasons.prefix(2).joined(separator: language.pick(" และ", " and "))
  }
}
