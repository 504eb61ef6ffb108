import CGraphviz
import Glibc

/// The Graphviz library behind one door: it keeps global state and leaks in layout, so it is only used
/// in a process of its own, one diagram after the other.
struct Graphviz: ~Copyable {
  private let context: OpaquePointer?

  /// Loads Graphviz with its plugins.
  init() { context = gvContext() }

  deinit { _ = context.map { gvFreeContext($0) } }

  /// Lays a text in Graphviz's language out by an engine.
  ///
  /// - Returns: The places as text, as `Layout` reads them; or Graphviz's own word of what is wrong.
  func places(of text: String, by engine: String) -> Result<String, Refusal> {
    // Above the highest level errors are kept for `aglasterr` instead of being printed.
    agseterr(AGMAX)
    agreseterrors()
    guard let graph = agmemread(text) else { return .failure(Refusal()) }
    defer { agclose(graph) }
    guard gvLayout(context, graph, engine) == 0 else { return .failure(Refusal()) }
    defer { gvFreeLayout(context, graph) }
    return .success(Self.places(graph))
  }

  /// Graphviz's own word of what is wrong.
  struct Refusal: Error {
    let reason: String

    init() {
      let message = aglasterr()
      defer { free(message) }
      reason = message.map { String(cString: $0) } ?? "Graphviz"
    }
  }

  private static func places(_ graph: UnsafeMutablePointer<Agraph_t>) -> String {
    let bounds = graphviz_bounds(graph)
    var text = "g \(bounds.LL.x) \(bounds.LL.y) \(bounds.UR.x) \(bounds.UR.y)\n"
    var next = agfstnode(graph)
    while let node = next {
      let middle = graphviz_middle(node)
      text += "n \(String(cString: agnameof(node))) \(middle.x) \(middle.y)\n"
      var out = agfstout(graph, node)
      while let edge = out {
        text += curves(of: edge)
        out = agnxtout(graph, edge)
      }
      next = agnxtnode(graph, node)
    }
    return text
  }

  private static func curves(of edge: UnsafeMutablePointer<Agedge_t>) -> String {
    var key = Array("id".utf8CString)
    guard let name = agget(edge, &key).map({ String(cString: $0) }), !name.isEmpty,
      let splines = graphviz_curves(edge)
    else { return "" }
    var text = ""
    for curve in UnsafeBufferPointer(start: splines.pointee.list, count: Int(splines.pointee.size))
    {
      text += "e \(name) \(curve.sflag) \(curve.sp.x) \(curve.sp.y)"
      text += " \(curve.eflag) \(curve.ep.x) \(curve.ep.y)"
      for point in UnsafeBufferPointer(start: curve.list, count: Int(curve.size)) {
        text += " \(point.x) \(point.y)"
      }
      text += "\n"
    }
    return text
  }
}
