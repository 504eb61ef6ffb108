import ArgumentParser
import Graphs
import Linkage
import Plans
import Printing
import Words

struct Why: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "why",
      abstract: Language.ofEnvironment.pick(
        "เหตุทั้งหมดที่คู่หนึ่งน่าจะเชื่อมกัน และสิ่งที่ควรระวัง: why แผน… จาก ถึง",
        "All that speaks for linking two, and what speaks against it: why PATH… FROM TO"))
  }

  @OptionGroup var options: PlanOptions
  @OptionGroup var file: ApproachFileOption
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func run() throws {
    let language = options.lang
    guard options.paths.count >= 3 else {
      throw Failure.wrongUse(
        language.pick(
          "ต้องบอกที่อยู่ของแผน ต้นทาง และปลายทาง เช่น why plans/khok-charoen F03 A20",
          "Give the plan's path, where from and where to: why plans/khok-charoen F03 A20"))
    }
    let approaches = try file.all(language)
    let reading = try options.read(Array(options.paths.dropLast(2)))
    let names = Names(PlanGraph(reading.plans), language)
    let ends = try options.paths.suffix(2).map { try names.node($0) }
    let cases = approaches.compactMap { approach in
      OpportunitySearch(names.plans, approach).examination(of: ends[0], ends[1])
        .map { (OpportunitySentences(names, approach), $0) }
    }
    guard !cases.isEmpty else {
      throw Failure.wrongUse(language.noApproach(between: ends.map(names.plans.graph.kind(of:))))
    }
    if format == .json {
      try printJSON(cases.map { ExaminationDocument($1, $0) })
    } else {
      for (sentences, examination) in cases {
        if cases.count > 1 {
          Terminal.heading(language.question(ofApproach: sentences.approach.name))
        }
        print(sentences.account(of: examination))
      }
    }
    if reading.hasErrors { throw ExitCode(1) }
  }
}
