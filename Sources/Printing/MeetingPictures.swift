import Drawing
import Graphs

/// The drawings of a meeting, in the order of the booklet.
struct MeetingPictures {
  /// Sheets of issues at most.
  private static let issueLimit = 20

  /// What was drawn.
  let pictures: [Picture]
  /// What could not be drawn: each costs its sheet alone.
  let failures: [DrawingError]

  /// Draws all that there is to draw on a plan, on all cores.
  init(_ sheets: ViewSheets, _ style: DrawingStyle) {
    var issues = 0
    let chosen = sheets.meeting().filter { series in
      if series.view == .savings { issues += 1 }
      return series.view != .savings || issues <= Self.issueLimit
    }
    let drawn = concurrentMap(chosen.count) { each in
      var renderer = Renderer(style.language, inks: style.inks)
      each { index in chosen[index].drawn(&renderer, on: style.format) }
    }
    pictures = drawn.flatMap(\.pictures)
    failures = drawn.flatMap(\.failures)
  }
}
