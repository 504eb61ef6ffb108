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

  /// Times both in turn.
  func measure(runs: Int) throws -> Row {
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
    var (own, peer) = (Timing(megabytes: 0), Timing(megabytes: 0))
    var isBroken = false
    for _ in 0..<runs {
      let start = Command.now()
      let drawn = concurrentMap(series.count) { each in
        var renderer = Renderer(.thai)
        each { index in series[index].drawn(&renderer, on: PageFormat()).pictures.count }
      }
      try Booklet(meeting).write(to: Folder.join(scratch, "drawn.pdf"))
      own.seconds.append(Command.now() - start)
      isBroken = isBroken || !drawn.contains { $0 > 0 }
      if let usage = dot.run() { peer.seconds.append(usage.seconds) }
    }
    let count = meeting.pictures.count
    return Row(
      work: "drawing the booklet of khok-charoen, \(count) diagrams", own: own,
      peers: [.init("dot on the same, one after the other", peer, beside: own)],
      limits: .init(share: Self.limit), isBroken: isBroken)
  }
}
