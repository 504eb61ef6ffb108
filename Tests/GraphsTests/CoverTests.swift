import Graphs
import TestSupport
import Testing

@Suite("The fewest sets that hold everything")
struct CoverTests {
  @Test("of the lines of AG(n,3) are known: 5 points for n = 2, 18 for n = 3", arguments: [2, 3])
  func knowsTripleSystems(dimension: Int) {
    let problem = Self.affineLines(dimension)
    let cover = problem.minimum()
    #expect(cover.sets.count == (dimension == 2 ? 5 : 18))
    #expect(cover.isOptimal)
    #expect(cover.lowerBound == cover.sets.count)
    #expect(cover.uncovered.isEmpty)
  }

  @Test("are as few as any choice, and hold what can be held", arguments: 1...200)
  func equalBruteForce(seed: UInt64) {
    let (problem, including, excluding) = Self.random(seed)
    let cover = problem.minimum(including: including, excluding: excluding)
    let covers = Self.allCovers(problem, including, excluding)
    #expect(cover.isOptimal)
    #expect(cover.sets.count == covers.map(\.count).min())
    #expect(covers.contains(cover.sets))
    let held = Set(cover.sets.flatMap { problem.sets[$0] })
    #expect(cover.uncovered == (0..<problem.itemCount).filter { !held.contains($0) })
  }

  @Test("have all their alternatives of the same size named, up to a limit", arguments: 1...200)
  func haveAlternatives(seed: UInt64) {
    let (problem, including, excluding) = Self.random(seed)
    let cover = problem.minimum(including: including, excluding: excluding)
    let others = Self.allCovers(problem, including, excluding)
      .filter { $0.count == cover.sets.count && $0 != cover.sets }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let found = problem.alternatives(
      to: cover, limit: 10_000, including: including, excluding: excluding)
    #expect(found == others)
    let few = problem.alternatives(to: cover, limit: 2, including: including, excluding: excluding)
    #expect(few.count == min(2, others.count))
    #expect(few.allSatisfy(others.contains))
  }

  @Test("or only so many of them hold as much as any choice of so many", arguments: 1...200)
  func coverMost(seed: UInt64) {
    let (problem, including, excluding) = Self.random(seed)
    for size in 0...4 {
      let cover = problem.maximumCoverage(size: size, including: including, excluding: excluding)
      let fewest = Self.choices(problem, including, excluding)
        .filter { $0.count <= max(size, including.count) }
        .map { problem.itemCount - Set($0.flatMap { problem.sets[$0] }).count }.min()
      #expect(cover.isOptimal)
      #expect(cover.uncovered.count == fewest)
      #expect(cover.lowerBound == fewest)
      #expect(cover.sets.count <= max(size, including.count))
      #expect(Set(including).isSubset(of: cover.sets))
      let held = Set(cover.sets.flatMap { problem.sets[$0] })
      #expect(cover.uncovered == (0..<problem.itemCount).filter { !held.contains($0) })
    }
  }

  @Test("say what nobody holds, instead of failing")
  func sayWhatIsMissing() {
    let problem = CoverProblem(itemCount: 4, sets: [[0, 0, 1], [], [1]])
    let cover = problem.minimum()
    #expect(cover == problem.minimum(excluding: [1, 2]))
    #expect(cover.sets == [0])
    #expect(cover.uncovered == [2, 3])
    #expect(cover.isOptimal)
    let none = problem.minimum(excluding: [0, 1, 2])
    #expect(none.sets.isEmpty)
    #expect(none.uncovered == [0, 1, 2, 3])
    #expect(CoverProblem(itemCount: 0, sets: []).minimum().sets.isEmpty)
  }

  @Test("come with a bound that holds where the budget does not suffice")
  func stateTheirBound() {
    let problem = Self.affineLines(3)
    for steps in [0, 1, 5, 40] {
      let cover = problem.minimum(within: SearchBudget(steps: steps, seconds: 60))
      #expect(cover.uncovered.isEmpty)
      #expect(cover.lowerBound <= 18)
      #expect(cover.lowerBound >= 1)
      #expect(cover.sets.count >= 18)
      #expect(!cover.isOptimal)
      #expect(cover == problem.minimum(within: SearchBudget(steps: steps, seconds: 60)))
    }
    for steps in [0, 1, 5] {
      let budget = SearchBudget(steps: steps, seconds: 60)
      let most = problem.maximumCoverage(size: 9, within: budget)
      let best = problem.maximumCoverage(size: 9)
      #expect(most.lowerBound <= best.uncovered.count)
      #expect(most.uncovered.count >= best.uncovered.count)
    }
  }

  /// The points of the affine space over three elements as sets of the lines through them.
  ///
  /// D. R. Fulkerson, G. L. Nemhauser & L. E. Trotter, *Two computationally difficult set covering
  /// problems that arise in computing the 1-width of incidence matrices of Steiner triple systems*,
  /// Mathematical Programming Study 2 (1974) 72–81.
  private static func affineLines(_ dimension: Int) -> CoverProblem {
    let points = (0..<dimension).reduce(1) { count, _ in 3 * count }
    var lines: [[Int]] = []
    for first in 0..<points {
      for second in first + 1..<points {
        var (third, place, left, right) = (0, 1, first, second)
        for _ in 0..<dimension {
          third += place * ((6 - left % 3 - right % 3) % 3)
          (place, left, right) = (3 * place, left / 3, right / 3)
        }
        if third > second { lines.append([first, second, third]) }
      }
    }
    let sets = (0..<points).map { point in lines.indices.filter { lines[$0].contains(point) } }
    return CoverProblem(itemCount: lines.count, sets: sets)
  }

  private static func random(_ seed: UInt64) -> (CoverProblem, [Int], [Int]) {
    var random = SeededGenerator(seed: seed)
    let items = Int.random(in: 1...14, using: &random)
    let count = Int.random(in: 1...9, using: &random)
    let most = Int.random(in: 1...6, using: &random)
    let sets = (0..<count).map { _ in
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        Int.random(in: 0..<items, using: &random)
      }
    }
    let including = (0..<count).filter { _ in Int.random(in: 0..<9, using: &random) == 0 }
    let excluding = (0..<count).filter { _ in Int.random(in: 0..<9, using: &random) == 0 }
    return (CoverProblem(itemCount: items, sets: sets), including, excluding)
  }

  private static func choices(
    _ problem: CoverProblem, _ including: [Int], _ excluding: [Int]
  ) -> [[Int]] {
    (0..<1 << problem.sets.count).compactMap { number in
      let choice = problem.sets.indices.filter { number >> $0 & 1 == 1 }
      let isAllowed =
        Set(including).isSubset(of: choice)
        && Set(choice).subtracting(including).isDisjoint(with: excluding)
      return isAllowed ? choice : nil
    }
  }

  /// The choices that hold all that any allowed one holds.
  private static func allCovers(
    _ problem: CoverProblem, _ including: [Int], _ excluding: [Int]
  ) -> [[Int]] {
    let choices = choices(problem, including, excluding)
    let held = choices.map { Set($0.flatMap { problem.sets[$0] }).count }
    let most = held.max() ?? 0
    return choices.indices.filter { held[$0] == most }.map { choices[$0] }
  }

  @Test(
    "is proven for forty leaders and thirty targets, and for thousands that reduce",
    arguments: 1...4)
  func provesPlannersSizes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let forty = Self.sets(40, of: 30, size: 8, &generator)
    let base = Self.sets(60, of: 60, size: 9, &generator)
    let parts = (0..<3_940).map { index in base[index % 60].shuffled(using: &generator).prefix(5) }
    for (sets, items, size) in [(forty, 30, 8), (base + parts.map(Array.init), 60, 9)] {
      let problem = CoverProblem(itemCount: items, sets: sets)
      let cover = problem.minimum()
      #expect(cover.isOptimal && cover.lowerBound == cover.sets.count)
      #expect(cover.sets.count >= (items + size - 1) / size)
      let left = Set(0..<items).subtracting(cover.sets.flatMap { problem.sets[$0] })
      #expect(left == Set(cover.uncovered))
    }
  }

  private static func sets(
    _ count: Int, of items: Int, size: Int, _ generator: inout SeededGenerator
  ) -> [[Int]] {
    (0..<count).map { _ in (0..<size).map { _ in Int.random(in: 0..<items, using: &generator) } }
  }
}
