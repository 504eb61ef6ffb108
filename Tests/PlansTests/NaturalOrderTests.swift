import Testing

@testable import Plans

@Suite("The natural order of ids")
struct NaturalOrderTests {
  @Test("counts numbers by their value and letters by their place")
  func counts() {
    let texts = ["A10", "A2", "A02b", "A2", "B1", "A", ""]
    let sorted = NaturalOrder.positions(of: texts).map { texts[$0] }
    #expect(sorted == ["", "A", "A2", "A2", "A02b", "A10", "B1"])
  }

  @Test("leaves texts alone that are in order, and equal ones as they stand")
  func isStable() {
    #expect(NaturalOrder.positions(of: ["A1", "A2", "A2", "A3"]) == [0, 1, 2, 3])
    #expect(NaturalOrder.positions(of: ["B", "A", "B", "A"]) == [1, 3, 0, 2])
  }
}
