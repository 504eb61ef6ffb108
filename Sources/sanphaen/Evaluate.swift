import ArgumentParser
import Glibc
import Linkage
import Plans
import Printing
import Sheets
import Words

struct Evaluate: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "evaluate",
      abstract: Language.ofEnvironment.pick(
        "ซ่อนความเชื่อมโยงที่รู้อยู่บางส่วน แล้วดูว่าหาเจออีกเท่าใด เทียบกับวิธีง่าย ๆ",
        "Hides some known ties and sees how many come back, beside plain baselines."))
  }

  @OptionGroup var options: PlanOptions
  @OptionGroup var approaches: ApproachOptions
  @Option(help: help("เลขเริ่มของการสุ่ม", "The first seed."))
  var seed: UInt64 = 1
  @Option(help: help("สุ่มกี่ครั้ง", "How many seeds."))
  var repeats = 20
  @Option(help: help("ซ่อนส่วนเท่าใด (0–1)", "The share that is hidden (0 to 1)."))
  var hide = 0.2
  @Option(
    help: help(
      "เขียนแนวทางพร้อมน้ำหนักที่เรียนจากแผนเหล่านี้ลงไฟล์นี้ (ใช้กับ --approaches)",
      "Writes the approaches with weights learned from these plans to this file (for --approaches)."
    ))
  var learn: String?
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func validate() throws {
    guard repeats >= 1, repeats <= 1_000, hide > 0, hide < 1, seed <= 1_000_000_000_000 else {
      throw ValidationError(
        options.lang.pick(
          "--repeats ต้องเป็น 1–1,000 และ --hide ต้องมากกว่า 0 แต่น้อยกว่า 1 ส่วน --seed ต้องไม่เกิน 1,000,000,000,000",
          "--repeats should be 1 to 1,000, --hide between 0 and 1, and --seed at most 1,000,000,000,000."
        ))
    }
  }

  func run() throws {
    let chosen = try approaches.chosen(options.lang).filter { $0.measure == .paths }
    guard !chosen.isEmpty else {
      throw Failure.wrongUse(
        options.lang.pick(
          "แนวทางนี้ไม่ได้วัดจากเส้นทาง จึงประเมินแบบนี้ไม่ได้",
          "This approach is not measured by paths and cannot be evaluated so."))
    }
    let reading = try options.read()
    let plans = PlanGraph(reading.plans)
    let seeds = seed..<(seed + UInt64(repeats))
    let found = chosen.map { Evaluator(plans, $0).evaluate(hiding: hide, seeds: seeds) }
    if format == .json {
      try printJSON(found.flatMap(\.self).map(EvaluationDocument.init))
    } else {
      for (approach, evaluations) in zip(chosen, found) {
        print(options.lang.table(of: evaluations, approach))
      }
    }
    if let learn { try write(chosen, plans, reading, to: learn) }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func write(
    _ chosen: [Approach], _ plans: PlanGraph, _ reading: PlanReading, to path: String
  ) throws {
    let learned = chosen.map { OpportunitySearch(plans, $0).learned() }
    let names = reading.plans.map(\.id).joined(separator: ", ")
    let text = ApproachFile.text(
      of: learned, comment: options.lang.learnedFrom(names).split(separator: "\n").map(String.init))
    do { try FileBytes.write(Array(text.utf8), to: path) } catch {
      throw options.lang.failure(error)
    }
    Terminal.complain(options.lang.pick("เขียนแล้ว: \(path)", "Written: \(path)"))
  }
}
