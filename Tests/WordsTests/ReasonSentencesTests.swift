import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage
@testable import Words

@Suite("The sentences of reasons")
struct ReasonSentencesTests {
  /// A plan in English letters alone, so that every Thai letter is the program's own.
  private static func plans() throws -> PlanGraph {
    func rows(_ letter: String) -> String {
      "id,name\n\(letter)1,\(letter) one\n\(letter)2,\(letter) two\n"
    }
    return try SomePlans.graph([
      "p": [
        "places": rows("V"), "organisations": rows("O"), "funds": rows("F"),
        "mechanisms": rows("M"),
        "activities": "id,name,issues\nA1,A one,water\nA2,A two,forest\n",
        "leaders": "id,name,consent\nL1,L one,yes\nL2,L two,yes\n",
      ]
    ])
  }

  private func sentences(_ approach: Approach, _ language: Language) throws -> OpportunitySentences
  {
    OpportunitySentences(Names(try Self.plans(), language), approach)
  }

  private func isThai(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) }
  }

  /// A path along a metapath, of the first nodes of each kind that it has not passed.
  private func evidence(_ item: Approach.WeightedMetaPath, _ plans: PlanGraph) -> Evidence {
    let ends = item.likeness.isEmpty ? [] : [item.metaPath.end]
    var nodes: [NodeID] = []
    for kind in [item.metaPath.start] + item.metaPath.steps.map(\.to) + ends {
      let next = plans.graph.nodes(of: kind).first { !nodes.contains($0) }
      nodes.append(next ?? NodeID(0))
    }
    return Evidence(metaPath: item.name, nodes: nodes, share: 1)
  }

  @Test(
    "are written for every metapath of every approach, in both languages",
    arguments: Language.allCases)
  func coverMetaPaths(language: Language) throws {
    for approach in Approach.standard {
      let sentences = try sentences(approach, language)
      var texts: Set<String> = []
      for item in approach.metaPaths {
        let text = sentences.reason(item.name, [evidence(item, sentences.names.plans)])
        #expect(!text.contains("—") && !text.contains("→"), "\(approach.name) \(item.name)")
        #expect(isThai(text) == (language == .thai), "\(approach.name) \(item.name): \(text)")
        texts.insert(text)
      }
      #expect(texts.count == approach.metaPaths.count)
    }
  }

  @Test("are written for every kind of neighbour that partners share", arguments: Language.allCases)
  func coverNeighbours(language: Language) throws {
    let sentences = try sentences(.standard(.partners), language)
    let plans = sentences.names.plans
    let organisations = Array(plans.graph.nodes(of: .organisation))
    for kind in [NodeKind.leader, .activity, .issue, .fund, .mechanism] {
      let between = plans.graph.nodes(of: kind).first ?? NodeID(0)
      let item = Evidence(
        metaPath: "shared", nodes: [organisations[0], between, organisations[1]], share: 1)
      let text = sentences.because([item])
      #expect(!text.contains("—") && isThai(text) == (language == .thai), "\(text)")
      #expect(text.contains(sentences.names.name(of: between)))
    }
  }

  @Test("speak of one and of several people in their number")
  func number() throws {
    let sentences = try sentences(.standard(.savings), .english)
    let plans = sentences.names.plans
    let item = try #require(Approach.standard(.savings).metaPaths.first)
    let one = evidence(item, plans)
    let leaders = Array(plans.graph.nodes(of: .leader))
    let other = Evidence(
      metaPath: one.metaPath, nodes: [one.nodes[0], leaders[1], one.nodes[2]], share: 0.5)
    #expect(sentences.reason("leader", [one]).contains("L one sits"))
    #expect(
      sentences.reason("leader", [one, other]).contains("L one, L two sit")
        || sentences.reason("leader", [one, other]).contains("L one and L two sit"))
  }

  @Test("tell a path of an approach of one's own tie by tie")
  func plainPath() throws {
    let own = try ApproachFile.approaches(
      in: Array(
        """
        mine:
          from: fund
          to: activity
          proposes: finances
          paths:
            mine:
              weight: 1
              walk: fund -partners-> leader -leads-> activity
        """.utf8), file: "own.yaml")
    for language in Language.allCases {
      let sentences = try sentences(own[0], language)
      let item = evidence(own[0].metaPaths[0], sentences.names.plans)
      let text = sentences.because([item])
      #expect(text.contains("F one —") && text.contains("→ L one —") && text.hasSuffix("→ A one"))
      #expect(isThai(text) == (language == .thai))
    }
  }

  @Test(
    "say for a rejected pair what has grown, once, and never by a metapath's bare name",
    arguments: Language.allCases)
  func history(language: Language) throws {
    let words = { (grown: [String]) in
      History(outcome: .rejected(grown: grown), date: nil, reason: nil)
    }
    for approach in Approach.standard {
      let sentences = try sentences(approach, language)
      let all = approach.metaPaths.map(\.name) + ["shared", "three"]
      for name in all {
        let text = sentences.history(words([name]))
        #expect(isThai(text) == (language == .thai), "\(text)")
        if language == .thai { #expect(!text.contains { $0.isASCII && $0.isLetter }, "\(text)") }
      }
      #expect(
        sentences.history(words(["place", "leader", "leader-place"])).count
          == sentences.history(words(["place", "leader"])).count)
    }
    let pending = History(outcome: .pending, date: nil, reason: nil)
    #expect(
      try isThai(sentences(.standard(.hub), language).history(pending)) == (language == .thai))
  }

  @Test("say each caution and each effect in both languages", arguments: Language.allCases)
  func cautionsAndEffects(language: Language) throws {
    let sentences = try sentences(.standard(.savings), language)
    let plans = sentences.names.plans
    let nodes = [NodeKind.fund, .leader, .activity, .place].map {
      plans.graph.nodes(of: $0).first ?? NodeID(0)
    }
    let cautions: [Caution] = [
      .accountsNotCurrent(nodes[0]), .overdue(nodes[0], share: 0.12), .strengthUnknown(nodes[0]),
      .leaderLoaded(nodes[1], activities: 3), .termEnds(nodes[1], PlanDate(year: 2025)),
      .otherTambon("North", "South"), .otherPlaces(nodes[0], nodes[2]),
    ]
    var texts = cautions.map { sentences.cautions([$0]) }
    for approach in Approach.standard {
      let first = Effect(
        isFirst: true, newActivities: [nodes[2]], newPlaces: [], joinsPieces: false, ownShare: nil)
      texts.append(try self.sentences(approach, language).effect(first))
    }
    texts.append(
      sentences.effect(
        Effect(
          isFirst: false, newActivities: [nodes[2]], newPlaces: [nodes[3]], joinsPieces: true,
          ownShare: 0.2)))
    #expect(texts.allSatisfy { !$0.isEmpty && isThai($0) == (language == .thai) })
    let nothing = Effect(
      isFirst: false, newActivities: [], newPlaces: [], joinsPieces: false, ownShare: 0.8)
    #expect(sentences.effect(nothing) == "" && sentences.cautions([]) == "")
  }

  @Test(
    "stand in every explanation on the sample plans, and no chain of ties and no private word does",
    arguments: Language.allCases)
  func onSamples(language: Language) throws {
    let folders = Repository.plans.map(Repository.plan)
    let plans = PlanGraph(try PlanReading(folders).plans)
    let hidden = try folders.flatMap(PrivateWords.of)
    #expect(hidden.count > 10)
    for approach in Approach.standard {
      let search = OpportunitySearch(plans, approach)
      let sentences = OpportunitySentences(Names(plans, language), approach)
      let found = search.opportunities(least: 0)
      #expect(!found.isEmpty)
      var texts: [String] = []
      for (opportunity, evidence) in zip(found, search.evidence(for: found)) {
        texts.append(sentences.explanation(of: opportunity, evidence))
        if opportunity.pattern == nil { texts += sentences.reasons(evidence).map(\.text) }
        texts.append(sentences.effect(opportunity.effect))
        texts.append(sentences.cautions(opportunity.cautions))
        texts.append(sentences.history(opportunity.history))
      }
      #expect(texts.first { $0.contains("—") || $0.contains("→") } == nil)
      #expect(PrivateWords.found(hidden, in: Array(texts.joined(separator: "\n").utf8)) == [])
    }
  }
}
