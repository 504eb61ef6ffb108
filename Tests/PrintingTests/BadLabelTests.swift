import Graphs
import Linkage
import Plans
import Sheets
import TestSupport
import Testing
import Words

@testable import Drawing
@testable import Printing

/// Every view of both sample plans, all names of which mean harm, in every form that is written.
@Suite("Names that mean harm")
struct BadLabelTests {
  static let labels = [
    String(repeating: "กองทุนหมู่บ้านโคกเจริญ", count: 180), String(repeating: "ก", count: 4_000),
    #"\N"#,
    #"\E\G\L\l\r\H"#, #"a"b"#, #"ends in \"#, "<b>bold</b>", "&lt;x&gt; &amp; &#65;",
    #"x"]; n9 [URL="http://x", image="/etc/passwd"#, "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>", "tab\tand\u{1}control\u{7}", "{a|b}|<f0> c",
    "//c /* d */ # e",
    "ก่ก้ก๊ก๋", "ปี่ฎู่ฏู่ฐี้", "👩‍🌾 emoji 🇹🇭", "שלום עולם", "a\u{202E}gnp.exe",
    "ก" + String(repeating: "\u{E49}", count: 500), "=HYPERLINK(\"http://x\")", "@SUM(A1)", "+1+1",
    "javascript:alert(1)", "http://example.org/ก", "]]> <!-- c -->", "\u{FFFE}\u{FFFF}ก",
    "e\u{301}\u{301}\u{301}", "%s %n ${HOME} `id`",
  ]

  /// Columns of names by the tables of the sample plans.
  private static let columns = [
    "กิจกรรม": ["ชื่อกิจกรรม"], "องค์กร": ["ชื่อ"], "องค์กรการเงิน": ["ชื่อ"], "กลไก": ["ชื่อ"],
    "พื้นที่": ["ชื่อหมู่บ้าน"], "แกนนำ": ["ชื่อ", "ตำแหน่งในชุมชน"], "แลกเปลี่ยน": ["รายการ"],
    "แผน": ["ชื่อแผน"],
  ]

  /// The plans with a bad label in place of each name; what had one name still has one.
  private static func spoil(_ folder: borrowing TemporaryFolder) throws {
    for plan in Repository.plans {
      let sheets = try Workbook(folder: Repository.plan(plan)).sheets
      // Who offers or needs something is found by name, too.
      let offers = sheets.filter { $0.name == "แลกเปลี่ยน" }
      let owners = Set(offers.flatMap { sheet in (1..<sheet.rowCount).map { sheet[$0, 1].text } })
      for sheet in sheets {
        var rows = (0..<sheet.rowCount).map { row in
          (0..<sheet.columnCount).map { sheet[row, $0].text }
        }
        var known: [String: String] = [:]
        for column in rows[0].indices where columns[sheet.name]?.contains(rows[0][column]) == true {
          for row in rows.indices.dropFirst() {
            let name = rows[row][column]
            if name.isEmpty || owners.contains(name) { continue }
            known[name] = known[name] ?? labels[(known.count + plan.count) % labels.count]
            rows[row][column] = known[name] ?? ""
          }
        }
        try folder.write("\(plan)/\(sheet.name).csv", bytes: CSV.bytes(of: rows))
      }
    }
  }

  private static func reading(_ folder: borrowing TemporaryFolder) throws -> PlanReading {
    try spoil(folder)
    return try PlanReading(Repository.plans.map { folder.file($0) })
  }

  /// Every view that there is, with its drawings.
  private static func drawings(_ reading: PlanReading) throws -> [(view: View, Picture)] {
    let names = Names(PlanGraph(reading.plans), .thai)
    let plans = names.plans
    let sheets = ViewSheets(names, plan: 0)
    let ends = (
      plans.graph.nodes(of: .fund, in: 1).first, plans.graph.nodes(of: .activity, in: 1).last
    )
    let paths = try plans.graph.shortestPaths(
      from: #require(ends.0), to: #require(ends.1), count: 3, avoiding: [.plan])
    var renderer = Renderer(.thai)
    return sheets.meeting().appending([
      sheets.series(of: .network), sheets.series(of: .path, paths: paths),
    ]).flatMap { series in
      let drawn = series.drawn(&renderer, on: PageFormat())
      #expect(drawn.failures == [])
      return drawn.pictures.map { (series.view, $0) }
    }
  }

  @Test("are text in DOT, SVG and PDF, by every view, or shortened with a mark")
  func drawings() throws {
    let folder = try TemporaryFolder()
    let drawings = try Self.drawings(Self.reading(folder))
    #expect(Set(View.allCases).subtracting(drawings.map(\.view)) == [])
    var shortened = 0
    // Thousands of letters find no room in any key.
    #expect(drawings.contains { $0.1.fullTexts.contains { $0.count > 3_000 } })
    for (view, picture) in drawings {
      let path = folder.file("\(view)-\(picture.key)")
      #expect(picture.faults.isEmpty, "\(picture.key)")
      for format in PictureFormat.allCases where format != .png {
        let breaches = try picture.write(format, to: "\(path).\(format.rawValue)", .thai)
        #expect(breaches == [], "\(picture.key)")
      }
      shortened += try checkSVG(picture, path)
      try checkPDF(picture, path)
      if picture.dot != nil { try checkDOT(picture, path) }
    }
    #expect(shortened > 10)
  }

  /// - Returns: How many labels are shortened.
  private func checkSVG(_ picture: Picture, _ path: String) throws -> Int {
    let text = try String(decoding: FileBytes.read(path + ".svg"), as: UTF8.self)
    let file = try #require(SVGFile(text), "\(picture.key)")
    PageChecks.check(file, of: picture)
    #expect(
      file.elements.isSubset(of: [
        "svg", "title", "style", "rect", "defs", "pattern", "path", "g", "text",
      ]), "\(file.elements)")
    #expect(
      file.attributes.isSubset(of: [
        "xmlns", "width", "height", "viewBox", "font-family", "role", "id", "class", "d", "fill",
        "stroke", "stroke-width", "stroke-dasharray", "x", "y", "text-anchor", "font-size",
        "font-weight", "patternUnits",
      ]), "\(file.attributes)")
    let labels = (picture.diagram?.columns ?? []).joined().reduce(into: [String: Diagram.Node]()) {
      $0["\(picture.key):\($1.id)"] = $1
    }
    var shortened = 0
    for group in file.groups {
      guard let node = labels[group.id] else { continue }
      let texts = [node.label, node.detail].compactMap { $0?.printable }
      #expect(group.title == texts.joined(separator: " "))
      let shown = group.texts.map(\.content).joined().letters
      if !shown.contains("…") {
        #expect(shown == texts.joined().letters)
        continue
      }
      shortened += 1
      // The key has what is shortened in full; of what would fill the sheet it says where that is.
      let key = file.groups.last?.texts.map(\.content).joined().letters ?? ""
      for text in texts where !shown.contains(text.letters) {
        if picture.fullTexts.contains(text) {
          #expect(key.contains(text.letters.prefix(190)), "\(picture.key)")
          #expect(key.contains("ทั้งหมดอยู่หน้าถัดจากภาพนี้"), "\(picture.key)")
        } else {
          #expect(key.contains(text.letters), "\(picture.key)")
        }
      }
    }
    return shortened
  }

  private func checkPDF(_ picture: Picture, _ path: String) throws {
    let pages = try #require(PDFPages(path + ".pdf"))
    #expect(pages.fonts.allSatisfy { $0.isEmbedded })
    // Where letters go from right to left, words are read in another order.
    let texts = picture.texts.map(\.content) + picture.fullTexts
    let lines = texts.filter { line in
      !line.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) }
    }
    PageChecks.check(lines, are: pages.letters, picture.key)
    try Self.checkActions(path + ".pdf")
  }

  /// A PDF leads nowhere but to its own pages, and runs nothing.
  private static func checkActions(_ path: String) throws {
    let text = try #require(
      Shell.output("qpdf --qdf --object-streams=disable '\(path)' - | strings"))
    for action in ["/URI", "/JavaScript", "/JS", "/Launch", "/GoToR", "/SubmitForm", "/OpenAction"]
    {
      #expect(!text.contains("\(action) "), "\(path): \(action)")
    }
  }

  private func checkDOT(_ picture: Picture, _ path: String) throws {
    // Any arrangement will do: what Graphviz writes on the sheet is asked for.
    let json = try JSON(text: #require(Shell.output("dot -Kosage -Tjson '\(path).dot'")))
    let nodes = (picture.diagram?.columns ?? []).joined()
    let objects = json["objects"]?.items ?? []
    let keys = (objects + (json["edges"]?.items ?? []) + [json]).flatMap(\.keys)
    let foreign = Set(keys).subtracting(Self.attributes)
    #expect(foreign.isEmpty, "\(picture.key)")
    let written = objects.map(Self.text(of:)).joined(separator: "\n")
    for node in nodes {
      let object = try #require(
        objects.first { $0["id"]?.string == "\(picture.key):\(node.id)" }, "\(picture.key)")
      let shown = Self.text(of: object)
      let texts = [node.label, node.detail].compactMap { $0?.printable.letters }
      #expect(shown.contains("…") || shown == texts.joined(), "\(picture.key)")
      // What is shortened stands below in full.
      for text in texts where !shown.contains(text) {
        #expect(written.contains(text), "\(picture.key)")
      }
    }
  }

  /// What Graphviz writes on a node.
  private static func text(of object: JSON) -> String {
    (object["_ldraw_"]?.items ?? []).filter { $0["op"]?.string == "T" }
      .compactMap { $0["text"]?.string }.joined().letters
  }

  /// What Graphviz itself says of a graph, and what we write.
  private static let attributes: Set<String> = [
    "name", "directed", "strict", "_draw_", "_ldraw_", "_hdraw_", "_tdraw_", "bb", "label",
    "lheight",
    "lp", "lwidth", "xdotversion", "_subgraph_cnt", "objects", "edges", "_gvid", "nodes",
    "subgraphs",
    "id", "pos", "width", "height", "shape", "style", "color", "fillcolor", "penwidth",
    "peripheries",
    "fontname", "fontsize", "margin", "arrowhead", "arrowtail", "arrowsize", "dir", "minlen",
    "head",
    "tail", "rank", "rankdir", "labelloc", "labeljust", "nodesep", "ranksep", "outputorder",
    "start",
    "pad", "bgcolor", "sides", "orientation", "distortion", "skew", "headport", "tailport", "rects",
    "vertices", "compound", "regular", "xlp", "fixedsize",
  ]

  @Test(
    "are text on the report's paper, on its page and in its workbook, never a formula or a link")
  func report() throws {
    let folder = try TemporaryFolder()
    let reading = try Self.reading(folder)
    func write(_ reading: PlanReading, to name: String) throws -> Meeting {
      let meeting = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
      let written = try Report(meeting).write(to: folder.file(name))
      #expect(written.breaches.map(\.breach) == [])
      return meeting
    }
    let meeting = try write(reading, to: "bad")
    _ = try write(PlanReading(Repository.plans.map(Repository.plan)), to: "good")
    for name in ["booklet", "handouts", "officer"] {
      try Self.checkActions(folder.file("bad/\(name).pdf"))
    }
    // Beside the data, in which no sign opens an element, the page is the same.
    let pages = try ["bad", "good"].map { try folder.text("\($0)/index.html") }
    #expect(pages[0].count { $0 == "<" } == pages[1].count { $0 == "<" })
    try checkWorkbook(folder.file("bad/opportunities.xlsx"), meeting)
  }

  private func checkWorkbook(_ path: String, _ meeting: Meeting) throws {
    let parts = try #require(Shell.output("unzip -p '\(path)'"))
    for sign in ["<f>", "<f ", "hyperlink", "externalLink", "<script"] {
      #expect(!parts.contains(sign), "\(sign)")
    }
    let sheet = try Workbook(contentsOf: path).sheets[0]
    let column = try #require((0..<sheet.columnCount).first { sheet[0, $0].text == "ชื่อต้นทาง" })
    let kept = Set((1..<sheet.rowCount).map { sheet[$0, column].text.printable })
    for section in meeting.sections {
      for proposal in section.proposals {
        let name = meeting.names.name(of: proposal.opportunity.ends.from).printable
        #expect(kept.contains(name), "\(name.prefix(40))")
      }
    }
  }
}

extension String {
  /// Without blanks and what has no shape.
  fileprivate var letters: String { printable.filter { !$0.isWhitespace } }
}

extension [SheetSeries] {
  fileprivate func appending(_ more: [SheetSeries?]) -> [SheetSeries] {
    self + more.compactMap(\.self)
  }
}
