internal import Dispatch
internal import Glibc
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

/// As `concurrentMap`, for many small calls, of which a core takes so many at a time.
///
/// - Parameter grain: How many numbers are taken at a time.
public func concurrentMap<Value: Sendable>(
  _ count: Int, grain: Int, _ transform: @Sendable (Int) -> Value
) -> [Value] {
  concurrentMap(count, by: grain) { $0.map(transform) }.flatMap(\.self)
}

/// The values of a function of the ranges 0 to `grain`, and so on up to `count`, in order, reckoned on
/// all cores.
public func concurrentMap<Value: Sendable>(
  _ count: Int, by grain: Int, _ transform: @Sendable (Range<Int>) -> Value
) -> [Value] {
  concurrentMap((count + grain - 1) / grain) { chunk in
    transform(chunk * grain..<min(count, (chunk + 1) * grain))
  }
}

/// As `concurrentMap`, where each core first prepares what all its calls use.
///
/// - Parameter worker: Called once for each core. It prepares, and then hands what is to be called
///   for one number after another to its argument.
/// - Complexity: the work of all calls, divided by the cores.
public func concurrentMap<Value: Sendable>(
  _ count: Int, preparing worker: @Sendable ((_ transform: (Int) -> Value) -> Void) -> Void
) -> [Value] {
  let values = Mutex([Value?](repeating: nil, count: count))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(count, coreCount)) { _ in
    worker { transform in
      while case let index = next.add(1, ordering: .relaxed).oldValue, index < count {
        let value = transform(index)
        values.withLock { $0[index] = value }
      }
    }
  }
  return values.withLock { $0.compactMap(\.self) }
}

/// How many items `concurrentMap` is best given next of those that are left: fewer and fewer, so that
/// in the end no core waits long for another.
public func chunkSize(ofLeft left: Int, least: Int = 512) -> Int {
  min(left, max(least, left / (4 * coreCount)))
}

private let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
