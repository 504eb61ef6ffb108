import CThai

/// Breaks labels into lines: Thai at word boundaries by libthai, all else at blanks.
///
/// Graphviz wraps nothing, and Thai writes no blanks between words.
public struct LineBreaker: ~Copyable {
  private let breaker: OpaquePointer?

  /// A breaker with libthai's own dictionary.
  public init() { breaker = th_brk_new(nil) }

  deinit {
    if let breaker { th_brk_delete(breaker) }
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
    let pieces = pieces(of: text.prefix(most)).flatMap { $0.split(longerThan: width) }
    let lines = Self.balanced(pieces, width: width)
    guard lines.count > limit, limit > 0 else { return lines }
    let last = lines[limit - 1]
    let kept = last.count < width ? last : String(last.prefix(max(1, width - 1)))
    return lines.prefix(limit - 1) + [kept.trimmedEnd + "…"]
  }

  /// Fills as few lines as can be, and among those breaks where it reads best: lines of like
  /// length, names of places not torn from the word before them.
  private static func balanced(_ pieces: [String], width: Int) -> [String] {
    let lengths = pieces.map(\.count)
    // best[i]: lines, cost and start of the last line, for the first i pieces.
    var best = [(lines: 0, cost: 0, start: 0)]
    for end in pieces.indices {
      var choice = (lines: Int.max, cost: Int.max, start: end)
      var length = 0
      for start in stride(from: end, through: 0, by: -1) {
        length += lengths[start]
        let visible = length - (pieces[end].last == " " ? 1 : 0)
        if visible > width, start < end { break }
        let slack = width - visible
        let cost = best[start].cost + slack * slack + (start > 0 ? tear(pieces, start) : 0)
        if (best[start].lines + 1, cost) < (choice.lines, choice.cost) {
          choice = (best[start].lines + 1, cost, start)
        }
      }
      best.append(choice)
    }
    var lines: [String] = []
    var end = pieces.count
    while end > 0 {
      lines.append(pieces[best[end].start..<end].joined().trimmedEnd)
      end = best[end].start
    }
    return lines.reversed().filter { !$0.isEmpty }
  }

  /// What a break before a piece costs in reading: little before words that open a phrase, much
  /// after them, since the name that follows belongs to them.
  private static func tear(_ pieces: [String], _ index: Int) -> Int {
    if openers.contains(pieces[index - 1].trimmedEnd) { return 400 }
    if openers.contains(pieces[index]) || pieces[index - 1].last == " " { return 0 }
    return 120
  }

  private static let openers: Set<String> = [
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
    piece.allSatisfy { "(“\"[".contains($0) }
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
  private static func stays(_ character: Character) -> Bool { ")”\"],.;:ๆฯ…!?".contains(character) }

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
  /// Pieces of at most so many characters.
  fileprivate func split(longerThan width: Int) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while !rest.isEmpty {
      pieces.append(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    return pieces
  }

  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
