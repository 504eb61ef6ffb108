import Testing

@testable import Drawing

@Suite("The texts of a drawing")
struct PictureTextTests {
  private static let svg = """
    <svg width="100pt" height="50pt">
    <g id="graph0" class="graph" transform="scale(1 1) rotate(0) translate(4 46)">
    <polygon points="0,0 1,1"/>
    <text text-anchor="middle" x="20" y="-10.5" font-family="Laksaman" font-size="13.0" \
    fill="#b3261e">ก &amp; &lt;ข&gt; &#45; &#x41;</text>
    </g>
    </svg>
    """

  @Test("are taken out with place, size, colour and plain content")
  func areTakenOut() throws {
    let parts = PictureText(Array(Self.svg.utf8))
    let line = try #require(parts.lines.first)
    #expect(parts.lines.count == 1)
    #expect(line.text == "ก & <ข> - A")
    #expect(line.x == 24)
    #expect(line.y == 35.5)
    #expect(line.size == 13)
    #expect(abs(line.colour.0 - 179.0 / 255) < 1e-9)
  }

  @Test("leave the shapes behind")
  func leaveShapes() {
    let shapes = String(decoding: PictureText(Array(Self.svg.utf8)).shapes, as: UTF8.self)
    #expect(shapes.contains("<polygon"))
    #expect(!shapes.contains("<text"))
  }
}
