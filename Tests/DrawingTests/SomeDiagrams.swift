import TestSupport
import Words

@testable import Drawing

/// Diagrams for tests.
enum SomeDiagrams {
  static func measured(_ diagram: Diagram) -> MeasuredDiagram {
    var measure = TextMeasure()
    return MeasuredDiagram(diagram, LineBreaker(), &measure)
  }

  static let legend = Diagram.Legend(
    title: "สัญลักษณ์",
    columns: [
      .init(id: "legend-fund", label: "องค์กรการเงิน", shape: .fund),
      .init(id: "legend-activity", label: "กิจกรรม", shape: .activity),
    ],
    edges: [
      .init(
        id: "legend-tie", from: "legend-fund", to: "legend-activity", line: .tie, label: "ออกทุนอยู่")
    ])
}

extension Diagram {
  /// A diagram of two columns with one node in each.
  static func pair(_ label: String, _ other: String = "งาน") -> Diagram {
    Diagram(
      key: "pair", name: "คู่", title: "ใครหนุนใคร?", subtitle: "แผนทดสอบ",
      columns: [
        [.init(id: "0", label: label, shape: .fund)],
        [.init(id: "1", label: other, shape: .activity)],
      ],
      edges: [.init(id: "tie-0", from: "0", to: "1", line: .tie)], legend: SomeDiagrams.legend)
  }

  /// A tangle without columns.
  static func random(nodes: Int, edges: Int, seed: UInt64) -> Diagram {
    var generator = SeededGenerator(seed: seed)
    let shapes: [Shape] = [
      .fund, .activity, .mechanism, .issue, .leader, .organisation, .place, .offer, .bundle,
    ]
    let all = (0..<nodes).map {
      Node(id: "\($0)", label: "กลุ่มออมทรัพย์บ้านที่ \($0)", shape: shapes[$0 % shapes.count])
    }
    let lines = (0..<edges).compactMap { index -> Edge? in
      let from = Int.random(in: 0..<nodes, using: &generator)
      let to = Int.random(in: 0..<nodes, using: &generator)
      return from == to ? nil : Edge(id: "\(index)", from: "\(from)", to: "\(to)", line: .tie)
    }
    return Diagram(
      key: "random", name: "สุ่ม", title: "อะไรเชื่อมกับอะไร?", subtitle: "แผนทดสอบ", columns: [all],
      edges: lines, legend: SomeDiagrams.legend, arrangement: .network)
  }
}
