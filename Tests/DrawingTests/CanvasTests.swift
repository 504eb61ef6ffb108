import Sheets
import TestSupport
import Testing
import Words

@testable import Drawing

@Suite("A canvas")
struct CanvasTests {
  private func write(_ path: String, _ language: Language = .thai) throws {
    let canvas = Canvas(pdf: path, width: 300, height: 200, title: "แผนที่ดิน", language)
    canvas.label(page: "ปก")
    canvas.text("หน้าแรก", x: 20, y: 20, width: 200, TextStyle(size: 12))
    canvas.link(to: "second", x: 20, y: 20, width: 60, height: 20)
    canvas.endPage()
    canvas.label(page: "1")
    canvas.destination("second", x: 20, y: 20)
    canvas.text("หน้าสอง", x: 20, y: 20, width: 200, TextStyle(size: 12))
    canvas.endPage()
    let part = canvas.bookmark("ส่วนที่หนึ่ง", to: "second")
    canvas.bookmark("ข้อย่อย", to: "second", below: part)
    try canvas.finish()
  }

  /// The objects of a PDF as text.
  private func objects(_ path: String) throws -> String {
    try #require(
      Shell.output("qpdf --qdf --object-streams=disable --no-original-object-ids \(path) -"))
  }

  @Test("writes a PDF that says its language and shows its title", arguments: Language.allCases)
  func saysItsLanguage(language: Language) throws {
    let folder = try TemporaryFolder()
    try write(folder.file("a.pdf"), language)
    let text = try objects(folder.file("a.pdf"))
    #expect(text.contains("/Lang (\(language == .thai ? "th-TH" : "en"))"))
    #expect(text.contains("/DisplayDocTitle true"))
    #expect(try #require(Shell.output("pdfinfo \(folder.file("a.pdf"))")).contains("แผนที่ดิน"))
  }

  @Test("has bookmarks below bookmarks, labels of pages and a link that leads to the other page")
  func hasAWay() throws {
    let folder = try TemporaryFolder()
    try write(folder.file("a.pdf"))
    let text = try objects(folder.file("a.pdf"))
    #expect(Shell.output("qpdf --check \(folder.file("a.pdf"))")?.contains("WARNING") == false)
    #expect(!text.contains("/StructTreeRoot"))
    #expect(text.contains("/Type /Outlines") && text.contains("/PageLabels"))
    #expect(text.contains("/Subtype /Link") && text.contains("/Dest (second)"))
    let outline = Shell.output("qpdf --json=2 --json-key=outlines \(folder.file("a.pdf"))") ?? ""
    #expect(outline.contains("ส่วนที่หนึ่ง") && outline.contains("ข้อย่อย"))
    #expect(outline.contains("\"destpageposfrom1\": 2"))
  }

  @Test("measures a text once and draws it on another canvas, enlarged, as it would have there")
  func drawsWhatWasMeasured() throws {
    let folder = try TemporaryFolder()
    let measuring = Canvas(measuringWidth: 300, height: 200)
    let text = measuring.measured("ที่ดินทำกินของหมู่บ้าน", width: 60, TextStyle(size: 10))
    for (name, isMeasured) in [("a.pdf", true), ("b.pdf", false)] {
      let canvas = Canvas(pdf: folder.file(name), width: 300, height: 200, title: "ก", .thai)
      canvas.scale(by: 1.5)
      if isMeasured {
        canvas.show(text, x: 10, y: 10)
      } else {
        canvas.text("ที่ดินทำกินของหมู่บ้าน", x: 10, y: 10, width: 60, TextStyle(size: 10))
      }
      try canvas.finish()
    }
    let boxes = ["a.pdf", "b.pdf"].map { Shell.output("pdftotext -bbox \(folder.file($0)) -") }
    #expect(boxes[0] != nil && boxes[0] == boxes[1])
  }

  @Test(
    "goes on behind what is no character, and keeps lines in their places",
    arguments: [0xFFFF, 0xFFFE, 0xFDD0, 0x1_FFFE, 0x10_FFFF, 1, 0x202E])
  func noCharacter(value: UInt32) throws {
    let sign = try #require(Unicode.Scalar(value))
    let folder = try TemporaryFolder()
    let canvas = Canvas(pdf: folder.file("a.pdf"), width: 300, height: 200, title: "ก", .thai)
    canvas.text("ก่อน\(sign)หลัง", x: 20, y: 20, width: 200, TextStyle(size: 12))
    canvas.text("ต่อไป", x: 20, y: 60, width: 200, TextStyle(size: 12))
    canvas.endPage()
    canvas.text("หน้าสอง", x: 20, y: 20, width: 200, TextStyle(size: 12))
    canvas.endPage()
    try canvas.finish()
    let text = try #require(Shell.output("pdftotext \(folder.file("a.pdf")) -"))
    for word in ["ก่อน", "หลัง", "ต่อไป", "หน้าสอง"] { #expect(text.contains(word)) }
  }
}
