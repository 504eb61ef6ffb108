import TestSupport
import Testing

@testable import Drawing

@Suite("Children that lay out")
struct LayoutPoolTests {
  private func attempt(_ text: String, _ method: LayoutMethod = .layered) -> LayoutPool.Attempt {
    .init(method: method, engine: "dot", text: text)
  }

  private let good = "digraph { n0 [label=\"\"]; n1 [label=\"\"]; n0 -> n1 [id=\"0\"] }"

  @Test("give the places of all nodes and lines")
  func givePlaces() throws {
    let (layout, method) = try LayoutPool().layout([attempt(good)], key: "a")
    #expect(Set(layout.nodes.keys) == ["n0", "n1"])
    #expect(layout.curves["0"]?.count == 1)
    #expect(method == .layered)
  }

  @Test("say Graphviz's own word where it refuses a text, and serve on")
  func refuse() throws {
    let pool = LayoutPool()
    #expect {
      try pool.layout([attempt("digraph { a -> ")], key: "broken")
    } throws: { error in
      guard case .layout("broken", let reason) = error as? DrawingError else { return false }
      return reason.contains("syntax error")
    }
    _ = try pool.layout([attempt(good)], key: "a")
  }

  @Test("are ended when their time is over; then the next way is tried")
  func hang() throws {
    // A program that reads and never answers.
    let folder = try TemporaryFolder()
    try folder.write("hang", "#!/bin/sh\nsleep 60\n")
    #expect(Shell.output("chmod +x \(folder.file("hang"))") != nil)
    let pool = LayoutPool(program: folder.file("hang"), patience: .milliseconds(50))
    #expect(throws: DrawingError.layout(key: "a", reason: "timeout")) {
      try pool.layout([attempt(good), attempt(good, .forces)], key: "a")
    }
  }

  @Test("cost one drawing where they crash, and where they cannot be started")
  func crash() throws {
    let folder = try TemporaryFolder()
    try folder.write("crash", "#!/bin/sh\nkill -SEGV $$\n")
    #expect(Shell.output("chmod +x \(folder.file("crash"))") != nil)
    #expect(throws: DrawingError.layout(key: "a", reason: "crash")) {
      try LayoutPool(program: folder.file("crash")).layout([attempt(good)], key: "a")
    }
    #expect(throws: DrawingError.layout(key: "a", reason: "no child")) {
      try LayoutPool(program: folder.file("none")).layout([attempt(good)], key: "a")
    }
  }

  @Test("lay the same text out at the same places, whoever does it")
  func areStable() throws {
    let text = LayoutText.attempts(SomeDiagrams.measured(.random(nodes: 40, edges: 60, seed: 3)))
    let places = try (0..<3).map { _ in try LayoutPool().layout([text[0]], key: "a").0 }
    #expect(places[0] == places[1] && places[1] == places[2])
  }
}
