import CGraphviz
import Glibc

/// Why a diagram could not be drawn.
public enum DrawingError: Error, Sendable, Equatable {
  /// Graphviz refused; `reason` is its own word.
  case layout(key: String, reason: String)
}

/// The Graphviz library behind one door: it keeps global state, so one value draws at a time.
public struct Graphviz: ~Copyable {
  private let context: OpaquePointer?

  /// Loads Graphviz with its plugins.
  public init() { context = gvContext() }

  deinit {
    if let context { gvFreeContext(context) }
  }

  /// Lays a text in Graphviz's language out by `dot` and draws it as SVG.
  ///
  /// - Parameter key: The diagram's key, for the error.
  /// - Throws: `DrawingError` with Graphviz's own word.
  public func svg(of text: String, key: String) throws(DrawingError) -> [UInt8] {
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

  private func failure(_ key: String) -> DrawingError {
    let message = aglasterr()
    defer { free(message) }
    let reason = message.map { String(cString: $0) } ?? "Graphviz"
    return .layout(key: key, reason: reason)
  }
}
