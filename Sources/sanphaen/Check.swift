import ArgumentParser
import Graphs
import Plans
import Printing
import Words

struct Check: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: Language.ofEnvironment.pick(
        "ตรวจแผน: อ่านอะไรได้บ้าง ช่องไหนต้องแก้ และแก้อย่างไร",
        "Says what was read, and every problem with its cell and what to do."))
  }

  @OptionGroup var options: PlanOptions
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func run() throws {
    let reading: PlanReading
    do { reading = try PlanReading(options.paths) } catch { throw options.lang.failure(error) }
    let plans = PlanGraph(reading.plans)
    if format == .json {
      try printJSON(CheckDocument(reading, plans, options.lang))
    } else {
      printText(reading, plans)
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func printText(_ reading: PlanReading, _ plans: PlanGraph) {
    let language = options.lang
    for plan in reading.plans { print("\(plan.name) [\(plan.id)]") }
    for sheet in reading.sheets {
      let name = [sheet.source.file, sheet.source.sheet].compactMap { $0 }.joined(separator: " · ")
      print(
        "  \(name): "
          + language.pick(
            "\(language.number(sheet.rows)) แถว", "\(language.number(sheet.rows)) rows"))
    }
    print(
      language.pick("อ่านได้: ", "Read: ")
        + [.activity, .leader, .fund, .organisation, .mechanism, .place, .issue].map { kind in
          language.count(plans.graph.nodes(of: kind).count, kind)
        }.joined(separator: ", "))
    print(
      language.pick("ความเชื่อมโยง: ", "Ties: ")
        + plans.tieCounts.sorted { $0.key < $1.key }
        .map { "\($0.key) \(language.number($0.value))" }.joined(separator: ", "))
    if reading.diagnostics.isEmpty {
      print(language.pick("ไม่พบข้อผิดพลาด", "Nothing is wrong."))
    }
    for diagnostic in reading.diagnostics {
      print("[\(language.name(of: diagnostic.severity))] \(language.line(diagnostic))")
    }
  }
}
