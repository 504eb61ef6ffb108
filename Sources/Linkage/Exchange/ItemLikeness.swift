import Plans

/// In what an offer is like a need.
public enum ItemLikeness: Int, Sendable, Comparable {
  /// They are of one category, and that is all.
  case category
  /// Their names are alike: one within the other, or half of their letters by threes.
  case similar
  /// They are called the same.
  case same

  /// By how much they are alike.
  public static func < (left: ItemLikeness, right: ItemLikeness) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What it counts for in a score.
  var factor: Double {
    switch self {
    case .same: 1
    case .similar: 0.5
    case .category: 0.25
    }
  }

  /// In what an offer is like a need; nil where it is in nothing, or where both say a category and
  /// the two differ.
  ///
  /// Names are compared by the share of their three-letter pieces that they have in common (L. R. Dice,
  /// Ecology 26 (1945)): no Thai word needs to be found.
  init?(_ offer: Listing, _ need: Listing) {
    if let one = offer.categoryKey, let other = need.categoryKey, one != other { return nil }
    if offer.itemKey == need.itemKey {
      self = .same
    } else if Self.areSimilar(offer.itemKey, need.itemKey) {
      self = .similar
    } else if offer.categoryKey != nil, offer.categoryKey == need.categoryKey {
      self = .category
    } else {
      return nil
    }
  }

  private static func areSimilar(_ one: String, _ other: String) -> Bool {
    let shorter = one.count < other.count ? one : other
    if shorter.count >= 3, one.contains(other) || other.contains(one) { return true }
    let (left, right) = (pieces(of: one), pieces(of: other))
    guard !left.isEmpty, !right.isEmpty else { return false }
    return Double(2 * left.intersection(right).count) / Double(left.count + right.count) >= 0.5
  }

  private static func pieces(of text: String) -> Set<String> {
    let letters = Array(text.unicodeScalars)
    guard letters.count > 2 else { return [] }
    return Set(
      (0..<letters.count - 2).map { start in
        String(String.UnicodeScalarView(letters[start..<start + 3]))
      })
  }
}
