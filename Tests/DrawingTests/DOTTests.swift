import Drawing
import Testing
import Words

@Suite("The text for Graphviz")
struct DOTTests {
  private func diagram(label: String) -> Diagram {
    Diagram(
      key: "test", name: "t", title: "ใครหนุนใคร?", subtitle: "แผนทดสอบ",
      columns: [
        [.init(id: "0", label: label, shape: .fund)],
        [.init(id: "1", label: "งาน", shape: .activity)],
      ],
      edges: [
        .init(id: "tie-0", from: "0", to: "1", line: .tie, weight: 2),
        .init(id: "opportunity-7", from: "0", to: "1", line: .opportunity, label: "7"),
      ],
      legend: .init(
        title: "สัญลักษณ์", columns: [.init(id: "legend-fund", label: "ทุน", shape: .fund)], edges: []))
  }

  @Test("is as drawn here")
  func isGolden() {
    let text = DOT.text(of: diagram(label: "กองทุน"), LineBreaker())
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first == "digraph plan {")
    #expect(
      lines.contains(
        #"    n0 [id="test:0", label="กองทุน", shape="box", peripheries="2", style="filled", "#
          + ##"color="#0b4f8a", fillcolor="#e3eff9"]"##))
    #expect(
      lines.contains(
        ##"  n0:e -> n1:w [id="test:tie-0", style="solid", color="#0b4f8a", penwidth="2.5", "##
          + #"arrowhead="normal"]"#))
    #expect(lines.contains { $0.hasPrefix(#"  m1 [id="test:opportunity-7", label="7""#) })
    #expect(lines.contains { $0.hasPrefix(#"  n0:e -> m1:w [id="test:opportunity-7-a""#) })
    #expect(lines.last == "}")
  }

  @Test("is the same for the same diagram")
  func isStable() {
    let breaker = LineBreaker()
    #expect(
      DOT.text(of: diagram(label: "ก"), breaker) == DOT.text(of: diagram(label: "ก"), breaker))
  }

  @Test(
    "lets no label keep a meaning for Graphviz",
    arguments: [
      #"\N"#, #"a"b"#, #"ends in \"#, "<b>bold</b>", "&lt;x&gt;", #"x"]; n9 [image="/etc/passwd"#,
      "tab\tand\u{1}control", "{a|b}", "//c", "ก่ก้ก๊ก๋", "👩‍🌾 emoji", "שלום",
    ])
  func escapes(label: String) throws {
    var renderer = Renderer(.thai)
    let picture = try renderer.picture(of: diagram(label: label))
    #expect(picture.dot?.contains("image="[...] + "\"/etc") == false)
    let texts = picture.svgElement.split(separator: "\n").filter { $0.hasPrefix("<text") }
    let shown = texts.map(Self.content).joined(separator: " ")
    let visible = label.filter { !$0.isWhitespace && $0 != "\u{1}" }
    #expect(shown.filter { !$0.isWhitespace }.contains(visible))
  }

  /// The text of a `<text>` element with its references resolved.
  private static func content(_ element: Substring) -> String {
    let inner = element.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
    return String(inner).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&#45;", with: "-").replacing("&#160;", with: "\u{A0}")
      .replacing("&amp;", with: "&")
  }
}
