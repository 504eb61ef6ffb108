import CGraphviz
import Glibc
import Synchronization

/// Why a diagram could not be drawn.
public enum DrawingError: Error, Sendable, Equatable {
  /// Graphviz refused; `reason` is its own word.
  case layout(key: String, reason: String)
}

/// The Graphviz library behind one door: it keeps global state, so one thread at a time draws.
public struct Graphviz: ~Copyable {
  private static let door = Mutex(())
  private let context: OpaquePointer?

  /// Loads Graphviz with its plugins.
  public init() { context = Self.door.withLock { _ in gvContext() } }

  deinit {
    let context = context
    Self.door.withLock { _ in _ = context.map { gvFreeContext($0) } }
  }

  /// Lays a text in Graphviz's language out by `dot` and draws it as SVG.
  ///
  /// - Parameter key: The diagram's key, for the error.
  /// - Throws: `DrawingError` with Graphviz's own word.
  public func svg(of text: String, key: String) throws(DrawingError) -> [UInt8] {
    let context = context
    return try Self.door.withLock { (_) throws(DrawingError) in
      try Self.draw(text, key, context)
    }
  }

  private static func draw(
    _ text: String, _ key: String, _ context: OpaquePointer?
  ) throws(DrawingError) -> [UInt8] {
    // Above the highest level errors are kept for `aglasterr` instead of being printed.
    agseterr(AGMAX)
    agreseterrors()
    guard let graph = agmemread(text) else { throw failure(key) }
    defer { agclose(graph) }
    guard gvLayout(context, graph, "dot") == 0 else { throw failure(key) }
    defer { gvFreeLayout(context, graph) }
    var data: UnsafeMutablePointer<CChar>?
    var length: UInt32 = 0
    guard gvRenderData(context, graph, "svg", &data, &length) == 0, let data else {
      throw failure(key)
    }
    defer { gvFreeRenderData(data) }
    return UnsafeBufferPointer(start: data, count: Int(length)).map { UInt8(bitPattern: $0) }
  }

  private static func failure(_ key: String) -> DrawingError {
    let message = aglasterr()
    defer { free(message) }
    let reason = message.map { String(cString: $0) } ?? "Graphviz"
    return .layout(key: key, reason: reason)
  }
}
