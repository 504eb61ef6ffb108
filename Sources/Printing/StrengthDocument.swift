public import Linkage
import Plans
public import Words

/// What a rule set says of one fund, as `strength` prints it.
public struct StrengthDocument: Encodable, Sendable {
  struct ResultDocument: Encodable {
    let rule: String
    let name: String
    @OrNull var value: Value?
    let verdict: String
    @OrNull var reason: String?
    let condition: String
    let weight: Double
    let source: String

    init(_ result: RuleResult, _ set: RuleSet, _ sentences: StrengthSentences) {
      rule = result.rule.id
      name = sentences.names.language.pick(result.rule.name)
      _value = OrNull(wrappedValue: result.value.map(Value.init))
      verdict = result.verdict.rawValue
      let reason = sentences.reason(of: result)
      _reason = OrNull(wrappedValue: reason.isEmpty ? nil : reason)
      condition = sentences.condition(of: result.rule)
      weight = result.rule.weight
      source = result.rule.source ?? set.source
    }
  }

  /// A number, or yes or no.
  struct Value: Encodable {
    let value: FormulaValue

    init(_ value: FormulaValue) { self.value = value }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch value {
      case .number(let number): try container.encode(number)
      case .answer(let answer): try container.encode(answer)
      }
    }
  }

  let fund: NodeDocument
  let rules: String
  let rulesName: String
  @OrNull var rank: Int?
  @OrNull var band: String?
  @OrNull var score: Double?
  let known: Double
  let knownRules: Int
  let ruleCount: Int
  @OrNull var officialGrade: String?
  let chosenByName: Bool
  let summary: String
  let results: [ResultDocument]

  enum CodingKeys: String, CodingKey {
    case fund
    case rules
    case rulesName = "rules_name"
    case rank
    case band
    case score
    case known
    case knownRules = "known_rules"
    case ruleCount = "rule_count"
    case officialGrade = "official_grade"
    case chosenByName = "chosen_by_name"
    case summary
    case results
  }

  /// What a rule set says of a fund.
  public init(
    _ assessment: StrengthAssessment, by set: RuleSet, _ sentences: StrengthSentences
  ) {
    fund = NodeDocument(assessment.fund, sentences.names)
    rules = set.id
    rulesName = sentences.names.language.pick(set.name)
    _rank = OrNull(wrappedValue: assessment.rank)
    _band = OrNull(wrappedValue: assessment.band.map { sentences.names.language.pick($0.name) })
    _score = OrNull(wrappedValue: assessment.score)
    known = assessment.known
    knownRules = assessment.knownCount
    ruleCount = assessment.results.count
    _officialGrade = OrNull(wrappedValue: sentences.officialGrade(of: assessment))
    chosenByName = assessment.isChosenByName
    summary = sentences.summary(of: assessment)
    results = assessment.results.map { ResultDocument($0, set, sentences) }
  }
}
