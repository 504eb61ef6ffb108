import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("The ranking of parts by their own models")
struct FittedRankingTests {
  private static let names = Approach.standard.filter { $0.measure == .paths }.map(\.name)

  private func search(_ name: String, _ seed: UInt64, plans: Int = 3) throws -> OpportunitySearch {
    let plans = try RandomPlans.graph(seed: seed, plans: plans, activities: 20)
    let approach = try #require(Approach.standard.first { $0.name == name })
    return OpportunitySearch(plans, approach)
  }

  private func limits(_ search: OpportunitySearch) -> PairRanking.Limits {
    var limits = PairRanking.Limits(parts: Array(1...search.plans.plans.count))
    limits.perTarget = 3
    limits.least = search.approach.least
    return limits
  }

  @Test(
    "finds the same pairs, with the same scores, as row by row with each part's model",
    arguments: names, 1...4)
  func equalsRowByRow(name: String, seed: UInt64) throws {
    let search = try search(name, seed)
    let models = search.models
    let rows = PairRanking(search.table, limits(search)) { models[$0] }
    let fitted = FittedRanking(
      search.table, PathModels(search.table), limits(search), limit: nil)
    #expect(sorted(fitted.pairs) == sorted(Array(rows.pairs)))
    #expect(fitted.count == fitted.pairs.count)
    #expect(fitted.considered == rows.chunks.reduce(0) { $0 + $1.considered })
    #expect(fitted.thin == rows.chunks.reduce(0) { $0 + $1.thin })
  }

  @Test("keeps the best so many, and counts all", arguments: names)
  func keepsTheBest(name: String) throws {
    let search = try search(name, 5, plans: 12)
    let all = FittedRanking(search.table, search.models, limits(search), limit: nil)
    for limit in [0, 1, 3, 10, 100_000] {
      let few = FittedRanking(search.table, search.models, limits(search), limit: limit)
      #expect(sorted(few.pairs) == Array(sorted(all.pairs).prefix(limit)))
      #expect(few.count == all.count && few.thin == all.thin)
      #expect(few.considered == all.considered)
    }
  }

  @Test("says the same of a part whose rows are not kept", arguments: names)
  func needsNoRoom(name: String) throws {
    let table = try search(name, 6).table
    table.withRows { row, near, memory in
      var kept = PartFeatures(table)
      var found = PartFeatures(table, keeping: 5)
      for part in 1...3 {
        kept.enter(part, &row, &near, &memory)
        found.enter(part, &row, &near, &memory)
        #expect(kept.fitted() == found.fitted())
        for number in kept.targets.indices {
          let expected = values(kept.row(number, &row, &near, &memory), table)
          #expect(values(found.row(number, &row, &near, &memory), table) == expected)
        }
      }
    }
  }

  @Test("fits the model that a part has by itself", arguments: names)
  func keepsModels(name: String) throws {
    let search = try search(name, 7)
    let models = PathModels(search.table)
    _ = FittedRanking(search.table, models, limits(search), limit: 1)
    for part in 1...3 { #expect(models[part] == search.table.model(of: part)) }
  }

  private func sorted(_ pairs: [PairRanking.Pair]) -> [PairRanking.Pair] {
    pairs.sorted(by: PairRanking.Pair.precedes)
  }

  private func values(_ row: PartFeatures.Row, _ table: FeatureTable) -> [NodeID: [Double]] {
    let width = table.columns.count
    return Dictionary(
      uniqueKeysWithValues: (0..<row.count).map { pair in
        (row.ends[pair], (0..<width).map { row.values[pair * width + $0] })
      })
  }
}
