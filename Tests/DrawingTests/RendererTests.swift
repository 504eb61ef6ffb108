import Testing
import Words

@testable import Drawing

@Suite("The renderer")
struct RendererTests {
  @Test("draws a tangle without overlaps, all text inside", arguments: 1...4)
  func tangle(seed: UInt64) throws {
    var renderer = Renderer(.thai)
    let picture = try renderer.picture(of: .random(nodes: 30, edges: 45, seed: seed))
    #expect(picture.faults.isEmpty, "\(picture.faults)")
    #expect(picture.method == .layered)
  }

  @Test("says on the sheet when a drawing was laid out in another way than usual")
  func saysHow() throws {
    var renderer = Renderer(.thai, pool: LayoutPool(patience: .milliseconds(400)))
    let picture = try renderer.picture(of: .random(nodes: 300, edges: 900, seed: 1))
    #expect(picture.method == .forces || picture.method == .boundedLayered)
    let note = Language.thai.note(on: try #require(picture.method))
    let header = picture.texts.prefix(6).map(\.content).joined().filter { !$0.isWhitespace }
    #expect(header.contains(note.filter { !$0.isWhitespace }))
  }

  @Test("draws labels of every kind as text, shortened with the whole below", arguments: Labels.bad)
  func badLabels(label: String) throws {
    var renderer = Renderer(.thai)
    let picture = try renderer.picture(of: .pair(label))
    let node = try #require(picture.groups.first { $0.id == "pair:0" })
    let shown = node.texts.map(\.content).joined().filter { !$0.isWhitespace && $0 != "…" }
    let whole = label.printable.filter { !$0.isWhitespace }
    #expect(whole.hasPrefix(shown))
    #expect(node.title == label.printable)
    if shown.count < whole.count {
      let key = try #require(picture.groups.last { $0.title == "ข้อความเต็ม" })
      let full = key.texts.map(\.content).joined().filter { !$0.isWhitespace }
      // What would fill the sheet is begun here, and printed whole behind it.
      let isLong = picture.fullTexts == [label.printable]
      #expect(isLong == (label.printable.count > 400))
      #expect(full.contains(isLong ? whole.prefix(190) : whole[...]))
    }
    #expect(picture.faults.isEmpty, "\(picture.faults)")
  }

  @Test("draws the same in black alone, with the same places")
  func mono() throws {
    let diagram = Diagram.random(nodes: 20, edges: 25, seed: 9)
    var colour = Renderer(.thai)
    var mono = Renderer(.thai, inks: .mono)
    let first = try colour.picture(of: diagram)
    let second = try mono.picture(of: diagram)
    #expect(first.texts.map(\.place) == second.texts.map(\.place))
    for case .outline(let outline) in second.groups.filter({ $0.kind != .frame }).flatMap(\.marks) {
      #expect(outline.stroke?.colour ?? .black == .black)
      #expect(outline.fill == nil || [.colour(.white), .colour(.black)].contains(outline.fill))
    }
  }
}

/// Labels that have broken drawings before, here or elsewhere.
enum Labels {
  static let bad = [
    String(repeating: "กองทุนหมู่บ้านโคกเจริญ", count: 190), #"\N"#, #"\E\G\L\l\r"#, #"a"b"#,
    #"ends in \"#,
    "<b>bold</b>", "&lt;x&gt;", #"x"]; n9 [image="/etc/passwd"#, "<script>alert(1)</script>",
    "tab\tand\u{1}control\u{0}", "{a|b}", "//c", "ก่ก้ก๊ก๋", "ปี่ฎู่ฏู่ฐี้", "👩‍🌾 emoji 🇹🇭", "שלום עולם",
    "a\u{202E}gnp.exe", "ก" + String(repeating: "\u{E49}", count: 500), "=1+1", "@SUM(A1)",
    "บรรทัด\nใหม่",
    "javascript:alert(1)", "]]>", "\u{FFFE}\u{FFFF}", "e\u{301}\u{301}\u{301}",
  ]
}
