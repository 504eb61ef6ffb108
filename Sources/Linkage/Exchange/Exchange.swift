import Graphs
public import Plans

/// What people have and what others need, brought together: no money, no accounts, no balances.
///
/// A need and an offer of one item and a common month go together, never one's own. Of amounts that can
/// be compared as much as possible moves, within each plan first, and of all ways to move so much the
/// one that is nearest (a minimum-cost flow, exact). What cannot be counted is put as a question, at
/// most three to a need; where nobody has what is asked for, the one offer that is most alike is. A tool
/// that is lent counts once, whatever the months. Of several years of one tambon the latest counts.
public struct Exchange: Sendable {
  /// Offers that fit needs, best first.
  public let matches: [ExchangeMatch]
  /// Rings of three owners where no two of them could swap, best first.
  public let rings: [ExchangeRing]
  /// Needs that are not met, or only in part, by their owners.
  public let unmet: [UnmetNeed]
  /// Offers of which something is left, by their owners.
  public let surplus: [SurplusOffer]
  /// Rows that name no owner of the plan, or neither offer nor need.
  public let incomplete: Int
  /// Rows of plans of which a later year was read.
  public let outdated: Int

  /// Brings the offers and needs of plans together.
  ///
  /// - Complexity: O(offers and needs of one item, pair by pair, times those of the flow's paths).
  public init(_ plans: PlanGraph) {
    let (all, incomplete) = Listing.all(plans)
    let latest = Set(PlanSeries.all(plans.plans).map(\.latest))
    let listings = all.filter { latest.contains($0.plan) }
    var search = ExchangeSearch(plans, listings)
    search.move(isWithinPlan: true)
    search.move(isWithinPlan: false)
    search.ask()
    search.suggest()
    matches = search.chosen
    rings = search.rings()
    unmet = search.unmet()
    surplus = search.surplus()
    self.incomplete = incomplete
    outdated = all.count - listings.count
  }
}

/// The search, step by step; each takes from what the ones before have left.
struct ExchangeSearch {
  private let listings: [Listing]
  /// For each row a number that its owner has in all plans.
  private let owners: [Int]
  private let pairs: [Pair]
  private let nearness: NearnessSearch
  private let ledger: DecisionLedger
  /// What is left of each row, in the common unit; nil where unknown.
  private var left: [Double?]
  private var found: [Int: ExchangeMatch] = [:]
  private var suggested: [(offer: Int, need: Int, match: ExchangeMatch)] = []
  private let givers: [Int: Set<Int>]

  /// Rows of one item that go together.
  private struct Pair {
    let offer: Int
    let need: Int
    let match: ExchangeMatch
    let isWithinPlan: Bool
  }

  init(_ plans: PlanGraph, _ listings: [Listing]) {
    self.listings = listings
    owners = OwnerNumbers(plans).numbers(of: listings.map(\.owner))
    nearness = NearnessSearch(plans)
    ledger = DecisionLedger(plans, ApproachName.exchange.rawValue)
    left = listings.map(\.amount)
    let needs = Dictionary(
      grouping: listings.indices.filter { listings[$0].direction == .need && !listings[$0].isNone },
      by: { listings[$0].itemKey })
    var pairs: [Pair] = []
    for offer in listings.indices
    where listings[offer].direction == .offer && !listings[offer].isNone {
      for need in needs[listings[offer].itemKey] ?? [] where owners[offer] != owners[need] {
        let (here, there) = (listings[offer], listings[need])
        let said = ledger.decision(on: here.owner, there.owner)?.status
        guard let match = ExchangeMatch(here, there, nearness.nearness(here, there), said) else {
          continue
        }
        pairs.append(
          Pair(
            offer: offer, need: need, match: match,
            isWithinPlan: listings[offer].plan == listings[need].plan))
      }
    }
    self.pairs = pairs
    var givers: [Int: Set<Int>] = [:]
    for pair in pairs { givers[owners[pair.need], default: []].insert(owners[pair.offer]) }
    self.givers = givers
  }

  /// The matches, best first.
  var chosen: [ExchangeMatch] {
    let counted = found.map { (offer: pairs[$0].offer, need: pairs[$0].need, match: $1) }
    return (counted + suggested).map { offer, need, match in
      var match = match
      match.isMutual = givers[owners[offer]]?.contains(owners[need]) == true
      return match
    }.sorted(by: ExchangeMatch.precedes)
  }
}

// MARK: - Amounts that can be compared

extension ExchangeSearch {
  /// Moves as much as can be, at the least distance, between rows of one plan or of two.
  mutating func move(isWithinPlan: Bool) {
    let countable = pairs.indices.filter {
      pairs[$0].match.isCountable && pairs[$0].isWithinPlan == isWithinPlan
    }
    // Items of different names or measures never meet: each is a network of its own.
    let groups = Dictionary(grouping: countable) { index in
      [listings[pairs[index].need].itemKey, listings[pairs[index].need].measure?.key ?? ""]
    }
    for group in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      move(along: group.value)
    }
  }

  private mutating func move(along indices: [Int]) {
    let rows = Set(indices.flatMap { [pairs[$0].offer, pairs[$0].need] }).sorted()
    let number = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0 + 2) })
    var network = FlowNetwork(nodeCount: rows.count + 2)
    for row in rows {
      let node = number[row] ?? 0
      let isOffer = listings[row].direction == .offer
      _ = network.addArc(
        from: isOffer ? 0 : node, to: isOffer ? node : 1, capacity: thousandths(row), cost: 0)
    }
    let arcs = indices.map { index in
      let pair = pairs[index]
      return network.addArc(
        from: number[pair.offer] ?? 0, to: number[pair.need] ?? 0,
        capacity: min(thousandths(pair.offer), thousandths(pair.need)), cost: pair.match.cost)
    }
    let flow = network.minimumCostMaximumFlow(from: 0, to: 1)
    for (index, arc) in zip(indices, arcs) where flow.flowOnArc[arc] > 0 {
      take(Double(flow.flowOnArc[arc]) / 1_000, along: index)
    }
  }

  /// Flows run in whole numbers: thousandths of the common unit, of a billion at most.
  private func thousandths(_ row: Int) -> Int {
    Int((min(max(left[row] ?? 0, 0), 1e9) * 1_000).rounded())
  }

  private mutating func take(_ amount: Double, along index: Int) {
    let pair = pairs[index]
    for row in [pair.offer, pair.need] {
      // What is left of thousandths is nothing.
      left[row] = left[row].map { $0 - amount < 0.000_5 ? 0 : $0 - amount }
    }
    var match = pair.match
    match.quantity = amount / (listings[pair.need].measure?.factor ?? 1)
    found[index] = match
  }
}

// MARK: - What must be asked

extension ExchangeSearch {
  /// Rows of one item whose amounts cannot be compared, for needs that are not met yet.
  mutating func ask() {
    let open = pairs.indices.filter {
      !pairs[$0].match.isCountable && left[pairs[$0].offer] != 0 && left[pairs[$0].need] != 0
    }
    for group in Dictionary(grouping: open, by: { pairs[$0].need }).values {
      let within = group.filter { pairs[$0].isWithinPlan }
      let best = (within.isEmpty ? group : within).sorted {
        (pairs[$0].match.cost, pairs[$0].offer) < (pairs[$1].match.cost, pairs[$1].offer)
      }
      for index in best.prefix(3) { found[index] = pairs[index].match }
    }
  }

  /// For needs that nobody has the very thing for, what is most alike of what is left in the plan.
  mutating func suggest() {
    let met = Set(found.keys.map { pairs[$0].need })
    let offers = Dictionary(
      grouping: listings.indices.filter { listings[$0].direction == .offer && left[$0] != 0 },
      by: { listings[$0].plan })
    for need in listings.indices
    where listings[need].direction == .need && !listings[need].isNone && !met.contains(need) {
      let fitting = (offers[listings[need].plan] ?? []).compactMap { offer in
        suggestion(offer, need).map { (offer: offer, need: need, match: $0) }
      }
      if let best = fitting.min(by: { ExchangeMatch.precedes($0.match, $1.match) }) {
        suggested.append(best)
      }
    }
  }

  private func suggestion(_ offer: Int, _ need: Int) -> ExchangeMatch? {
    let (here, there) = (listings[offer], listings[need])
    guard owners[offer] != owners[need], here.itemKey != there.itemKey,
      let match = ExchangeMatch(
        here, there, nearness.nearness(here, there),
        ledger.decision(on: here.owner, there.owner)?.status)
    else { return nil }
    // That two things lie in one drawer says something only where they are counted alike.
    let isCounted = Set(match.questions).isDisjoint(with: [.unit, .otherUnit])
    return match.likeness == .similar || isCounted ? match : nil
  }
}

// MARK: - Rings, and what is left

extension ExchangeSearch {
  /// Each has what the next needs, and no two of the three could swap.
  func rings() -> [ExchangeRing] {
    var legs: [[Int]: Int] = [:]
    for index in pairs.indices where pairs[index].match.decision != .rejected {
      let ends = [owners[pairs[index].offer], owners[pairs[index].need]]
      if legs[ends].map({ isBetter(index, than: $0) }) ?? true { legs[ends] = index }
    }
    let oneWay = legs.keys.filter { legs[[$0[1], $0[0]]] == nil }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let rings = ringsOfThree(arcs: oneWay.map { (from: $0[0], to: $0[1]) }).map { ring in
      ExchangeRing(
        legs: ring.indices.compactMap { place in
          legs[[ring[place], ring[(place + 1) % 3]]].map(leg)
        })
    }
    return rings.sorted {
      $0.score != $1.score
        ? $0.score > $1.score
        : $0.legs.map(\.offer.id).lexicographicallyPrecedes($1.legs.map(\.offer.id))
    }
  }

  /// What could go along a ring: what is given anyway, else what is left of offer and need.
  ///
  /// Where the one is given away already or the other met, no amount is promised.
  private func leg(_ index: Int) -> ExchangeMatch {
    if let match = found[index], match.quantity != nil { return match }
    let pair = pairs[index]
    var match = pair.match
    guard left[pair.offer] != 0, left[pair.need] != 0 else {
      match.quantity = nil
      return match
    }
    let rest = [left[pair.offer], left[pair.need]].compactMap(\.self).min()
    let factor = listings[pair.need].measure?.factor ?? 1
    match.quantity = match.most.map { most in rest.map { min(most, $0 / factor) } ?? most }
    return match
  }

  private func isBetter(_ one: Int, than other: Int) -> Bool {
    let moved = (found[one]?.quantity != nil, found[other]?.quantity != nil)
    if moved.0 != moved.1 { return moved.0 }
    return ExchangeMatch.precedes(pairs[one].match, pairs[other].match)
  }

  func unmet() -> [UnmetNeed] {
    let asked = Set(found.filter { $0.value.quantity == nil }.map { pairs[$0.key].need })
    let paired = Set(pairs.map(\.need))
    return listings.indices.compactMap { row in
      let need = listings[row]
      guard need.direction == .need, !need.isNone, left[row] != 0, !asked.contains(row) else {
        return nil
      }
      let missing =
        left[row].map { $0 / (need.measure?.factor ?? 1) } ?? need.quantity
      return UnmetNeed(
        need: need, missing: missing,
        reason: paired.contains(row) ? .notEnough : reasonWithoutPair(row))
    }
  }

  private func reasonWithoutPair(_ row: Int) -> UnmetNeed.Reason {
    let others = listings.indices.filter {
      listings[$0].direction == .offer && !listings[$0].isNone && owners[$0] != owners[row]
        && listings[$0].itemKey == listings[row].itemKey
        && ItemLikeness(listings[$0], listings[row]) != nil
    }
    return others.isEmpty ? .nobody : .otherMonths(others.map { listings[$0] })
  }

  func surplus() -> [SurplusOffer] {
    let given = Set(found.filter { $0.value.quantity != nil }.map { pairs[$0.key].offer })
    let asked = Set(found.filter { $0.value.quantity == nil }.map { pairs[$0.key].offer })
    return listings.indices.compactMap { row in
      let offer = listings[row]
      guard offer.direction == .offer, !offer.isNone, left[row] != 0 else { return nil }
      // Of what is not counted, or may go where it was asked about, nothing is known to be left.
      if asked.contains(row) { return nil }
      return SurplusOffer(
        offer: offer, left: left[row].map { $0 / (offer.measure?.factor ?? 1) } ?? offer.quantity,
        isPart: given.contains(row))
    }
  }
}

extension Listing {
  /// Whether it is known that there is nothing of it.
  fileprivate var isNone: Bool { quantity == 0 }
}

/// Numbers for owners, the same for one group or person that stands in several plans of one tambon.
private struct OwnerNumbers {
  private let plans: PlanGraph

  init(_ plans: PlanGraph) { self.plans = plans }

  func numbers(of owners: [NodeID]) -> [Int] {
    var known: [String: (number: Int, nodes: [Int: NodeID])] = [:]
    return owners.map { owner in
      let plan = plans.plan(of: owner) ?? -1
      var key = self.key(of: owner)
      // Two people of one name in one plan are two.
      if let other = known[key]?.nodes[plan], other != owner { key = "#\(owner.index)" }
      var entry = known[key] ?? (known.count, [:])
      entry.nodes[plan] = owner
      known[key] = entry
      return entry.number
    }
  }

  private func key(of owner: NodeID) -> String {
    guard let plan = plans.plan(of: owner).map({ plans.plans[$0] }), let tambon = plan.tambon,
      let name = plans.record(of: owner)?.name
    else { return "#\(owner.index)" }
    let kind = plans.graph.kind(of: owner).word
    return [kind, name, tambon, plan.province ?? ""].map(MatchKey.name).joined(separator: "|")
  }
}
