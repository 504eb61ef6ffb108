import CThai
import Synchronization

/// Breaks labels into lines: Thai at word boundaries by libthai, all else at blanks.
///
/// Graphviz wraps nothing, and Thai writes no blanks between words.
public struct LineBreaker: ~Copyable {
  private let breaker: OpaquePointer?

  /// The breakers that nobody uses now, by their addresses: to read the dictionary takes as long as to
  /// draw a diagram.
  private static let idle = Mutex<[UInt]>([])

  /// A breaker with libthai's own dictionary.
  public init() {
    let known = Self.idle.withLock { $0.popLast() }
    breaker = known.flatMap { OpaquePointer(bitPattern: $0) } ?? th_brk_new(nil)
  }

  deinit {
    if let breaker { Self.idle.withLock { $0.append(UInt(bitPattern: breaker)) } }
  }

  /// The lines of a text.
  ///
  /// - Parameters:
  ///   - width: Characters a line, as a reader sees them: a base letter with its marks is one.
  ///   - limit: Lines at most; what does not fit is left out and marked with `…`.
  /// - Complexity: O(characters).
  public func lines(of text: String, width: Int, limit: Int) -> [String] {
    // What follows far behind the last line changes nothing; a cell may hold 32,767 characters.
    let most = limit > 0 ? 4 * limit * width : Int.max
    let pieces = pieces(of: text.prefix(most)).flatMap { Piece.pieces($0, longest: width) }
    let lines = Self.balanced(pieces, width: width)
    guard lines.count > limit, limit > 0 else { return lines }
    let last = lines[limit - 1]
    let kept = last.count < width ? last : String(last.prefix(max(1, width - 1)))
    return lines.prefix(limit - 1) + [kept.trimmedEnd + "…"]
  }

  /// What may stand on a line by itself, with what is asked of it again and again.
  private struct Piece {
    let text: Substring
    /// Characters, as a reader sees them.
    let length: Int
    let endsInBlank: Bool
    /// Whether it is a word that opens a phrase.
    let isOpener: Bool

    init(_ text: Substring, length: Int) {
      self.text = text
      self.length = length
      endsInBlank = text.utf8.last == UInt8(ascii: " ")
      isOpener = LineBreaker.openers.contains(endsInBlank ? text.dropLast() : text)
    }

    /// A text in pieces of at most so many characters.
    static func pieces(_ text: String, longest: Int) -> [Piece] {
      var pieces: [Piece] = []
      var rest = text[...]
      while !rest.isEmpty {
        let piece = rest.prefix(longest)
        pieces.append(Piece(piece, length: piece.count))
        rest = rest[piece.endIndex...]
      }
      return pieces
    }
  }

  /// Fills as few lines as can be, and among those breaks where it reads best: lines of like
  /// length, names of places not torn from the word before them.
  private static func balanced(_ pieces: [Piece], width: Int) -> [String] {
    // best[i]: lines, cost and start of the last line, for the first i pieces.
    var best = [(lines: 0, cost: 0, start: 0)]
    for end in pieces.indices {
      var choice = (lines: Int.max, cost: Int.max, start: end)
      var length = pieces[end].endsInBlank ? -1 : 0
      for start in stride(from: end, through: 0, by: -1) {
        length += pieces[start].length
        if length > width, start < end { break }
        let slack = width - length
        let tear = start > 0 ? tear(pieces[start - 1], pieces[start]) : 0
        let cost = best[start].cost + slack * slack + tear
        if (best[start].lines + 1, cost) < (choice.lines, choice.cost) {
          choice = (best[start].lines + 1, cost, start)
        }
      }
      best.append(choice)
    }
    var lines: [String] = []
    var end = pieces.count
    while end > 0 {
      lines.append(pieces[best[end].start..<end].map(\.text).joined().trimmedEnd)
      end = best[end].start
    }
    return lines.reversed().filter { !$0.isEmpty }
  }

  /// What a break between two pieces costs in reading: little before words that open a phrase, much
  /// after them, since the name that follows belongs to them.
  private static func tear(_ left: Piece, _ right: Piece) -> Int {
    if left.isOpener { return 400 }
    return right.isOpener || left.endsInBlank ? 0 : 120
  }

  private static let openers: Set<Substring> = [
    "บ้าน", "ตำบล", "อำเภอ", "จังหวัด", "กลุ่ม", "กองทุน", "เพื่อ", "และ", "ของ", "โดย", "ใน", "จาก",
    "ที่", "ต.", "อ.", "จ.", "หมู่", "ณ", "Tambon", "Amphoe", "Changwat", "Moo",
  ]

  /// The text in pieces between which a line may end; blanks stay at the end of a piece.
  private func pieces(of text: Substring) -> [String] {
    let text = text.split { $0.isWhitespace }.joined(separator: " ")
    let breaks = wordBoundaries(of: text)
    let scalars = Array(text.unicodeScalars)
    var pieces: [String] = []
    var piece = ""
    var offset = 0
    for character in text {
      if breaks.contains(offset), !piece.isEmpty, !Self.opensOnly(piece), !Self.stays(character),
        !(piece.last == " " && Self.goesOn(piece, scalars, at: offset))
      {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      offset += character.unicodeScalars.count
      if character == "/" || character == " " && !Self.goesOn(piece, scalars, at: offset) {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  /// Whether a piece is nothing but opening marks, which do not stand at the end of a line.
  private static func opensOnly(_ piece: String) -> Bool {
    piece.unicodeScalars.allSatisfy { ["(", "“", "\"", "["].contains($0) }
  }

  /// Whether a blank is no place for a line to end: before what divides the parts of a line, and between
  /// the era and its year.
  private static func goesOn(
    _ piece: String, _ scalars: [Unicode.Scalar], at offset: Int
  ) -> Bool {
    guard offset < scalars.count else { return false }
    return scalars[offset] == "·"
      || piece.hasSuffix("ศ. ") && scalars[offset].properties.numericType != nil
  }

  /// Whether a character does not begin a line.
  private static func stays(_ character: Character) -> Bool {
    switch character.unicodeScalars.first {
    case ")", "”", "\"", "]", ",", ".", ";", ":", "ๆ", "ฯ", "…", "!", "?": true
    default: false
    }
  }

  /// Offsets in Unicode scalars where libthai allows a break.
  private func wordBoundaries(of text: String) -> Set<Int> {
    guard let breaker else { return [] }
    let scalars = text.unicodeScalars.map { thwchar_t($0.value) } + [0]
    var positions = [Int32](repeating: 0, count: scalars.count)
    let count = th_brk_wc_find_breaks(breaker, scalars, &positions, positions.count)
    return Set(positions.prefix(Int(max(0, count))).map { Int($0) })
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
    return text
  }
}
