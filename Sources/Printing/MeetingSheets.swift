public import Drawing
import Graphs
import Linkage
public import Plans
public import Sheets
public import Words

extension ViewSheets {
  /// What a command draws of a plan: searched for when a view asks for it, with the numbers of the
  /// meeting's tables.
  public init(_ names: Names, plan: Int, asOf day: PlanDate = .today) {
    self.init(
      names, plan: plan,
      ViewSources(
        proposals: { name in
          let search = OpportunitySearch(names.plans, .standard(name))
          let found = search.opportunities()
          return .init(
            table: Section.selection(of: found, by: search.approach), all: found,
            agreed: search.agreed)
        },
        leaders: {
          let ranking = LeaderRanking(names.plans, plan: plan, asOf: day)
          return (ranking, Team(smallestIn: ranking))
        },
        exchange: { Exchange(names.plans) }, selfReliance: { SelfRelianceSurvey(names.plans) }))
  }

  /// What a meeting's paper draws of a plan, of what has been found already: no number that is not in
  /// its tables.
  ///
  /// - Parameter sections: What each approach proposes for the meeting.
  init(_ findings: Findings, plan: Int, _ leaders: MeetingLeaders, _ sections: [Section]) {
    self.init(
      findings.names, plan: plan,
      ViewSources(
        proposals: { name in
          let section = sections.first { $0.sentences.approach.name == name.rawValue }
          let table = section?.chosen.map(\.opportunity) ?? []
          // What is learned at a forum bears no number, so that all of it may be drawn.
          let all = name == .forum ? section?.proposals.map(\.opportunity) ?? [] : table
          return .init(table: table, all: all, agreed: section?.agreed ?? [])
        },
        leaders: { (leaders.ranking, leaders.team) }, exchange: { findings.exchange },
        selfReliance: { findings.selfReliance }))
  }
}

extension DrawnSheet {
  /// Writes sheets as the pages of one PDF, all as large as the largest needs.
  public static func writePDF(_ sheets: [DrawnSheet], to path: String) throws(SheetError) {
    let measure = Canvas(measuringWidth: 2_000, height: 2_000)
    let width = Meeting.area.width
    var size = (width: 0.0, height: 0.0)
    for sheet in sheets {
      switch sheet {
      case .picture(let picture):
        size = (max(size.width, picture.width), max(size.height, picture.height))
      case .chart(let chart):
        let height = chart.chart.height(on: measure, width: width)
        size = (max(size.width, width), max(size.height, height + 24))
      }
    }
    try FileBytes.writeBeside(path) { (beside) throws(SheetError) in
      let canvas = Canvas(
        pdf: beside, width: size.width + 40, height: size.height + 40,
        title: sheets.first?.title ?? "")
      for sheet in sheets {
        switch sheet {
        case .picture(let picture):
          picture.draw(on: canvas, x: 20, y: 20, width: picture.width, height: picture.height)
        case .chart(let chart):
          let below = chart.chart.draw(on: canvas, x: 20, y: 20, width: width)
          let subtitle = [chart.subtitle, chart.sheet?.text].compactMap(\.self)
          canvas.text(
            subtitle.joined(separator: " · "), x: 20, y: 24 + below, width: width,
            TextStyle(size: 10))
        }
        canvas.endPage()
      }
      try canvas.finish()
    }
  }

  private var title: String {
    switch self {
    case .picture(let picture): picture.diagram.title
    case .chart(let chart): chart.title
    }
  }
}

/// A sheet of a view, drawn.
public enum DrawnSheet: Sendable {
  /// A diagram that has been laid out.
  case picture(Picture)
  /// A chart; it is drawn on the page.
  case chart(ChartSheet)
}

extension SheetSeries {
  /// The sheets with as many nodes each as are legible on the page.
  public func drawn(
    _ graphviz: borrowing Graphviz, _ breaker: borrowing LineBreaker
  ) throws(DrawingError) -> [DrawnSheet] {
    var limit = limit
    while true {
      var sheets: [DrawnSheet] = []
      var isLegible = true
      for sheet in self.sheets(limit: limit) {
        switch sheet {
        case .chart(let chart): sheets.append(.chart(chart))
        case .diagram(let diagram):
          let picture = try Picture(of: diagram, graphviz, breaker)
          let size = picture.smallestText(fitting: Meeting.area.width, Meeting.area.height)
          isLegible = isLegible && size >= Meeting.smallestText
          sheets.append(.picture(picture))
        }
      }
      if isLegible || limit <= 2 { return sheets }
      limit -= limit > 6 ? 2 : 1
    }
  }
}
