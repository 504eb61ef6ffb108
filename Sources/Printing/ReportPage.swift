import Drawing
import FoundationEssentials
import Graphs
import Linkage
import Plans
import Words

/// `index.html`: the findings to explore, in one file that needs no network.
enum ReportPage {
  /// The page's text.
  static func text(_ meeting: Meeting) throws -> String {
    let names = meeting.names
    let document = PageDocument(meeting)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(document), as: UTF8.self)
    return fill(
      String(decoding: PackageResources.page_html, as: UTF8.self),
      [
        "language": names.language.rawValue, "title": escaped(document.title),
        "font": Fonts.regularAndBold, "data": json.replacing("<", with: "\\u003c"),
      ])
  }

  /// The template with its markers replaced, in one pass: what is put in is never looked at again.
  private static func fill(_ template: String, _ values: [String: String]) -> String {
    var page = ""
    for (index, part) in template.split(separator: "{{", omittingEmptySubsequences: false)
      .enumerated()
    {
      let halves = part.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
      if index > 0, halves.count == 2, let value = values[String(halves[0])] {
        page += value + halves[1]
      } else {
        page += (index > 0 ? "{{" : "") + part
      }
    }
    return page
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}

/// The page's data.
private struct PageDocument: Encodable {
  struct Node: Encodable {
    let id: String
    let kind: String
    let name: String
    let facts: [[String]]
  }

  struct Tie: Encodable {
    let from: Int
    let to: Int
    let relation: String

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(from)
      try list.encode(to)
      try list.encode(relation)
    }
  }

  struct Reason: Encodable {
    let share: Double
    let text: String
  }

  struct Proposal: Encodable {
    /// Unique on the page; of the first section, which the diagrams show, the rank itself.
    let key: Int
    let rank: Int
    let approach: String
    let from: Int
    let to: Int
    let explanation: String
    let reasons: [Reason]
    let notes: [String]
  }

  struct ChapterDocument: Encodable {
    struct Grid: Encodable {
      let title: String
      let columns: [String]
      let numeric: [Bool]
      let rows: [[String]]
    }

    let key: String
    let title: String
    let question: String
    let paragraphs: [String]
    let grids: [Grid]
    let notes: [String]

    init(_ chapter: Chapter, _ language: Language) {
      key = chapter.key
      title = chapter.title
      question = chapter.question
      paragraphs = chapter.paragraphs
      grids = chapter.grids.filter { !$0.rows.isEmpty }.map { grid in
        Grid(
          title: grid.title, columns: grid.columns.map(\.heading),
          numeric: grid.columns.indices.map(grid.isNumeric),
          rows: grid.rows.map { $0.map(language.text(of:)) })
      }
      notes = chapter.notes
    }
  }

  struct DiagramDocument: Encodable {
    let key: String
    let name: String
    let title: String
    let svg: String
  }

  struct Problem: Encodable {
    let severity: String
    let location: String
    let message: String
    let suggestion: String

    enum CodingKeys: String, CodingKey {
      case severity
      case location = "where"
      case message
      case suggestion
    }
  }

  let language: String
  let title: String
  let subtitle: String
  let figures: [[String]]
  let kinds: [String: String]
  let relations: [String: [String]]
  let nodes: [Node]
  let ties: [Tie]
  let opportunities: [Proposal]
  let diagrams: [DiagramDocument]
  let chapters: [ChapterDocument]
  let problems: [Problem]

  init(_ meeting: Meeting) {
    let names = meeting.names
    let plans = names.plans
    let language = names.language
    let plan = plans.plans[meeting.plan]
    self.language = language.rawValue
    title = names.title(of: meeting.plan)
    subtitle = language.placeAndYear(of: plan)
    figures = names.figures(meeting.figures).map { [$0.heading, $0.text] }
    kinds = Dictionary(uniqueKeysWithValues: NodeKind.all.map { ($0.word, language.name(of: $0)) })
    nodes = plans.graph.nodes.map { node in
      Node(
        id: names.id(of: node), kind: plans.graph.kind(of: node).word,
        name: names.name(of: node), facts: names.facts(of: node).map { [$0.heading, $0.text] })
    }
    let edges = (0..<plans.graph.edgeCount).map { EdgeID($0) }
    ties = edges.map { edge in
      let ends = plans.graph.ends(of: edge)
      return Tie(
        from: ends.from.index, to: ends.to.index, relation: names.word(of: plans.relation(of: edge))
      )
    }
    let used = Set(edges.map { plans.relation(of: $0) })
    relations = Dictionary(
      used.map { relation in
        (
          names.word(of: relation),
          [names.name(of: relation, .forward), names.name(of: relation, .backward)]
        )
      }, uniquingKeysWith: { first, _ in first })
    opportunities = meeting.sections.enumerated().flatMap { index, section in
      section.proposals.map { proposal in
        Self.proposal(
          proposal, section.sentences,
          key: proposal.opportunity.rank + index * 10 * Section.proposalLimit)
      }
    }
    diagrams = meeting.pictures.map { picture in
      DiagramDocument(
        key: picture.key, name: picture.name, title: picture.title,
        svg: picture.svgElement)
    }
    chapters = meeting.chapters.map { ChapterDocument($0, language) }
    problems = meeting.reading.diagnostics.map { diagnostic in
      Problem(
        severity: diagnostic.severity.rawValue, location: language.place(of: diagnostic),
        message: language.message(of: diagnostic, hidesPeople: true),
        suggestion: language.suggestion(for: diagnostic))
    }
  }

  private static func proposal(
    _ proposal: Section.Proposal, _ sentences: OpportunitySentences, key: Int
  ) -> Proposal {
    let opportunity = proposal.opportunity
    let language = sentences.names.language
    let cautions = sentences.cautions(opportunity.cautions)
    let notes = [
      sentences.effect(opportunity.effect),
      cautions.isEmpty ? "" : "\(language.caution): \(cautions)",
      sentences.history(opportunity.history),
    ]
    return Proposal(
      key: key, rank: opportunity.rank, approach: language.name(ofApproach: opportunity.approach),
      from: opportunity.ends.from.index, to: opportunity.ends.to.index,
      explanation: sentences.explanation(of: opportunity, proposal.evidence),
      reasons: opportunity.pattern == nil
        ? sentences.reasons(proposal.evidence).map { Reason(share: $0.share, text: $0.text) } : [],
      notes: notes.filter { !$0.isEmpty })
  }
}
