import TestSupport
import Testing

@testable import Drawing

@Suite("Cuts between tiles")
struct TileCutsTests {
  @Test("part a side into pieces that fit, follow one another and reach its end", arguments: 1...40)
  func fit(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let length = Double.random(in: 50...4_000, using: &generator)
    let room = Double.random(in: 200...800, using: &generator)
    let texts = (0..<60).map { _ in
      let from = Double.random(in: 0...length, using: &generator)
      return (from: from, to: from + Double.random(in: 10...120, using: &generator))
    }
    let pieces = TileCuts.pieces(of: length, room: room, overlap: 28, around: texts)
    #expect(pieces.first?.start == 0 && pieces.last?.cut == length)
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      #expect(next.start == piece.cut - 28)
      #expect(piece.cut - piece.start >= room * 0.6)
    }
    #expect(pieces.allSatisfy { $0.cut - $0.start <= room + 1e-9 })
  }

  @Test("run beside texts where there is a gap, else through the fewest, as far on as can be")
  func runBeside() {
    let gap = TileCuts.pieces(of: 150, room: 100, overlap: 10, around: [(0, 88), (92, 150)])
    #expect(gap.map(\.cut) == [91, 150])
    let none = TileCuts.pieces(of: 150, room: 100, overlap: 10, around: [(0, 150), (80, 140)])
    #expect(none.map(\.cut) == [79, 150])
    #expect(TileCuts.pieces(of: 150, room: 100, overlap: 10, around: []).map(\.cut) == [100, 150])
    #expect(TileCuts.pieces(of: 90, room: 100, overlap: 10, around: []).map(\.cut) == [90])
  }
}
