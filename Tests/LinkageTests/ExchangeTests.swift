import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("The exchange")
struct ExchangeTests {
  private func exchange(_ rows: [String], more: [String: String] = [:]) throws -> Exchange {
    Exchange(try OfferPlans.graph(rows, more: more))
  }

  private func moved(_ exchange: Exchange) -> [String: Double?] {
    Dictionary(
      uniqueKeysWithValues: exchange.matches.map {
        ("\($0.offer.id)>\($0.need.id)".replacing("a/", with: ""), $0.quantity)
      })
  }

  // MARK: - What fits

  @Test("moves what is needed, as far as it is there, and says what is left on either side")
  func quantities() throws {
    let found = try exchange([
      "X1,O1,มีให้,มูลโค,ปัจจัย,600,กระสอบ,ม.ค.;ก.พ.,V1",
      "X2,O2,ต้องการ,มูลโค,ปัจจัย,400,กระสอบ,ก.พ.;มี.ค.,V1",
      "X3,O3,ต้องการ,มูลโค,ปัจจัย,300,กระสอบ,ม.ค.;มี.ค.,V4",
    ])
    #expect(moved(found) == ["X1>X2": 400, "X1>X3": 200])
    #expect(found.matches.map(\.months?.numbers) == [[2], [1]])
    #expect(found.unmet.map(\.missing) == [100] && found.unmet.map(\.reason) == [.notEnough])
    #expect(found.surplus.isEmpty)
  }

  @Test("never gives to oneself, nor across months, nor across categories")
  func misfits() throws {
    let found = try exchange([
      "X1,O1,มีให้,ปุ๋ย,ปัจจัย,5,ตัน,ม.ค.,V1", "X2,O1,ต้องการ,ปุ๋ย,ปัจจัย,5,ตัน,ม.ค.,V1",
      "X3,O2,ต้องการ,ปุ๋ย,ปัจจัย,5,ตัน,มี.ค.,V1", "X4,O3,ต้องการ,ปุ๋ย,อาหาร,5,ตัน,ม.ค.,V1",
    ])
    #expect(found.matches.isEmpty && found.unmet.count == 3)
    let reasons = Dictionary(uniqueKeysWithValues: found.unmet.map { ($0.need.id, $0.reason) })
    #expect(reasons["a/X2"] == .nobody && reasons["a/X4"] == .nobody)
    #expect(reasons["a/X3"] == .otherMonths(found.surplus.map(\.offer)))
    #expect(found.surplus.map(\.left) == [5])
  }

  @Test(
    "asks where an amount or a unit is not known or not the same, and moves nothing by guess",
    arguments: [
      ("-", "กระสอบ", "5", "กระสอบ", ExchangeMatch.Question.offerQuantity),
      ("5", "กระสอบ", "-", "กระสอบ", .needQuantity), ("5", "-", "5", "กระสอบ", .unit),
      ("5", "กระสอบ", "5", "คันรถ", .otherUnit),
    ])
  func unknownAmounts(
    has: String, unit: String, needs: String, otherUnit: String, question: ExchangeMatch.Question
  ) throws {
    let found = try exchange([
      "X1,O1,มีให้,มูลโค,ปัจจัย,\(has),\(unit),ม.ค.,V1",
      "X2,O2,ต้องการ,มูลโค,ปัจจัย,\(needs),\(otherUnit),ม.ค.,V1",
    ])
    #expect(found.matches.map(\.quantity) == [nil])
    #expect(found.matches.map(\.questions) == [[question]])
    #expect(found.unmet.isEmpty && found.surplus.isEmpty)
  }

  @Test("knows tonnes and kilograms for one measure, and tells the amount in that of the need")
  func weights() throws {
    let found = try exchange([
      "X1,O1,มีให้,ข้าวสาร,อาหาร,1.5,ตัน,ม.ค.,V1", "X2,O2,ต้องการ,ข้าวสาร,อาหาร,900,กก.,ม.ค.,V1",
    ])
    #expect(moved(found) == ["X1>X2": 900])
    #expect(found.surplus.map(\.left) == [0.6])
  }

  @Test("takes unknown months for possible, says so, and ranks them lower")
  func unknownMonths() throws {
    let found = try exchange([
      "X1,O1,มีให้,ปุ๋ย,ปัจจัย,5,ตัน,หน้าแล้ง,V1", "X2,O2,มีให้,ปุ๋ย,ปัจจัย,5,ตัน,ม.ค.,V1",
      "X3,O3,ต้องการ,ปุ๋ย,ปัจจัย,5,ตัน,ม.ค.,V1", "X4,O4,ต้องการ,ปุ๋ย,ปัจจัย,5,ตัน,-,V1",
    ])
    #expect(moved(found).count == 2 && found.matches.allSatisfy { $0.quantity == 5 })
    #expect(moved(found)["X2>X3"] == 5 && moved(found)["X1>X4"] == 5)
    #expect(found.matches.last?.questions == [.months])
    #expect(found.matches.last?.offer.unreadMonths == "หน้าแล้ง")
  }

  @Test("suggests what is most alike where nobody has the very thing, as a question only")
  func suggestions() throws {
    let found = try exchange([
      "X1,O1,มีให้,มูลวัวตากแห้ง,ปัจจัย,5,กระสอบ,ม.ค.,V1", "X2,O2,มีให้,แกลบ,ปัจจัย,5,กระสอบ,ม.ค.,V1",
      "X3,O3,ต้องการ,มูลโคตากแห้ง,ปัจจัย,5,กระสอบ,ม.ค.,V1",
    ])
    #expect(moved(found) == ["X1>X3": nil])
    #expect(found.matches.first?.likeness == .similar)
    #expect(found.matches.first?.questions == [.substitute])
    #expect(found.unmet.map(\.need.id) == ["a/X3"])
  }

  @Test("keeps exchange within a plan first, and says how far it is to another")
  func acrossPlans() throws {
    let rows = "X1,O1,ต้องการ,ข้าว,อาหาร,5,ตัน,ม.ค.,V1"
    let found = Exchange(
      try SomePlans.graph([
        "a": OfferPlans.files([rows, "X2,O2,มีให้,ข้าว,อาหาร,3,ตัน,ม.ค.,V4"]),
        "b": OfferPlans.files(["X3,O1,มีให้,ข้าว,อาหาร,9,ตัน,ม.ค.,V1"], name: "b"),
      ]))
    #expect(found.matches.map(\.offer.id).sorted() == ["a/X2", "b/X3"])
    #expect(found.matches.first { $0.offer.id == "a/X2" }?.quantity == 3)
    #expect(found.matches.first { $0.offer.id == "b/X3" }?.quantity == 2)
    #expect(found.surplus.map(\.left) == [7])
  }

  @Test("takes the latest of several years of one tambon, and says how many rows it leaves out")
  func years() throws {
    let row = ["X1,O1,มีให้,ข้าว,อาหาร,3,ตัน,ม.ค.,V1", "X2,O2,ต้องการ,ข้าว,อาหาร,3,ตัน,ม.ค.,V1"]
    let older = OfferPlans.files(row).merging(
      ["plan": "id,name,tambon,province,year\nold,แผนเก่า,ตำบลa,บุรีรัมย์,2565\n"],
      uniquingKeysWith: { $1 })
    let found = Exchange(try SomePlans.graph(["a": OfferPlans.files(row), "old": older]))
    #expect(found.matches.map(\.offer.id) == ["a/X1"] && found.outdated == 2)
  }

  @Test("leaves out rows without an owner or a direction, and counts them")
  func incomplete() throws {
    let found = try exchange([
      "X1,ใครไม่รู้,มีให้,ข้าว,อาหาร,3,ตัน,ม.ค.,V1", "X2,O2,ให้ยืม,ข้าว,อาหาร,3,ตัน,ม.ค.,V1",
      "X3,O2,ต้องการ,ข้าว,อาหาร,0,ตัน,ม.ค.,V1",
    ])
    #expect(found.incomplete == 2 && found.matches.isEmpty && found.unmet.isEmpty)
  }

  @Test("says what a meeting has said of two, and takes what it rejected last")
  func decisions() throws {
    let decisions = "approach,from,to,status\nexchange,O1,O3,rejected\nexchange,O2,O3,accepted\n"
    let found = try exchange(
      [
        "X1,O1,มีให้,ข้าว,อาหาร,3,ตัน,ม.ค.,V1", "X2,O2,มีให้,ข้าว,อาหาร,3,ตัน,ม.ค.,V4",
        "X3,O3,ต้องการ,ข้าว,อาหาร,4,ตัน,ม.ค.,V1",
      ], more: ["decisions": decisions])
    #expect(moved(found) == ["X2>X3": 3, "X1>X3": 1])
    let said = Dictionary(uniqueKeysWithValues: found.matches.map { ($0.offer.id, $0.decision) })
    #expect(said == ["a/X1": .rejected, "a/X2": .accepted])
  }

  // MARK: - Against brute force

  @Test(
    "moves as much as any way of sharing can, at the least distance of all such ways",
    arguments: UInt64(1)...40)
  func optimal(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let months = ["ม.ค.", "ก.พ.", "ม.ค.;ก.พ.", "-"]
    func row(_ number: Int, _ type: String) -> String {
      let quantity = Int.random(in: 1...3, using: &random)
      let month = months[Int.random(in: 0..<4, using: &random)]
      let village = Int.random(in: 1...4, using: &random)
      let owner = Int.random(in: 1...6, using: &random)
      return "X\(number),O\(owner),\(type),ข้าว,อาหาร,\(quantity),ตัน,\(month),V\(village)"
    }
    let rows = (1...3).map { row($0, "มีให้") } + (4...6).map { row($0, "ต้องการ") }
    let plans = try OfferPlans.graph(rows)
    let all = Listing.all(plans).listings
    let near = NearnessSearch(plans)
    let offers = all.filter { $0.direction == .offer }
    let needs = all.filter { $0.direction == .need }
    let pairs = offers.flatMap { offer in
      needs.compactMap { need in
        offer.owner == need.owner
          ? nil : ExchangeMatch(offer, need, near.nearness(offer, need))
      }
    }
    var best = (amount: -1, cost: 0)
    func share(_ index: Int, _ left: [String: Int], _ amount: Int, _ cost: Int) {
      guard index < pairs.count else {
        if amount > best.amount || (amount == best.amount && cost < best.cost) {
          best = (amount, cost)
        }
        return
      }
      let (offer, need) = (pairs[index].offer.id, pairs[index].need.id)
      for part in 0...min(left[offer] ?? 0, left[need] ?? 0) {
        var next = left
        next[offer]? -= part
        next[need]? -= part
        share(index + 1, next, amount + part, cost + part * pairs[index].cost)
      }
    }
    share(
      0, Dictionary(uniqueKeysWithValues: all.map { ($0.id, Int($0.quantity ?? 0)) }), 0, 0)
    let found = Exchange(plans).matches
    #expect(found.reduce(0) { $0 + Int($1.quantity ?? 0) } == best.amount)
    #expect(found.reduce(0) { $0 + Int($1.quantity ?? 0) * $1.cost } == best.cost)
  }

  @Test(
    "finds a ring of three exactly where each has what the next needs and no two could swap",
    arguments: UInt64(1)...40)
  func rings(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var has: [Int: Set<Int>] = [:]
    var needs: [Int: Set<Int>] = [:]
    var rows: [String] = []
    for owner in 1...5 {
      for item in 1...4 {
        let chance = Int.random(in: 0..<4, using: &random)
        guard chance < 2 else { continue }
        if chance == 0 {
          has[owner, default: []].insert(item)
        } else {
          needs[owner, default: []].insert(item)
        }
        let type = chance == 0 ? "มีให้" : "ต้องการ"
        rows.append("X\(owner)\(item),O\(owner),\(type),ของ\(item),อื่น,1,ชิ้น,ม.ค.,V1")
      }
    }
    func gives(_ one: Int, _ other: Int) -> Bool {
      !(has[one] ?? []).isDisjoint(with: needs[other] ?? [])
    }
    var expected: Set<[String]> = []
    for first in 1...5 {
      for second in 1...5 where second > first {
        for third in 1...5 where third > first && third != second {
          let ring = [first, second, third]
          let isRing = (0..<3).allSatisfy {
            gives(ring[$0], ring[($0 + 1) % 3]) && !gives(ring[($0 + 1) % 3], ring[$0])
          }
          if isRing { expected.insert(ring.map { "a/O\($0)" }) }
        }
      }
    }
    let plans = try OfferPlans.graph(rows)
    let found = Exchange(plans).rings
    let names = found.map { ring in
      let owners = ring.legs.map { plans.id(of: $0.offer.owner) }
      let start = owners.firstIndex(of: owners.min() ?? "") ?? 0
      return (0..<3).map { owners[(start + $0) % 3] }
    }
    #expect(Set(names) == expected && names.count == expected.count)
    for ring in found {
      #expect(
        (0..<3).allSatisfy { ring.legs[$0].need.owner == ring.legs[($0 + 1) % 3].offer.owner })
    }
  }

  @Test("does not hang on the order of rows", arguments: UInt64(1)...5)
  func order(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = (1...24).map { number in
      let owner = Int.random(in: 1...6, using: &random)
      let type = Bool.random(using: &random) ? "มีให้" : "ต้องการ"
      let item = Int.random(in: 1...3, using: &random)
      let quantity = ["-", "2", "5"][Int.random(in: 0..<3, using: &random)]
      let village = Int.random(in: 1...4, using: &random)
      return "X\(number),O\(owner),\(type),ของ\(item),อื่น,\(quantity),ชิ้น,ม.ค.,V\(village)"
    }
    let one = try exchange(rows)
    let other = try exchange(rows.shuffled(using: &random))
    #expect(one.matches == other.matches && one.rings == other.rings)
    #expect(one.unmet == other.unmet && one.surplus == other.surplus)
    #expect(!one.matches.isEmpty)
  }
}
