import ArgumentParser
import Country
import Drawing
import Glibc
import Graphs
import Sheets
import Words

/// Twenty diagrams of sixty nodes to SVG files, from the diagram to the written file, beside the `dot`
/// command on the DOT files of the same diagrams, one after the other.
struct DiagramsCase {
  /// What the drawing may take of the peer's time.
  private static let limit = 0.5
  private static let count = 20

  private let scratch: String
  private let diagrams: [Diagram]

  init(seed: UInt64, scratch: String) {
    self.scratch = scratch
    diagrams = (0..<Self.count).map { Self.diagram(seed: seed, number: $0) }
  }

  /// Times both in turn.
  func measure(runs: Int) throws -> Row {
    let folder = Folder.join(scratch, "sixty")
    try Folder.create(folder)
    // The first run warms up, and writes what the peer reads.
    for picture in try draw(into: folder) {
      try picture.write(.dot, to: Folder.join(folder, "\(picture.key).dot"), .thai)
    }
    let dot = Command("sh").with(
      "-c", "for f in \(folder)/*.dot; do dot -Tsvg \"$f\" >/dev/null; done")
    var (own, peer) = (Timing(megabytes: 0), Timing(megabytes: 0))
    for _ in 0..<runs {
      let start = Command.now()
      _ = try draw(into: folder)
      own.seconds.append(Command.now() - start)
      if let usage = dot.run() { peer.seconds.append(usage.seconds) }
    }
    var row = Row(
      work: "\(Self.count) diagrams of 60 nodes to SVG", own: own,
      limits: .init(share: Self.limit))
    if peer.seconds.count == runs {
      row.peers = [.init("dot on the same, one after the other", peer, beside: own)]
    } else {
      row.faults = ["peer is missing: dot"]
    }
    return row
  }

  /// Draws all and writes their files.
  private func draw(into folder: String) throws -> [Picture] {
    try concurrentMap(diagrams.count) { each in
      var renderer = Renderer(.thai)
      each { index in
        Result {
          let picture = try renderer.picture(of: diagrams[index])
          try picture.write(.svg, to: Folder.join(folder, "\(picture.key).svg"), .thai)
          return picture
        }
      }
    }.map { try $0.get() }
  }

  /// Ten funds, forty activities and ten agencies, each activity with one to three ties to either side.
  private static func diagram(seed: UInt64, number: Int) -> Diagram {
    var chance = SplitMix64(seed: seed &* 1_000 &+ UInt64(number))
    func column(_ count: Int, _ word: String, _ shape: Diagram.Shape) -> [Diagram.Node] {
      (0..<count).map { index in
        Diagram.Node(
          id: "\(shape)\(index)", label: "\(word)\(number)-\(index + 1) บ้านหนองไผ่สามัคคี",
          shape: shape)
      }
    }
    let funds = column(10, "กลุ่มออมทรัพย์ที่ ", .fund)
    let activities = column(40, "อบรมทำปุ๋ยหมักรุ่นที่ ", .activity)
    let agencies = column(10, "สำนักงานพัฒนาที่ ", .mechanism)
    var edges: [Diagram.Edge] = []
    func tie(_ from: Diagram.Node, _ to: Diagram.Node, _ line: Diagram.Line) {
      edges.append(.init(id: "e\(edges.count)", from: from.id, to: to.id, line: line))
    }
    for activity in activities {
      for fund in funds.shuffled(using: &chance).prefix(Int.random(in: 1...2, using: &chance)) {
        tie(fund, activity, .tie)
      }
      for agency in agencies.shuffled(using: &chance).prefix(Int.random(in: 0...2, using: &chance))
      {
        tie(activity, agency, .support)
      }
    }
    return Diagram(
      key: "bench-\(number)", name: "\(number)", title: "เงินชุมชนหนุนงานใด", subtitle: "แผนทดลอง",
      columns: [funds, activities, agencies], edges: edges,
      legend: .init(title: "ความหมาย", columns: [], edges: []))
  }
}

/// The `diagrams` timing by itself.
struct DiagramsTiming: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagrams", abstract: "Twenty diagrams of sixty nodes to SVG, beside dot.")

  @Option(help: "What the diagrams are drawn by chance from.") var seed: UInt64 = 1
  @Option(help: "How many runs are timed, after one that is not.") var runs = 5

  func validate() throws {
    guard runs > 0 else { throw ValidationError("runs begin at 1") }
  }

  func run() throws {
    var figures = Figures()
    figures.add([try DiagramsCase(seed: seed, scratch: scratch).measure(runs: runs)])
    if figures.isMissed { throw ExitCode(1) }
  }
}
