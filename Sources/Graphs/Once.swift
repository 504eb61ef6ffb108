internal import Synchronization

/// A value that is reckoned when it is first asked for, and then kept.
public final class Once<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)

  /// Nothing is reckoned yet.
  public init() {}

  /// The value; whoever asks meanwhile waits.
  ///
  /// - Parameter make: Reckons it; the same whoever asks.
  public func value(_ make: () -> Value) -> Value {
    known.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}
