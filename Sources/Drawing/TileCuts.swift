/// Where a long side is cut into tiles that are glued together again.
public enum TileCuts {
  /// A piece of a side: where it begins, and where it is cut; what is printed reaches beyond the cut to
  /// be glued under the next piece.
  public struct Piece: Sendable, Equatable {
    /// Where the piece begins.
    public let start: Double
    /// Where it is cut, or the end of the side.
    public let cut: Double
  }

  /// Cuts a side so that each piece with its overlap fits, and as few texts as can be are cut through.
  ///
  /// Of the places where the next cut may be, in the last third of a piece, the one is taken that runs
  /// through the fewest texts, of several the furthest.
  ///
  /// - Parameters:
  ///   - length: The length of the side.
  ///   - room: What fits on a tile.
  ///   - overlap: How much of a piece comes again on the next one.
  ///   - texts: From where to where the texts stand along the side.
  /// - Returns: The pieces, from the start; one where all fits.
  /// - Complexity: O(pieces · texts²).
  public static func pieces(
    of length: Double, room: Double, overlap: Double, around texts: [(from: Double, to: Double)]
  ) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0.0
    while length - start > room {
      let furthest = start + room
      let nearest = start + max(room * 2 / 3, min(overlap * 2, room * 0.9))
      let candidates =
        [furthest]
        + texts.flatMap { [$0.from - 1, $0.to + 1] }.filter { nearest...furthest ~= $0 }
      func crossed(_ place: Double) -> Int { texts.count { $0.from < place && place < $0.to } }
      let best = candidates.map { (crossed: crossed($0), place: $0) }
        .min { ($0.crossed, -$0.place) < ($1.crossed, -$1.place) }
      let cut = best?.place ?? furthest
      pieces.append(Piece(start: start, cut: cut))
      start = cut - overlap
    }
    return pieces + [Piece(start: start, cut: length)]
  }
}
