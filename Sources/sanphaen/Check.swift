import ArgumentParser
import Linkage
import Plans
import Printing
import Words

struct Check: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Language.ofEnvironment.pick(
        "ตรวจแผน: อ่านอะไรได้บ้าง ช่องไหนต้องแก้ และแก้อย่างไร",
        "Says what was read, and every problem with its cell and what to do."))
  }

  @OptionGroup var options: PlanOptions
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text
  @Option(
    help: help(
      "รับชื่อที่เสนอว่าเป็นชื่อเดียวกัน: รหัสท้ายข้อเสนอ หลายรหัสคั่นด้วย , หรือ all",
      "Take proposed names for the same: the codes of proposals, apart by commas, or all."))
  var accept: String?
  @Option(
    help: help(
      "เขียนสำเนาเป็นสมุดงาน (.xlsx) ระบายสีช่องที่ต้องแก้ พร้อมหมายเหตุ",
      "Writes a copy as a workbook (.xlsx), faulty cells coloured, with notes."))
  var write: String?

  func run() throws {
    var reading = try read()
    if let accept {
      try NameAcceptance(language: options.lang).accept(accept, of: reading)
      reading = try read()
    }
    if let write { try CopyWriting(language: options.lang).write(reading, to: write) }
    let plans = PlanGraph(reading.plans)
    if format == .json {
      try printJSON(CheckDocument(reading, plans, options.lang))
    } else {
      print(CheckText(reading, plans, options.lang).text)
    }
    Terminal.end(reading.hasErrors ? 1 : 0)
  }

  private func read() throws -> PlanReading {
    do {
      Progress.shared.begin(
        options.lang.pick("กำลังอ่านและตรวจแผน", "Reading and checking the plans"), options.lang)
      return try PlanReading(options.paths, examinedAsOf: PlanDate.today)
        .knowing(RuleSet.standard)
    } catch {
      throw options.lang.failure(error)
    }
  }
}

/// Accepts proposed names as the command line says.
private struct NameAcceptance {
  let language: Language

  /// Writes the proposals that are meant into their mappings, and tells of it.
  func accept(_ words: String, of reading: PlanReading) throws {
    let accepted = try proposals(words, of: reading)
    if accepted.isEmpty {
      Terminal.complain(
        language.pick(
          "ไม่มีชื่อใดให้รับ ไม่ได้เขียนอะไร", "There is nothing to accept; nothing was written."))
      return
    }
    do {
      for path in try reading.accept(accepted) {
        Terminal.complain(
          language.pick(
            "รับ \(accepted.count) ชื่อไว้ใต้ same: ใน \(path) แล้ว ลบบรรทัดนั้นเมื่อไม่ต้องการ",
            "Wrote \(accepted.count) names below same: in \(path); delete a line there to undo it.")
        )
      }
    } catch {
      throw language.failure(error)
    }
  }

  private func proposals(_ words: String, of reading: PlanReading) throws -> [NameProposal] {
    let all = reading.nameProposals
    if words == "all" {
      let clear = reading.clearProposals
      let rest = all.count - clear.count
      if rest > 0 {
        Terminal.complain(
          language.pick(
            "ยังไม่ได้รับอีก \(rest) ข้อเสนอ เพราะคำเดียวอาจหมายถึงหลายแถว หรือเป็นสองแถวในตาราง ให้รับทีละรหัส",
            "\(rest) proposals were left: a word may mean several rows, or both are rows of a table; accept "
              + "them by their codes."))
      }
      return clear
    }
    var accepted: [NameProposal] = []
    for code in words.split(whereSeparator: { ", ".contains($0) }) {
      let found = all.filter { $0.code == code.lowercased() }
      guard !found.isEmpty else {
        throw Failure.wrongUse(
          language.pick(
            "ไม่มีข้อเสนอรหัส “\(code)” ไม่ได้เขียนอะไร ดูรหัสท้ายข้อเสนอด้วยคำสั่ง check",
            "There is no proposal “\(code)”; nothing was written. check shows the codes."))
      }
      accepted += found
    }
    return accepted
  }
}
