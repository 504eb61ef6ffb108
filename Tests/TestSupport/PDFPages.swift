/// What another program reads in a PDF: pages, and the words on them with their places.
public struct PDFPages {
  /// A word as poppler sees it, points from the upper left corner.
  public struct Word {
    /// The word.
    public let text: String
    /// The left side.
    public let left: Double
    /// The upper end of the font's box.
    public let top: Double
    /// The right side.
    public let right: Double
    /// The lower end of the font's box.
    public let bottom: Double

    /// How high the font's box is in Laksaman, in the size of the letters.
    private static let boxHeight = 1.957
    /// The size of the letters, where they are Laksaman's.
    public var size: Double { (bottom - top) / Self.boxHeight }

    /// Whether two words stand on one another: the middle of their letters does.
    public func covers(_ other: Word) -> Bool {
      func band(_ word: Word) -> (Double, Double) {
        let height = word.bottom - word.top
        return (word.top + 0.42 * height, word.top + 0.62 * height)
      }
      let (a, b) = (band(self), band(other))
      return min(right, other.right) - max(left, other.left) > 1 && min(a.1, b.1) > max(a.0, b.0)
    }
  }

  /// A page: its size and words.
  public struct Page {
    /// The width, points.
    public let width: Double
    /// The height, points.
    public let height: Double
    /// The words in reading order.
    public let words: [Word]
  }

  /// The pages.
  public let pages: [Page]
  /// The fonts as poppler lists them: name, and whether it is embedded.
  public let fonts: [(name: String, isEmbedded: Bool)]

  /// All text, without blanks.
  public var letters: String {
    pages.flatMap(\.words).map(\.text).joined().filter { !$0.isWhitespace }
  }

  /// Reads a file; nil where poppler cannot.
  public init?(_ path: String) {
    guard let boxes = Shell.output("pdftotext -bbox '\(path)' -"),
      let list = Shell.output("pdffonts '\(path)'")
    else { return nil }
    pages = boxes.split(separator: "<page ").dropFirst().map { part in
      let size = Self.numbers(part.prefix { $0 != ">" })
      return Page(
        width: size.first ?? 0, height: size.last ?? 0,
        words: part.split(separator: "\n").compactMap(Self.word))
    }
    fonts = list.split(separator: "\n").dropFirst(2).map { line in
      // Encoding, emb, sub, uni, object and generation stand at the end.
      let columns = line.split(separator: " ")
      return (String(columns[0]), columns.dropLast(4).last == "yes")
    }
  }

  private static func numbers(_ text: Substring) -> [Double] {
    text.split(separator: "\"").compactMap { Double($0) }
  }

  private static func word(_ line: Substring) -> Word? {
    guard let start = line.firstRange(of: "<word "), let end = line.firstRange(of: "</word>"),
      let open = line[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    let places = numbers(line[start.upperBound..<open])
    guard places.count == 4 else { return nil }
    let text = line[line.index(after: open)..<end.lowerBound]
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    return Word(
      text: String(text), left: places[0], top: places[1], right: places[2], bottom: places[3])
  }
}
