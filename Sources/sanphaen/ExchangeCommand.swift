import ArgumentParser
import Linkage
import Plans
import Printing
import Words

struct ExchangeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "exchange",
      abstract: Language.ofEnvironment.pick(
        "ใครมีสิ่งที่คนอื่นต้องการ: คู่ที่ตรงกัน วงสามฝ่าย สิ่งที่ยังขาด และสิ่งที่ยังเหลือ",
        "Who has what another needs: matches, rings of three, what is missing, what is left."))
  }

  @OptionGroup var options: PlanOptions
  @Option(
    help: help(
      "จำนวนที่แสดงในแต่ละหมวด (0 คือทั้งหมด)", "How many are shown of each kind (0 for all)."))
  var limit = 20
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func validate() throws {
    try options.lang.refuseNegative(limit)
  }

  func run() throws {
    let reading = try options.read()
    let names = Names(PlanGraph(reading.plans), options.lang)
    let exchange = Exchange(names.plans)
    let sentences = ExchangeSentences(names)
    if format == .json {
      try printJSON(ExchangeDocument.all(exchange, sentences, limit: limit))
    } else {
      printText(exchange, sentences)
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func printText(_ exchange: Exchange, _ sentences: ExchangeSentences) {
    let lang = options.lang
    let parts = [
      (
        lang.pick("ใครแบ่งให้ใครได้", "Who could give to whom"),
        exchange.matches.map(sentences.sentence)
      ),
      (lang.pick("วงแลกเปลี่ยนสามฝ่าย", "Rings of three"), exchange.rings.map(sentences.sentence)),
      (lang.pick("สิ่งที่ยังขาด", "What is not met"), exchange.unmet.map(sentences.sentence)),
      (lang.pick("สิ่งที่ยังเหลือ", "What is left"), exchange.surplus.map(sentences.sentence)),
    ]
    if parts.allSatisfy({ $0.1.isEmpty }) { print(lang.noOffers) }
    for (heading, lines) in parts where !lines.isEmpty {
      Terminal.heading(heading)
      let shown = limit == 0 ? lines[...] : lines.prefix(limit)
      for (index, line) in shown.enumerated() { print("\(index + 1). \(line)") }
      if shown.count < lines.count {
        Terminal.complain(
          lang.pick(
            "แสดง \(shown.count) จาก \(lines.count) รายการ ดูทั้งหมดด้วย --limit 0",
            "\(shown.count) of \(lines.count) are shown; see all with --limit 0."))
      }
    }
    let left = lang.leftOut(of: exchange)
    if !left.isEmpty { Terminal.complain(left) }
  }
}
