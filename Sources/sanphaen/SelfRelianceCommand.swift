import ArgumentParser
import Linkage
import Plans
import Printing
import Words

struct SelfRelianceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "self-reliance",
      abstract: Language.ofEnvironment.pick(
        "งานของแผนยืนบนทุนชุมชนเองเท่าใด ตามแผน ประเด็น และหมู่บ้าน และถ้าทำตามข้อเสนอจะเป็นอย่างไร",
        "How much of the work stands on the community's own capital, now and with the links."))
  }

  @OptionGroup var options: PlanOptions
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func run() throws {
    let reading = try options.read()
    let names = Names(PlanGraph(reading.plans), options.lang)
    let survey = SelfRelianceSurvey(names.plans)
    let sentences = SelfRelianceSentences(names)
    if format == .json {
      try printJSON(survey.all.map { SelfRelianceDocument($0, sentences) })
    } else {
      printText(survey, sentences)
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func printText(_ survey: SelfRelianceSurvey, _ sentences: SelfRelianceSentences) {
    let lang = options.lang
    for (index, whole) in survey.plans.enumerated() {
      Terminal.heading(sentences.name(of: whole))
      for line in [
        sentences.money(whole), sentences.reach(whole), sentences.modes(whole),
        sentences.debt(whole),
      ] where !line.isEmpty {
        print(line)
      }
      for (heading, figures) in [
        (
          lang.pick("ตามประเด็น (ทุนชุมชนน้อยก่อน)", "By issue, the least own share first"),
          survey.issues[index]
        ),
        (
          lang.pick("ตามหมู่บ้าน (ทุนชุมชนน้อยก่อน)", "By village, the least own share first"),
          survey.places[index]
        ),
      ] where !figures.isEmpty {
        print("  " + heading)
        for figure in figures { print("    " + sentences.line(figure)) }
      }
    }
    for series in survey.series {
      if let sentence = sentences.sentence(series, survey) { print(sentence) }
    }
  }
}
