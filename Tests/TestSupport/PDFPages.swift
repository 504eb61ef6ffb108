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

    /// Whether its letters stand on their side.
    public internal(set) var isTurned = false

    /// Whether two words stand on one another: the middle of their letters does.
    public func covers(_ other: Word) -> Bool {
      guard isTurned == other.isTurned else { return false }
      func shared(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
        min(a.1, b.1) - max(a.0, b.0)
      }
      // Turned letters have their feet at the right.
      func band(_ low: Double, _ high: Double) -> (Double, Double) {
        (low + 0.42 * (high - low), low + 0.62 * (high - low))
      }
      return isTurned
        ? shared((top, bottom), (other.top, other.bottom)) > 1
          && shared(band(left, right), band(other.left, other.right)) > 0
        : shared((left, right), (other.left, other.right)) > 1
          && shared(band(top, bottom), band(other.top, other.bottom)) > 0
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
    /// The text as its instructions set it.
    public let runs: [PDFRun]
    /// The letters in the order in which they are set, without blanks.
    public let letters: String
  }

  /// The pages.
  public let pages: [Page]
  /// The fonts as poppler lists them: name, and whether it is embedded.
  public let fonts: [(name: String, isEmbedded: Bool)]

  /// Some of the pages alone.
  public func only(_ range: Range<Int>) -> PDFPages {
    PDFPages(pages: Array(pages[range]), fonts: fonts)
  }

  private init(pages: [Page], fonts: [(name: String, isEmbedded: Bool)]) {
    self.pages = pages
    self.fonts = fonts
  }

  /// All text, without blanks, in the order in which it is set.
  public var letters: String { pages.map(\.letters).joined() }

  /// Reads a file; nil where poppler cannot.
  public init?(_ path: String) {
    guard let boxes = Shell.output("pdftotext -bbox '\(path)' -"),
      let text = Shell.output("pdftotext -raw '\(path)' -"),
      let list = Shell.output("pdffonts '\(path)'")
    else { return nil }
    let parts = boxes.split(separator: "<page ").dropFirst()
    let sizes = parts.map { Self.numbers($0.prefix { $0 != ">" }) }
    let letters = text.split(separator: "\u{0C}", omittingEmptySubsequences: false)
    guard let runs = PDFRun.pages(of: path, heights: sizes.map { $0.last ?? 0 }),
      letters.count >= parts.count
    else { return nil }
    pages = parts.enumerated().map { index, part in
      let (turned, upright) = (
        runs[index].filter(\.isTurned), runs[index].filter { !$0.isTurned }
      )
      let words = part.split(separator: "\n").compactMap(Self.word).map { word in
        var word = word
        word.isTurned =
          turned.contains(where: word.isSet) && !upright.contains(where: word.isSet)
        return word
      }
      return Page(
        width: sizes[index].first ?? 0, height: sizes[index].last ?? 0, words: words,
        runs: runs[index], letters: letters[index].filter { !$0.isWhitespace })
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

extension PDFPages.Word {
  /// Whether it may be part of a text: on its baseline, and not before its beginning.
  fileprivate func isSet(by run: PDFRun) -> Bool {
    run.isTurned
      ? left - 1 < run.x && run.x < right + 1 && top - 1 < run.y
      : top - 1 < run.y && run.y < bottom + 1 && run.x < right + 1
  }
}
