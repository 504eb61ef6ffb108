import ArgumentParser
import Graphs
import Linkage
import Plans
import Printing
import Words

struct IntegrationCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "integration",
      abstract: Language.ofEnvironment.pick(
        "กองทุนเป็นตัวเชื่อมงานของแผนจริงหรือไม่ เทียบกับองค์กร หน่วยงาน และแกนนำ",
        "Whether funds hold the plan together, beside organisations, agencies and leaders."))
  }

  @OptionGroup var options: PlanOptions
  @Option(help: help("จำนวนตัวเชื่อมที่แสดง (0 คือทั้งหมด)", "How many brokers are shown (0 for all)."))
  var limit = 10
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func validate() throws {
    try options.lang.refuseNegative(limit)
  }

  func run() throws {
    let reading = try options.read()
    let names = Names(PlanGraph(reading.plans), options.lang)
    let sentences = IntegrationSentences(names)
    let found = reading.plans.indices.map { Integration(names.plans, plan: $0) }
    if format == .json {
      try printJSON(found.map { IntegrationDocument($0, sentences) })
    } else {
      for integration in found { printText(integration, sentences, isOne: found.count == 1) }
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func printText(
    _ integration: Integration, _ sentences: IntegrationSentences, isOne: Bool
  ) {
    if !isOne {
      Terminal.heading(sentences.names.name(of: NodeID(integration.plan)))
    }
    for line in [
      sentences.verdict(integration), sentences.leading(integration), sentences.only(integration),
      sentences.without(integration),
    ] where !line.isEmpty {
      print(line)
    }
    let brokers = integration.brokers
    let shown = limit == 0 ? brokers[...] : brokers.prefix(limit)
    for (index, broker) in shown.enumerated() {
      print("\(index + 1). \(sentences.sentence(broker))")
    }
    if shown.count < brokers.count {
      Terminal.complain(
        options.lang.pick(
          "แสดง \(shown.count) จาก \(brokers.count) ราย ดูทั้งหมดด้วย --limit 0",
          "\(shown.count) of \(brokers.count) are shown; see all with --limit 0."))
    }
  }
}
