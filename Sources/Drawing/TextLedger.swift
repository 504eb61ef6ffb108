/// A text that was set on a page: where its ink is, and how large it is on paper.
public struct SetText: Sendable, Equatable {
  /// The page, from 1.
  public let page: Int
  /// What it says.
  public let content: String
  /// The left side of its ink, points on paper.
  public let left: Double
  /// The upper side of its ink.
  public let top: Double
  /// The right side of its ink.
  public let right: Double
  /// The lower side of its ink.
  public let bottom: Double
  /// The size of its letters, points on paper.
  public let size: Double
  /// Whether it is for whoever puts sheets together, not for those who read them.
  public let isAside: Bool

  /// A text of a size within its box.
  public init(
    page: Int, content: String, left: Double, top: Double, right: Double, bottom: Double,
    size: Double, isAside: Bool = false
  ) {
    self.page = page
    self.content = content
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
    self.size = size
    self.isAside = isAside
  }
}

/// What printed text must keep to: read on paper by people who are not young.
public struct LegibilityLaw: Sendable, Equatable {
  /// The smallest letters on anything that is held in the hand, points.
  public static let smallestInHand = 9.0
  /// What no printer prints on, points: text for whoever puts sheets together stands up to there.
  private static let edge = 12.0

  /// The smallest letters, points.
  public let smallest: Double
  /// What text keeps from the left edge, points.
  public let left: Double
  /// What it keeps from the other edges.
  public let margin: Double
  /// The page's width.
  public let width: Double
  /// The page's height.
  public let height: Double

  /// A law for pages of one size.
  public init(smallest: Double, left: Double, margin: Double, width: Double, height: Double) {
    self.smallest = smallest
    self.left = left
    self.margin = margin
    self.width = width
    self.height = height
  }
}

/// Where a page breaks the law of legibility.
public struct LegibilityBreach: Sendable, Equatable {
  /// How it breaks the law.
  public enum Kind: Sendable, Equatable {
    /// The letters are smaller than the paper allows; their size, points.
    case small(Double)
    /// It stands outside of the margins.
    case outside
    /// It stands on another text.
    case overlaps(String)
  }

  /// The page, from 1.
  public let page: Int
  /// What the text says.
  public let text: String
  /// How it breaks the law.
  public let kind: Kind
}

extension LegibilityLaw {
  /// What rounding may add up to, points: less is not seen.
  private static let slack = 0.5
  /// How far ink may reach into other ink, points: a mark above touches a mark below no sooner.
  private static let touch = 1.0

  /// Where texts break the law: too small, outside of the margins, one on another.
  ///
  /// - Returns: The breaches page by page, each text's in the order of reading.
  /// - Complexity: O(n log n) for n texts that do not stand beside one another; at worst O(n²) a page.
  public func breaches(of texts: [SetText]) -> [LegibilityBreach] {
    Dictionary(grouping: texts, by: \.page).sorted { $0.key < $1.key }.flatMap { _, texts in
      let inOrder = texts.filter { $0.right > $0.left && $0.bottom > $0.top }
        .sorted { ($0.top, $0.left, $0.content) < ($1.top, $1.left, $1.content) }
      return inOrder.enumerated().flatMap { index, text in
        alone(text) + overlaps(of: text, with: inOrder[(index + 1)...])
      }
    }
  }

  private func alone(_ text: SetText) -> [LegibilityBreach] {
    var kinds: [LegibilityBreach.Kind] = []
    let smallest = text.isAside ? Self.smallestInHand : smallest
    let left = text.isAside ? Self.edge : left
    let margin = text.isAside ? Self.edge : margin
    if text.size < smallest - 0.01 { kinds.append(.small(text.size)) }
    if text.left < left - Self.slack || text.right > width - margin + Self.slack
      || text.top < margin - Self.slack || text.bottom > height - margin + Self.slack
    {
      kinds.append(.outside)
    }
    return kinds.map { LegibilityBreach(page: text.page, text: text.content, kind: $0) }
  }

  /// - Parameter later: The texts that begin further down, the highest first.
  private func overlaps(
    of text: SetText, with later: ArraySlice<SetText>
  ) -> [LegibilityBreach] {
    later.prefix { $0.top < text.bottom - Self.touch }
      .filter { other in
        min(text.right, other.right) - max(text.left, other.left) > Self.touch
          && min(text.bottom, other.bottom) - other.top > Self.touch
      }
      .map { LegibilityBreach(page: text.page, text: text.content, kind: .overlaps($0.content)) }
  }
}

/// Keeps note of every text that a canvas sets.
final class TextLedger {
  var page = 1
  /// What is drawn within alone, points on paper; nil for the whole page.
  var region: Box?
  private(set) var texts: [SetText] = []

  /// Notes a text of the page, as far as it is seen.
  func note(_ content: String, _ box: Box, size: Double, isAside: Bool) {
    var box = box
    if let region {
      guard box.overlaps(region) else { return }
      box = box.within(region)
    }
    texts.append(
      SetText(
        page: page, content: content, left: box.left, top: box.top, right: box.right,
        bottom: box.bottom, size: size, isAside: isAside))
  }
}
