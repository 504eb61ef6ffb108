import Graphs
import Testing

@Suite("A map on all cores")
struct ConcurrentMapTests {
  @Test("gives every value once, in order", arguments: [0, 1, 2, 7, 500])
  func keepsOrder(count: Int) {
    #expect(concurrentMap(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }
}
