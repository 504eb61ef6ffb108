import Drawing
import Linkage
import Words

/// The last page of the minutes: what was decided, and who signs, as official forms have it.
extension Booklet {
  private static let pitch = 21.0

  /// The height of a block.
  private static let block = 4 * pitch + 10

  func setSignatures(_ flow: inout PageFlow) {
    // Only lines to write on may stand above.
    if !(flow.isAtTop || isBelowOther(flow) && signaturesHeight <= flow.room) { flow.turn() }
    set(.signatures, following: 300, &flow)
    if let example {
      flow.paragraph(
        language.pick(
          "เขียนเลขข้อพร้อมอักษรนำ เช่น \(example)", "Write numbers with their letters: \(example)"),
        TextStyle(size: 11), gap: 2)
    }
    for line in minutes {
      flow.form(
        line, x: format.left, y: flow.y, width: format.width, TextStyle(size: 12.5))
      flow.y += Self.pitch
    }
    flow.y += 8
    setBlocks(&flow)
  }

  /// Whether the page holds nothing but the lines for other business.
  private func isBelowOther(_ flow: borrowing PageFlow) -> Bool {
    guard case .destination(let first, _, _)? = flow.pages.last?.items.first else { return false }
    return first == "agenda-\(AgendaItem.other.rawValue)"
  }

  /// What they take with the four signatures that no minutes are without, points.
  var signaturesHeight: Double { 80 + Double(minutes.count) * Self.pitch + 8 + 2 * Self.block }

  /// Numbers of two approaches, to show how they are written; nil where nothing is proposed.
  private var example: String? {
    let numbers = meeting.sections.compactMap { section in
      section.chosen.first.map {
        language.number(of: $0.opportunity.rank, approach: $0.opportunity.approach)
      }
    }
    return numbers.isEmpty ? nil : numbers.prefix(2).joined(separator: " ")
  }

  private var minutes: [[FormPart]] {
    let language = language
    func line(_ thai: [String], _ english: [String], _ blanks: [Double]) -> [FormPart] {
      let words = language == .thai ? thai : english
      return zip(words, blanks).flatMap { [.text($0), .blank($1)] }
        + words.dropFirst(blanks.count).map { .text($0) }
    }
    return [
      line(
        ["การประชุมครั้งที่", "วันที่", "เดือน", "พ.ศ.", "เวลา", "น."],
        ["Meeting no.", "held on the", "of", "in", "at", "o'clock"], [2, 1, 3, 1.4, 1.6]),
      line(
        ["สถานที่", "ผู้เข้าประชุม", "คน"], ["Place", "present", "people"], [6, 1]),
      line(
        ["เห็นชอบ", "ข้อ คือ"], ["Accepted", "proposals, numbers"], [1, 8]),
      line(
        ["ไม่เห็นชอบ", "ข้อ คือ"], ["Rejected", "proposals, numbers"], [1, 8]),
      line(["เลื่อนไป", "ข้อ คือ"], ["Postponed", "proposals, numbers"], [1, 8]),
      line(
        ["นัดติดตามมติครั้งต่อไปวันที่", "เดือน", "พ.ศ.", "สถานที่"],
        ["To be followed up on the", "of", "in", "at"], [1, 3, 1.4, 4]),
    ]
  }

  /// Two blocks side by side, as many as the page holds.
  private func setBlocks(_ flow: inout PageFlow) {
    let gap = 40.0
    let width = (format.width - gap) / 2
    for (index, role) in language.signatories.enumerated() {
      if index % 2 == 0, Self.block > flow.room { return }
      setBlock(role, x: format.left + Double(index % 2) * (width + gap), width: width, &flow)
      if index % 2 == 1 { flow.y += Self.block }
    }
  }

  private func setBlock(_ role: String, x: Double, width: Double, _ flow: inout PageFlow) {
    let lines: [[FormPart]] = [
      [.text(language.pick("ลงชื่อ", "Signed")), .blank(1), .text(role)],
      [.text("("), .blank(1), .text(")")],
      [.text(language.pick("ตำแหน่ง", "Position")), .blank(1)],
      [
        .text(language.pick("วันที่", "Date")), .blank(1), .text("/"), .blank(1), .text("/"),
        .text(language.pick("พ.ศ.", "")), .blank(1.4),
      ],
    ]
    for (index, line) in lines.enumerated() {
      flow.form(line, x: x, y: flow.y + Double(index) * Self.pitch, width: width)
    }
  }
}
