/// A growing list without the checks of an array, which its owner has made.
public struct Pile<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<Element>
  @usableFromInline var used = 0
  @usableFromInline var capacity = 64

  /// No elements yet.
  @inlinable
  public init() { start = .allocate(capacity: 64) }

  deinit { start.deallocate() }

  /// The elements; good until more are added.
  @inlinable public var elements: UnsafeMutablePointer<Element> { start }

  /// How many elements there are.
  @inlinable public var count: Int { used }

  /// Adds an element.
  @inlinable
  public mutating func append(_ element: Element) {
    if used == capacity { grow(by: 1) }
    (start + used).initialize(to: element)
    used += 1
  }

  /// Adds so many elements, which the caller fills in.
  ///
  /// - Returns: Where they begin; good until more are added.
  @inlinable
  public mutating func extend(by more: Int) -> UnsafeMutablePointer<Element> {
    if used + more > capacity { grow(by: more) }
    defer { used += more }
    return start + used
  }

  /// Takes all elements away, and keeps their room.
  @inlinable
  public mutating func removeAll() { used = 0 }

  /// Takes the last elements away.
  @inlinable
  public mutating func removeLast(_ count: Int) { used -= count }

  @usableFromInline
  mutating func grow(by more: Int) {
    capacity = 2 * (used + more)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.initialize(from: start, count: used)
    start.deallocate()
    start = larger
  }
}
