import Sheets

/// Text of a PDF as the instructions of its pages set it: how large, where and which way.
public struct PDFRun: Sendable {
  /// The size of its letters, points on paper, whatever the typeface.
  public let size: Double
  /// Where its first letter's baseline begins, points from the left.
  public let x: Double
  /// The same, points from the upper edge.
  public let y: Double
  /// Whether its lines run upwards or downwards.
  public let isTurned: Bool

  /// The text of each page of a file; nil where qpdf cannot read it.
  ///
  /// - Parameter heights: The heights of the pages, points.
  static func pages(of path: String, heights: [Double]) -> [[PDFRun]]? {
    guard let folder = try? TemporaryFolder() else { return nil }
    let plain = folder.file("plain.pdf")
    let command = "qpdf --qdf --object-streams=disable --stream-data=uncompress"
    guard Shell.output("\(command) '\(path)' '\(plain)'") != nil,
      let bytes = try? FileBytes.read(plain)
    else { return nil }
    return contents(in: bytes, count: heights.count).map { contents in
      zip(contents, heights).map { content, height in
        var reader = ContentReader(height: height)
        reader.read(content)
        return reader.runs
      }
    }
  }

  /// The instructions of each page, between the words that qpdf sets around them.
  private static func contents(in bytes: [UInt8], count: Int) -> [ArraySlice<UInt8>]? {
    var contents: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    for page in 0..<count {
      guard let heading = rest.end(of: "\n%% Contents for page \(page + 1)\n") else { return nil }
      rest = rest[heading...]
      guard let start = rest.end(of: "\nstream\n"),
        let end = rest[start...].end(of: "\nendstream")
      else { return nil }
      contents.append(rest[start..<(end - 10)])
      rest = rest[end...]
    }
    return contents
  }
}

extension ArraySlice<UInt8> {
  /// Behind where a word stands first.
  fileprivate func end(of word: String) -> Int? {
    let word = Array(word.utf8)
    guard let first = word.first else { return nil }
    var index = startIndex
    while index + word.count <= endIndex {
      if self[index] == first, self[index..<(index + word.count)].elementsEqual(word) {
        return index + word.count
      }
      index += 1
    }
    return nil
  }
}

/// A matrix as PDF writes it.
private struct Matrix {
  var (a, b, c, d, e, f) = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

  init() {}

  init?(_ numbers: ArraySlice<Double>) {
    guard numbers.count == 6 else { return nil }
    let n = Array(numbers)
    (a, b, c, d, e, f) = (n[0], n[1], n[2], n[3], n[4], n[5])
  }

  /// This first, then another.
  func followed(by next: Matrix) -> Matrix {
    var matrix = Matrix()
    matrix.a = a * next.a + b * next.c
    matrix.b = a * next.b + b * next.d
    matrix.c = c * next.a + d * next.c
    matrix.d = c * next.b + d * next.d
    matrix.e = e * next.a + f * next.c + next.e
    matrix.f = e * next.b + f * next.d + next.f
    return matrix
  }
}

/// Reads a page's instructions for where text is set.
private struct ContentReader {
  let height: Double
  private(set) var runs: [PDFRun] = []
  private var matrix = Matrix()
  private var saved: [Matrix] = []
  private var line = Matrix()
  private var size = 0.0
  private var numbers: [Double] = []

  init(height: Double) { self.height = height }

  mutating func read(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "("): index = Self.endOfString(bytes, index)
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), 9, 10, 13,
        32:
        index += 1
      default:
        let start = index
        while index < bytes.endIndex, !Self.ends.contains(bytes[index]) { index += 1 }
        // A lone sign that ends words is no word.
        if index == start { index += 1 } else { take(bytes[start..<index]) }
      }
    }
  }

  private static let ends = Set("()<>[]\t\n\r ".utf8)

  private static func endOfString(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int {
    var (index, depth) = (start, 0)
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    return min(index, bytes.endIndex)
  }

  private mutating func take(_ word: ArraySlice<UInt8>) {
    guard let first = word.first else { return }
    let isNumber = first == 43 || first == 45 || first == 46 || (48...57).contains(first)
    if isNumber, let number = Double(String(decoding: word, as: UTF8.self)) {
      numbers.append(number)
      return
    }
    // A name, such as a font's, is followed by what is done with it.
    if first == UInt8(ascii: "/") { return }
    act(String(decoding: word, as: UTF8.self))
    numbers = []
  }

  private mutating func act(_ word: String) {
    switch word {
    case "q": saved.append(matrix)
    case "Q": matrix = saved.popLast() ?? matrix
    case "cm": matrix = Matrix(numbers.suffix(6))?.followed(by: matrix) ?? matrix
    case "BT": line = Matrix()
    case "Tm": line = Matrix(numbers.suffix(6)) ?? line
    case "Td": line = Matrix([1, 0, 0, 1] + numbers.suffix(2))?.followed(by: line) ?? line
    case "Tf": size = numbers.last ?? 0
    case "Tj", "TJ":
      let place = line.followed(by: matrix)
      runs.append(
        PDFRun(
          size: (place.c * place.c + place.d * place.d).squareRoot() * size, x: place.e,
          y: height - place.f, isTurned: abs(place.b) > abs(place.a)))
    default: break
    }
  }
}
