/// Comparing two names.
extension NameForms {
  /// Why two names may be one; nil where they are too different, or surely two.
  func likeness(_ first: Int, _ second: Int) -> NameProposal.Reason? {
    let (left, right) = (self[first], self[second])
    if left.level != right.level { return nil }
    if isSame(left.bare, right.bare) { return .blanks }
    if left.core.count >= 3, isSame(left.core, right.core) {
      return left.isExpanded || right.isExpanded ? .abbreviation : .title
    }
    if left.untitled.count >= 3, isSame(left.untitled, right.untitled) { return .title }
    return isOneLetterOff(left.bare, right.bare) ? .letter : nil
  }

  /// Whether two names are near by a letter.
  func areOneLetterOff(_ first: Int, _ second: Int) -> Bool {
    let (left, right) = (self[first], self[second])
    return left.level == right.level && isOneLetterOff(left.bare, right.bare)
  }

  /// Whether two ranges hold the same letters.
  func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && (left == right || sharedStart(left, right) == left.count)
  }

  /// How many letters two ranges begin with alike.
  private func sharedStart(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    let most = min(left.count, right.count)
    let (left, right) = (letters + left.lowerBound, letters + right.lowerBound)
    var count = 0
    while count < most, left[count] == right[count] { count += 1 }
    return count
  }

  /// Shorter names are near to too many others by a letter.
  static let shortest = 7

  /// Whether one letter was added, left out, replaced or swapped with the next; digits never are.
  private func isOneLetterOff(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 1, long.count >= Self.shortest else { return false }
    let same = sharedStart(short, long)
    let (other, own) = (short.dropFirst(same), long.dropFirst(same))
    guard let letter = own.first, !BareLetters.isDigit(letters[letter]),
      other.isEmpty || !BareLetters.isDigit(letters[other.lowerBound])
    else { return false }
    if other.count < own.count { return isSame(other, own.dropFirst()) }
    if isSame(other.dropFirst(), own.dropFirst()) { return true }
    return own.count > 1 && letters[other.lowerBound] == letters[letter + 1]
      && letters[other.lowerBound + 1] == letters[letter]
      && isSame(other.dropFirst(2), own.dropFirst(2))
  }
}
