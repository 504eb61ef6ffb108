import Testing

@testable import Drawing

@Suite("A layout")
struct LayoutTests {
  @Test("is read with its upper left corner at the origin")
  func isRead() throws {
    let text = "g 10 20 110 70\nn n0 30 60\ne 0-a 0 0 0 1 52 45 40 60 42 60 44 50 50 50\n"
    let layout = try #require(Layout(reading: text[...]))
    #expect(layout.width == 100 && layout.height == 50)
    #expect(layout.nodes == ["n0": Point(20, 10)])
    let curve = try #require(layout.curves["0-a"]?.first)
    #expect(curve.points == [Point(30, 10), Point(32, 10), Point(34, 20), Point(40, 20)])
    #expect(curve.startTip == nil)
    #expect(curve.endTip == Point(42, 25))
  }

  @Test(
    "is none where the text is not whole",
    arguments: [
      "", "n n0 1 2\n", "g 0 0 1\n", "g 0 0 1 1\nn n0 1\n", "g 0 0 1 1\ne 0 0 0\n", "x\n",
    ])
  func isNone(text: String) {
    #expect(Layout(reading: text[...]) == nil)
  }
}
