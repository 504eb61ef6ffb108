public import Plans

/// Rules by which funds of some kinds are looked at, from one source.
public struct RuleSet: Sendable, Equatable {
  /// A name for what funds reach that pass so much.
  public struct Band: Sendable, Equatable {
    /// The least share of passes among what is known, 0 to 1.
    public let from: Double
    /// The name.
    public let name: Bilingual
  }

  /// The id, as commands and files name it.
  public let id: String
  /// The name.
  public let name: Bilingual
  /// The name in a word or two, for the titles of tables.
  public let short: Bilingual
  /// Words of the kinds of fund that it is made for; none for all kinds.
  public let kinds: [String]
  /// Where it comes from.
  public let source: String
  /// What readers should know of it; nil where nothing needs to be said.
  public let note: Bilingual?
  /// Since when it holds; figures of earlier days are not measured by it.
  public let validFrom: PlanDate?
  /// The share of the weights that must be known before a band is told, 0 to 1.
  public let leastKnown: Double
  /// The bands, the highest first.
  public let bands: [Band]
  /// The columns that it asks for beside those of FORMAT.
  public let inputs: [RuleInput]
  /// The rules, in the order of the file.
  public let rules: [Rule]

  /// How well a kind of fund fits: the letters of the longest of its words that stands in the kind; nil
  /// where none does.
  func fit(_ kind: String) -> Int? {
    let key = MatchKey.name(kind)
    return kinds.map(MatchKey.name).filter { key.contains($0) }.map(\.count).max()
  }

  /// The band of a share of passes.
  func band(_ score: Double) -> Band? {
    bands.first { Comparison.atLeast.holds(score, $0.from) }
  }
}

/// One thing that is asked of a fund.
public struct Rule: Sendable, Equatable {
  /// What the formula's value must be.
  public enum Condition: Sendable, Equatable {
    /// The answer is yes.
    case holds
    /// The number stands so to another.
    case compares(Comparison, Double)
    /// The number lies between two, both included.
    case between(Double, Double)

    /// Whether a value fulfils it.
    func isMet(by value: FormulaValue) -> Bool {
      switch (self, value) {
      case (.holds, .answer(let answer)): answer
      case (.compares(let comparison, let limit), .number(let number)):
        comparison.holds(number, limit)
      case (.between(let least, let most), .number(let number)):
        Comparison.atLeast.holds(number, least) && Comparison.atMost.holds(number, most)
      default: false
      }
    }
  }

  /// The id, unique within its set: `E8`, `4.4`.
  public let id: String
  /// What it asks.
  public let name: Bilingual
  /// What is reckoned.
  public let formula: Formula
  /// What that must be.
  public let condition: Condition
  /// Whether its value is told in percent.
  public let isShare: Bool
  /// The unit of its value, where it has one: ปี, คน.
  public let unit: Bilingual?
  /// How much it counts beside the others.
  public let weight: Double
  /// Where it comes from, where that is not the source of the whole set.
  public let source: String?
  /// Since when it holds, where that is not the day of the whole set.
  public let validFrom: PlanDate?
  /// What one who passes does and another could learn; nil where there is nothing to be learned.
  public let lesson: Bilingual?
}
