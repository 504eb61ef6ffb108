public import Graphs

extension NodeKind {
  /// A plan.
  public static let plan = NodeKind(rawValue: 0)
  /// A village or another place.
  public static let place = NodeKind(rawValue: 1)
  /// An activity of a plan.
  public static let activity = NodeKind(rawValue: 2)
  /// A leader (แกนนำ).
  public static let leader = NodeKind(rawValue: 3)
  /// An organisation.
  public static let organisation = NodeKind(rawValue: 4)
  /// A fund or savings group (องค์กรการเงินชุมชน).
  public static let fund = NodeKind(rawValue: 5)
  /// A mechanism of the state or another supporter.
  public static let mechanism = NodeKind(rawValue: 6)
  /// An issue that work is about.
  public static let issue = NodeKind(rawValue: 7)

  /// All kinds, ascending.
  public static let all = (UInt8(0)...7).map(NodeKind.init(rawValue:))

  /// The kind's word in JSON and in mappings.
  public var word: String {
    let words = [
      "plan", "place", "activity", "leader", "organisation", "fund", "mechanism", "issue",
    ]
    return words[Int(rawValue)]
  }

  /// The kind of a word.
  public init?(word: String) {
    guard let kind = NodeKind.all.first(where: { $0.word == word.lowercased() }) else { return nil }
    self = kind
  }
}

/// What a tie says: one of FORMAT's edges, or a word of the planner's own.
public struct Relation: Sendable, Hashable {
  /// The word, as in FORMAT or as typed.
  public let word: String

  /// The relation of a word; FORMAT's words in any case, with `_`, `-` or a blank.
  public init(_ word: String) {
    self.word = Relation.wordsByKey[MatchKey.heading(word)] ?? word
  }

  /// FORMAT's words by the match keys of all that stand for them.
  private static let wordsByKey = Dictionary(
    askingWords.map { (MatchKey.heading($0), askedBy.word) }
      + known.map { (MatchKey.heading($0.word), $0.word) }
  ) { first, _ in first }

  private static let askingWords = ["มีคนมาถามคือ", "มีคนมาปรึกษาคือ", "ถูกถามโดย", "ถูกปรึกษาโดย"]

  private init(known word: String) { self.word = word }

  /// activity → plan.
  public static let partOf = Relation(known: "part_of")
  /// activity, organisation → issue.
  public static let about = Relation(known: "about")
  /// activity, organisation, fund, mechanism → place.
  public static let locatedIn = Relation(known: "located_in")
  /// leader → activity.
  public static let leads = Relation(known: "leads")
  /// leader → place.
  public static let livesIn = Relation(known: "lives_in")
  /// leader → organisation.
  public static let memberOf = Relation(known: "member_of")
  /// leader → fund.
  public static let servesOn = Relation(known: "serves_on")
  /// leader → issue.
  public static let worksOn = Relation(known: "works_on")
  /// organisation → activity.
  public static let runs = Relation(known: "runs")
  /// fund → organisation.
  public static let belongsTo = Relation(known: "belongs_to")
  /// fund → activity.
  public static let finances = Relation(known: "finances")
  /// mechanism → activity.
  public static let supports = Relation(known: "supports")
  /// mechanism → activity.
  public static let adopts = Relation(known: "adopts")
  /// mechanism → issue.
  public static let covers = Relation(known: "covers")
  /// any → any.
  public static let partners = Relation(known: "partners")
  /// leader → any: who comes to the leader for advice (`L02 asked_by L23`: L23 asks L02).
  public static let askedBy = Relation(known: "asked_by")

  /// FORMAT's relations, in its order.
  public static let known: [Relation] = [
    .partOf, .about, .locatedIn, .leads, .livesIn, .memberOf, .servesOn, .worksOn, .runs,
    .belongsTo, .finances, .supports, .adopts, .covers, .partners, .askedBy,
  ]

  /// Whether FORMAT knows the relation; else it is a planner's own word.
  public var isKnown: Bool { Relation.known.contains(self) }

  /// The edge kind of a relation that FORMAT knows.
  public var edgeKind: EdgeKind? {
    Relation.known.firstIndex(of: self).map { EdgeKind(rawValue: UInt8($0)) }
  }
}
