import Graphs
import Synchronization
import Testing

@Suite("A value that is reckoned once")
struct OnceTests {
  @Test("is reckoned when it is first asked for, and never again, on however many cores")
  func once() {
    let value = Once<Int>()
    let calls = Atomic(0)
    #expect(calls.load(ordering: .relaxed) == 0)
    let found = concurrentMap(100) { _ in
      value.value { calls.add(1, ordering: .relaxed).newValue + 6 }
    }
    #expect(found == [Int](repeating: 7, count: 100))
    #expect(calls.load(ordering: .relaxed) == 1)
  }
}
