import Linkage
import Words

/// What two funds could learn from one another, as `links` and `forum` print it.
struct LessonDocument: Encodable {
  struct PointDocument: Encodable {
    let rules: String
    let rule: String
    let name: String
    let lesson: String
    let teacher: NodeDocument
    let learner: NodeDocument
    let teacherValue: StrengthDocument.Value?
    let learnerValue: StrengthDocument.Value?

    enum CodingKeys: String, CodingKey {
      case rules
      case rule
      case name
      case lesson
      case teacher
      case learner
      case teacherValue = "teacher_value"
      case learnerValue = "learner_value"
    }

    init(_ point: Lesson.Point, _ names: Names) {
      rules = point.set
      rule = point.rule.id
      name = names.language.pick(point.rule.name)
      lesson = point.rule.lesson.map(names.language.pick) ?? name
      teacher = NodeDocument(point.teacher, names)
      learner = NodeDocument(point.learner, names)
      teacherValue = point.passed.value.map(StrengthDocument.Value.init)
      learnerValue = point.failed.value.map(StrengthDocument.Value.init)
    }
  }

  struct NearnessDocument: Encodable {
    let value: Double
    let issues: [NodeDocument]
    let places: [NodeDocument]
    let tambon: Bool
    let kind: Bool
  }

  let points: [PointDocument]
  let nearness: NearnessDocument

  init(_ lesson: Lesson, _ names: Names) {
    points = lesson.points.map { PointDocument($0, names) }
    let near = lesson.nearness
    nearness = NearnessDocument(
      value: near.value, issues: near.issues.map { NodeDocument($0, names) },
      places: near.places.map { NodeDocument($0, names) }, tambon: near.isOneTambon,
      kind: near.isOneKind)
  }
}
