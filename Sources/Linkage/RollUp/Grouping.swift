import Plans

/// Puts plans together that say the same of where they are.
struct Grouping {
  private let plans: [Plan]
  private let tallies: [PlanTally]

  init(_ plans: [Plan], _ tallies: [PlanTally]) {
    self.plans = plans
    self.tallies = tallies
  }

  /// Groups of plans by what they say, those that do not say the first of it last.
  ///
  /// - Parameters:
  ///   - said: What plans of one group share.
  ///   - outer: What the groups lie in: they are sorted by it first.
  /// - Complexity: O(plans + groups · log groups).
  func groups(
    by said: [KeyPath<Plan, String?>], within outer: KeyPath<Plan, String?>? = nil
  ) -> [RollUp.Group] {
    let members = Dictionary(grouping: tallies) { tally in
      said.map { plans[tally.plan][keyPath: $0].map(Self.key) }
    }
    let groups = members.values.map { group(of: $0, said[0], outer) }
    return groups.sorted { left, right in
      if (left.name == nil) != (right.name == nil) { return left.name != nil }
      if (left.within == nil) != (right.within == nil) { return left.within != nil }
      let keys = [left, right].map { [$0.within, $0.name].map { Self.dictionaryKey($0 ?? "") } }
      return keys[0].lexicographicallyPrecedes(keys[1])
    }
  }

  private func group(
    of tallies: [PlanTally], _ said: KeyPath<Plan, String?>, _ outer: KeyPath<Plan, String?>?
  ) -> RollUp.Group {
    let members = tallies.map(\.plan)
    let spellings = spellings(members, said)
    return RollUp.Group(
      name: spellings.first, spellings: spellings,
      within: outer.flatMap { self.spellings(members, $0).first }, plans: members,
      figures: tallies.reduce(into: Tally()) { $0.add($1.figures) })
  }

  /// How some plans write it, that of most first; equal ones by their letters.
  private func spellings(_ members: [Int], _ said: KeyPath<Plan, String?>) -> [String] {
    let typed = members.compactMap { plans[$0][keyPath: said] }
    let counts = Dictionary(grouping: typed, by: { $0 }).mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// How many plans are of a tambon that other plans are of, too.
  var sharingTambon: Int {
    let tambons = Dictionary(grouping: tallies) { tally -> [String?] in
      let plan = plans[tally.plan]
      return [plan.tambon, plan.amphoe, plan.province].map { $0.map(Self.key) }
    }
    return tambons.reduce(0) { $1.key[0] != nil && $1.value.count > 1 ? $0 + $1.value.count : $0 }
  }

  /// What two spellings of a place share: the word before its name says nothing more.
  private static func key(_ text: String) -> String {
    let key = MatchKey.name(text)
    let word = words.first { key.hasPrefix($0) && key.count > $0.count }
    return word.map { String(key.dropFirst($0.count).drop { $0 == " " }) } ?? key
  }

  private static let words = ["จังหวัด", "จ.", "อำเภอ", "อ.", "ตำบล", "ต.", "ภาค"]

  /// A text as dictionaries sort it: a vowel that is written before its consonant counts after it, and
  /// tone marks hardly count.
  static func dictionaryKey(_ text: String) -> String {
    var scalars = Array(key(text).unicodeScalars)
    var index = 0
    while index + 1 < scalars.count {
      if (0x0E40...0x0E44).contains(scalars[index].value) {
        scalars.swapAt(index, index + 1)
        index += 1
      }
      index += 1
    }
    let isMark = { (scalar: Unicode.Scalar) in (0x0E47...0x0E4E).contains(scalar.value) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.filter { !isMark($0) } + ["\u{0}"] + scalars.filter(isMark))
    return String(view)
  }
}
