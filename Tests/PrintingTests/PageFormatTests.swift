import Testing

@testable import Printing

@Suite("A page")
struct PageFormatTests {
  private static let formats = Paper.allCases.flatMap {
    [PageFormat($0), PageFormat($0, isUpright: true)]
  }

  @Test("sets its smallest letters as large as its paper asks: 9, 14, 18 and 24 points")
  func keepsTheLaw() {
    #expect(Paper.allCases.map(\.smallestText) == [9, 14, 18, 24, 24])
    for format in Self.formats {
      #expect(PageFormat.smallestText * format.scale >= format.paper.smallestText - 1e-9)
    }
  }

  @Test("keeps 20 mm free for holes at the left, on every paper, either way up", arguments: formats)
  func keepsRoomForHoles(format: PageFormat) {
    #expect(format.left * format.scale >= 20 * 72 / 25.4)
    #expect(format.width > 400 && format.height > 400)
    #expect(format.right * format.scale < format.paperWidth - 20)
  }

  @Test("is the paper's two sides, the longer one across unless upright")
  func hasTwoSides() {
    #expect(PageFormat(.a3).paperWidth == 1_190.55 && PageFormat(.a3).paperHeight == 841.89)
    let upright = PageFormat(.a4, isUpright: true)
    #expect(upright.paperWidth == 595.28 && upright.paperHeight == 841.89)
  }
}
