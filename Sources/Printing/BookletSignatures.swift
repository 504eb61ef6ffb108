import Drawing
import Words

/// The last page of the minutes: what was decided, and who signs, as official forms have it.
extension Booklet {
  private static let pitch = 24.0

  func setSignatures(_ flow: inout PageFlow) {
    if !flow.isAtTop { flow.turn() }
    set(.signatures, following: 300, &flow)
    for line in minutes {
      flow.form(
        line, x: format.left, y: flow.y, width: format.width, TextStyle(size: 12.5))
      flow.y += Self.pitch
    }
    flow.y += 8
    setBlocks(&flow)
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
        ["เห็นชอบ", "ข้อ คือข้อ"], ["Accepted", "proposals, numbers"], [1, 8]),
      line(
        ["ไม่เห็นชอบ", "ข้อ คือข้อ"], ["Rejected", "proposals, numbers"], [1, 8]),
      line(["เลื่อนไป", "ข้อ คือข้อ"], ["Postponed", "proposals, numbers"], [1, 8]),
      line(
        ["นัดติดตามมติครั้งต่อไปวันที่", "เดือน", "พ.ศ.", "สถานที่"],
        ["To be followed up on the", "of", "in", "at"], [1, 3, 1.4, 4]),
    ]
  }

  /// Two blocks side by side, as many as the page holds.
  private func setBlocks(_ flow: inout PageFlow) {
    let gap = 40.0
    let width = (format.width - gap) / 2
    let height = 4 * Self.pitch + 10
    for (index, role) in language.signatories.enumerated() {
      if index % 2 == 0, height > flow.room { return }
      setBlock(role, x: format.left + Double(index % 2) * (width + gap), width: width, &flow)
      if index % 2 == 1 { flow.y += height }
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
