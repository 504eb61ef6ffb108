import Drawing
import Graphs
import Plans
import Printing
import Sheets
import Words

/// Drawing the booklet of a plan, from what has been found to the written PDF, beside the `dot` command
/// on the same diagrams, one after the other.
struct DrawingCase {
  /// What the drawing may take of the peer's time.
  private static let limit = 1.2

  private let path: String
  private let scratch: String

  init(_ path: String, scratch: String) {
    self.path = path
    self.scratch = scratch
  }

  /// Times both in turn, and prints what each took.
  ///
  /// - Returns: Whether it took more than it may.
  func measure(runs: Int) throws -> Bool {
    let reading = try PlanReading([path])
    let names = Names(PlanGraph(reading.plans), .thai)
    let meeting = try Meeting(reading, names, plan: 0)
    let series = ViewSheets(names, plan: 0).meeting()
    let folder = Folder.join(scratch, "dot")
    try Folder.create(folder)
    for picture in meeting.pictures {
      try picture.write(.dot, to: Folder.join(folder, "\(picture.key).dot"), .thai)
    }
    let dot = Command("sh").with(
      "-c", "for f in \(folder)/*.dot; do dot -Tsvg \"$f\" >/dev/null; done")
    var (own, peer): ([Double], [Double]) = ([], [])
    for _ in 0..<runs {
      let start = Command.now()
      let drawn = concurrentMap(series.count) { each in
        var renderer = Renderer(.thai)
        each { index in series[index].drawn(&renderer, on: PageFormat()).pictures.count }
      }
      try Booklet(meeting).write(to: Folder.join(scratch, "drawn.pdf"))
      own.append(Command.now() - start)
      guard drawn.contains(where: { $0 > 0 }), let usage = dot.run() else { return true }
      peer.append(usage.seconds)
    }
    let (mine, theirs) = (own.sorted()[runs / 2], peer.sorted()[runs / 2])
    let isMissed = mine > Self.limit * theirs
    print(
      "drawing the booklet of khok-charoen: \(rounded(mine * 1_000)) ms, "
        + "\(rounded(mine / theirs * 100))% of dot on its \(meeting.pictures.count) diagrams, one after "
        + "the other (\(rounded(theirs * 1_000)) ms), at most \(rounded(Self.limit * 100))%"
        + (isMissed ? ": MISSED" : ""))
    return isMissed
  }
}
