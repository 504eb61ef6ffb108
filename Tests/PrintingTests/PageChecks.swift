import TestSupport
import Testing

@testable import Drawing
@testable import Printing

/// What holds of every page that was written, by what other programs read in the file.
struct PageChecks {
  /// What the pages must keep to.
  let law: LegibilityLaw
  /// The file's name, for what is told.
  let file: String

  /// How much further than its ink a font's own box reaches, points on A4.
  private static let boxSlack = 14.0

  /// Asserts it of all pages.
  ///
  /// - Parameter isParted: Whether text may be cut at the margins, as on tiles.
  func check(_ pages: PDFPages, isParted: Bool = false) {
    #expect(!pages.pages.isEmpty && !pages.fonts.isEmpty, "\(file)")
    let loose = pages.fonts.filter { !$0.isEmbedded }.map { $0.name }
    #expect(loose.isEmpty, "\(file)")
    for (index, page) in pages.pages.enumerated() {
      let place = "\(file), page \(index + 1)"
      #expect(
        abs(page.width - law.width) < 1 && abs(page.height - law.height) < 1, "\(place)")
      checkSizes(of: page, place, isParted: isParted)
      if !isParted { checkMargins(of: page, place) }
      checkOverlaps(of: page, place, isParted: isParted)
    }
  }

  /// Letters are as large as the paper asks, whatever the typeface and the way they stand.
  private func checkSizes(of page: PDFPages.Page, _ place: String, isParted: Bool) {
    #expect(page.runs.isEmpty == page.words.isEmpty, "\(place)")
    let small = page.runs.first { run in
      let isAside = isParted && run.y < law.margin
      return run.size < (isAside ? LegibilityLaw.smallestInHand : law.smallest) - 0.02
    }
    #expect(small == nil, "\(place)")
  }

  private func checkMargins(of page: PDFPages.Page, _ place: String) {
    let slack = Self.boxSlack * max(1, law.smallest / LegibilityLaw.smallestInHand)
    let outside = page.words.first { word in
      // Along its line a word's box ends with its letters; across, it is the font's.
      let (across, down) = word.isTurned ? (slack, 2) : (2, slack)
      return word.left < law.left - across || word.right > page.width - law.margin + across
        || word.top < law.margin - down || word.bottom > page.height - law.margin + down
    }
    #expect(outside == nil, "\(place)")
  }

  private func checkOverlaps(of page: PDFPages.Page, _ place: String, isParted: Bool) {
    // What is cut at a tile's edge does not reach what stands in the margin.
    let words = page.words.filter { !isParted || $0.top >= law.margin }
      .sorted { ($0.top, $0.left) < ($1.top, $1.left) }
    for (index, word) in words.enumerated() {
      for other in words[(index + 1)...].prefix(while: { $0.top < word.bottom })
      where other.left < word.right && word.left < other.right && word.covers(other) {
        Issue.record("\(place): \(word) stands on \(other)")
      }
    }
  }

  /// Asserts that texts can be taken out of a page as they were written.
  static func check(_ texts: [String], are letters: String, _ place: String) {
    let kept = letters.plainLetters
    let lost = texts.map(\.plainLetters).first { !kept.contains($0) }
    #expect(lost == nil, "\(place)")
  }

  /// Asserts of a drawing in SVG that boxes stand apart and within it, and that texts are as drawn.
  static func check(_ file: SVGFile, of picture: Picture) {
    let boxes = file.groups.filter { $0.kind == "node" && $0.box.left < $0.box.right }
    for (index, one) in boxes.enumerated() {
      #expect(
        one.box.left >= 0 && one.box.top >= 0 && one.box.right <= file.width
          && one.box.bottom <= file.height, "\(picture.key): \(one.id)")
      for other in boxes[(index + 1)...] where one.box.overlaps(other.box, by: 0.5) {
        Issue.record("\(picture.key): \(one.id) stands on \(other.id)")
      }
    }
    #expect(file.texts.map(\.content) == picture.texts.map(\.content), "\(picture.key)")
    #expect(
      file.texts.allSatisfy { $0.size >= LegibilityLaw.smallestInHand }, "\(picture.key)")
  }
}

extension String {
  /// Without blanks, and without signs of several characters, which come out as one or the other.
  var plainLetters: String {
    var letters = String.UnicodeScalarView()
    letters.append(
      contentsOf: unicodeScalars.filter { $0.value < 0x2000 && !$0.properties.isWhitespace })
    return String(letters)
  }
}
