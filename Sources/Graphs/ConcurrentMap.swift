internal import Dispatch
internal import Synchronization

/// The values of a function at 0, 1, … count - 1, in order, reckoned on all cores.
///
/// - Parameter transform: Called once for each number, in any order and on any core.
/// - Complexity: the work of all calls, divided by the cores.
public func concurrentMap<Value: Sendable>(
  _ count: Int, _ transform: @Sendable (Int) -> Value
) -> [Value] {
  guard count > 1 else { return (0..<count).map(transform) }
  let values = Mutex([Value?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let value = transform(index)
    values.withLock { $0[index] = value }
  }
  return values.withLock { $0.compactMap(\.self) }
}
