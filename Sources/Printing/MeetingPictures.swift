import Drawing

/// The diagrams of a meeting, in the order of the booklet.
struct MeetingPictures {
  /// Sheets of issues at most.
  private static let issueLimit = 20

  let pictures: [Picture]

  /// Draws all that there is to draw on a plan.
  init(_ sheets: ViewSheets) throws(DrawingError) {
    let graphviz = Graphviz()
    let breaker = LineBreaker()
    var (pictures, issues): ([Picture], Int) = ([], 0)
    for series in sheets.meeting() {
      if series.view == .savings {
        issues += 1
        if issues > Self.issueLimit { continue }
      }
      for case .picture(let picture) in try series.drawn(graphviz, breaker) {
        pictures.append(picture)
      }
    }
    self.pictures = pictures
  }
}
