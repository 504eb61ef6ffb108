import Graphs

/// The edges of some plans, those of each type in columns.
struct EdgeColumns: Sendable {
  /// The edges of one type.
  struct List {
    let type: EdgeType
    var sources: [NodeID] = []
    var targets: [NodeID] = []
    /// The number of each among all edges that are said, as `TieNumbers` has it.
    var numbers: [Int32] = []

    /// Gives back the room beyond its edges.
    mutating func trim() {
      sources = sources.map(\.self)
      targets = targets.map(\.self)
      numbers = numbers.map(\.self)
    }

    mutating func append(from: NodeID, to: NodeID, number: Int) {
      sources.append(from)
      targets.append(to)
      numbers.append(Int32(number))
    }
  }

  /// One list for each type, in the order in which the types are met.
  private(set) var lists: [List] = []
  private var places = NumberMap()

  /// The edges of plans: of each first those of `part_of`, then its ties, in their order.
  ///
  /// - Parameter starts: By plan the number of its first edge among all.
  init(
    of numbers: Range<Int>, _ plans: [Plan], _ starts: [Int32], _ layout: NodeLayout,
    _ kinds: RelationKinds
  ) {
    let partOf = place(EdgeType(kinds.kind(of: .partOf), from: .activity, to: .plan))
    for plan in numbers {
      let content = plans[plan]
      let first = Int(starts[plan])
      for (number, activity) in layout.nodes(.activity, ofPlan: plan).enumerated() {
        lists[partOf].append(from: activity, to: NodeID(plan), number: first + number)
      }
      let ofPlan = kinds.kinds(of: content.ties)
      var last: (type: EdgeType, place: Int)?
      for tie in content.ties.indices {
        let (from, to) = content.ties.nodes(tie)
        let kind =
          content.ties.relationNumber(tie).map { ofPlan[$0] }
          ?? kinds.kind(of: content.ties[tie].relation)
        let type = EdgeType(kind, from: from.kind, to: to.kind)
        if last?.type != type { last = (type, place(type)) }
        lists[last?.place ?? 0].append(
          from: layout.node(from), to: layout.node(to),
          number: first + content.activities.count + tie)
      }
    }
    for place in lists.indices { lists[place].trim() }
  }

  private mutating func place(_ type: EdgeType) -> Int {
    let place = Int(places.numbering(type.number))
    if place == lists.count { lists.append(List(type: type)) }
    return place
  }

  /// Adds the edges of all plans to a graph, gathered on all cores.
  ///
  /// - Returns: By the order in which they were added, the numbers of the edges.
  static func add(
    _ plans: [Plan], _ starts: [Int32], _ layout: NodeLayout, _ kinds: RelationKinds,
    to builder: inout GraphBuilder
  ) -> [Int32] {
    var columns = concurrentMap(plans.count, by: plansAtOnce) {
      EdgeColumns(of: $0, plans, starts, layout, kinds)
    }
    var numbers: [Int32] = []
    numbers.reserveCapacity(Int(starts.last ?? 0))
    let counts = columns.lazy.flatMap(\.lists).map { ($0.type, $0.sources.count) }
    for (type, count) in Dictionary(counts, uniquingKeysWith: +) {
      builder.reserve(count, of: type)
    }
    for place in columns.indices {
      for list in columns[place].lists {
        builder.addEdges(list.type, from: list.sources, to: list.targets)
        numbers += list.numbers
      }
      // A country's edges are not to be there twice.
      columns[place].lists = []
    }
    return numbers
  }

  private static let plansAtOnce = 256
}

/// Which tie each edge was made of.
struct TieNumbers: Sendable {
  /// By edge its number among all that were said: plan by plan, first those of `part_of`.
  let numbers: [Int32]
  /// The first number of each plan, and the end.
  let starts: [Int32]

  /// The plan of an edge, and its number within it.
  subscript(edge: EdgeID) -> (plan: Int, number: Int) {
    let number = numbers[edge.index]
    var low = 0
    var high = starts.count - 2
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= number { low = middle } else { high = middle - 1 }
    }
    return (low, Int(number - starts[low]))
  }
}

/// The edge kinds of relations: FORMAT's own, then the planners' words in the order of their ties.
struct RelationKinds: Sendable {
  private(set) var relations = Relation.known
  private var kinds: [Relation: EdgeKind]

  init(_ plans: [Plan]) {
    kinds = Dictionary(
      uniqueKeysWithValues: relations.enumerated().map { ($1, EdgeKind(rawValue: UInt8($0))) })
    for plan in plans {
      var met = [Bool](repeating: false, count: plan.ties.relationCount)
      for tie in plan.ties.indices {
        if let number = plan.ties.relationNumber(tie) {
          if met[number] { continue }
          met[number] = true
        }
        note(plan.ties[tie].relation)
      }
    }
  }

  private mutating func note(_ relation: Relation) {
    // 256 words of relations are more than any meeting tells apart; the rest are partners.
    guard kinds[relation] == nil, relations.count < 256 else { return }
    kinds[relation] = EdgeKind(rawValue: UInt8(relations.count))
    relations.append(relation)
  }

  func kind(of relation: Relation) -> EdgeKind {
    kinds[relation] ?? kinds[.partners] ?? EdgeKind(rawValue: 0)
  }

  /// The kinds of the relations that have numbers in a list.
  func kinds(of ties: TieList) -> [EdgeKind] { ties.numberedRelations.map(kind) }
}

extension EdgeType {
  /// A number that no other type has.
  fileprivate var number: UInt64 {
    UInt64(kind.rawValue) << 16 | UInt64(from.rawValue) << 8 | UInt64(to.rawValue)
  }
}
