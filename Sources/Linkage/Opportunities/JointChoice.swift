import Graphs

/// A few opportunities that change most together, nothing counted twice.
///
/// What several links change is the number of activities and places that any of them newly reaches,
/// and of pieces that they join. That is monotone and submodular, so the greedy choice reaches at
/// least 1 - 1/e of the best (G. L. Nemhauser, L. A. Wolsey & M. L. Fisher, Mathematical Programming
/// 14 (1978)); `bound` is what the gains themselves prove, which is mostly far closer.
public struct JointChoice: Sendable {
  /// A chosen opportunity, and what it adds to those before it.
  public struct Item: Sendable {
    /// The opportunity.
    public let opportunity: Opportunity
    /// What it adds.
    public let gain: Int
  }

  /// The chosen ones, in the order of the choice; fewer than asked where no other adds anything.
  public let items: [Item]
  /// What no choice of as many could exceed.
  public let bound: Int

  /// What they change together.
  public var gain: Int { items.reduce(0) { $0 + $1.gain } }

  /// Chooses greedily; of equal gains the opportunity that comes first.
  ///
  /// - Complexity: O(count · opportunities).
  public init(_ count: Int, of opportunities: [Opportunity], in plans: OpportunitySearch) {
    var state = State(plans)
    var items: [Item] = []
    var bound = Int.max
    var total = 0
    while true {
      let gains = opportunities.map { state.gain(of: $0) }
      bound = min(bound, total + gains.sorted(by: >).prefix(count).reduce(0, +))
      guard items.count < count, let most = gains.max(), most > 0,
        let index = gains.firstIndex(of: most)
      else { break }
      state.add(opportunities[index])
      items.append(Item(opportunity: opportunities[index], gain: most))
      total += most
    }
    self.items = items
    self.bound = bound
  }

  private struct State {
    private var reckoning: EffectReckoning
    private let search: OpportunitySearch
    private var reached: Set<NodeID> = []
    private var components: [Int: Components] = [:]

    init(_ search: OpportunitySearch) {
      self.search = search
      reckoning = search.reckoning()
    }

    mutating func gain(of opportunity: Opportunity) -> Int {
      let effect = opportunity.effect
      let fresh = (effect.newActivities + effect.newPlaces).filter { !reached.contains($0) }
      return fresh.count + (joins(opportunity) ? 1 : 0)
    }

    mutating func add(_ opportunity: Opportunity) {
      reached.formUnion(opportunity.effect.newActivities + opportunity.effect.newPlaces)
      let (part, ends) = (search.part(of: opportunity), opportunity.ends)
      var pieces = self.pieces(part)
      pieces.join(ends.from, ends.to)
      components[part] = pieces
    }

    private mutating func joins(_ opportunity: Opportunity) -> Bool {
      guard opportunity.effect.joinsPieces else { return false }
      let pieces = pieces(search.part(of: opportunity))
      return pieces.piece(of: opportunity.ends.from) != pieces.piece(of: opportunity.ends.to)
    }

    private mutating func pieces(_ part: Int) -> Components {
      if let known = components[part] { return known }
      let found = reckoning.pieces(of: part)
      components[part] = found
      return found
    }
  }
}
