import CPango
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
        "style": String(decoding: PackageResources.page_css, as: UTF8.self),
        "script": script, "hash": hash,
      ])
  }

  /// What the page does, part by part; a part may use what stands in those before it.
  private static let script = [
    PackageResources.words_js, PackageResources.spelling_js, PackageResources.data_js,
    PackageResources.elements_js, PackageResources.drawing_js, PackageResources.state_js,
    PackageResources.filter_js, PackageResources.selection_js, PackageResources.panel_js,
    PackageResources.camera_js, PackageResources.hands_js, PackageResources.search_js,
    PackageResources.table_js, PackageResources.problems_js, PackageResources.address_js,
    PackageResources.chapters_js, PackageResources.start_js,
  ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")

  /// By which a browser knows the page's own script, and runs no other (W3C, Content Security Policy
  /// Level 3); what stands between the tags begins with a line's end.
  private static let hash: String = {
    var length = 32
    var digest = [UInt8](repeating: 0, count: length)
    let text = Array("\n\(script)".utf8)
    let checksum = g_checksum_new(G_CHECKSUM_SHA256)
    defer { g_checksum_free(checksum) }
    g_checksum_update(checksum, text, text.count)
    g_checksum_get_digest(checksum, &digest, &length)
    return "sha256-" + Data(digest).base64EncodedString()
  }()

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
    /// Paths shown of one reason, the ones that count most.
    static let pathLimit = 3

    let share: Double
    let text: String
    /// The nodes of each path, from one end to the other.
    let paths: [[Int]]

    init(_ reason: OpportunitySentences.Reason) {
      share = reason.share
      text = reason.text
      paths = reason.evidence.prefix(Self.pathLimit).map { $0.nodes.map(\.index) }
    }
  }

  struct Proposal: Encodable {
    /// Unique on the page.
    let key: Int
    /// The approach's place among all, and the rank within it.
    let section: Int
    let rank: Int
    /// The number as the paper has it.
    let number: String
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
    /// The section whose ranks it shows.
    let section: Int
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
        Self.proposal(proposal, section.sentences, section: index)
      }
    }
    diagrams = meeting.pictures.map { picture in
      DiagramDocument(
        key: picture.key, name: picture.name, title: picture.title,
        section: Self.section(of: picture.key, meeting.sections),
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

  /// The section that a diagram is about: the approach that its key begins with, else the first.
  private static func section(of key: String, _ sections: [Section]) -> Int {
    let word = key.prefix { $0 != "-" }
    return sections.firstIndex { $0.sentences.approach.name == word } ?? 0
  }

  private static func proposal(
    _ proposal: Section.Proposal, _ sentences: OpportunitySentences, section: Int
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
      key: opportunity.rank + section * 10 * Section.proposalLimit, section: section,
      rank: opportunity.rank,
      number: language.number(of: opportunity.rank, approach: opportunity.approach),
      approach: language.name(ofApproach: opportunity.approach),
      from: opportunity.ends.from.index, to: opportunity.ends.to.index,
      explanation: sentences.explanation(of: opportunity, proposal.evidence),
      reasons: opportunity.pattern == nil
        ? sentences.reasons(proposal.evidence).map(Reason.init) : [],
      notes: notes.filter { !$0.isEmpty })
  }
}
