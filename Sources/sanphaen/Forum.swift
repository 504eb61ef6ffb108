import ArgumentParser
import Graphs
import Linkage
import Plans
import Printing
import Words

struct Forum: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "forum",
      abstract: Language.ofEnvironment.pick(
        "เวทีเรียนรู้: กองทุนใดน่าจะนั่งคุยกัน เรียนอะไรจากใคร และจัดโต๊ะให้",
        "The forum: which funds could sit together, what they learn from whom, and at which tables."
      ))
  }

  @OptionGroup var options: PlanOptions
  @Option(help: help("จำนวนคู่ที่แสดง (0 คือทั้งหมด)", "How many pairs are shown (0 for all)."))
  var limit = 20
  @Option(
    help: help(
      "จัดเป็นกี่โต๊ะ (0 คือให้โปรแกรมเลือกจำนวนตาม --size)",
      "Seats the funds at so many tables (0 for as many as --size asks)."))
  var tables: Int?
  @Option(help: help("กี่กองทุนต่อโต๊ะ เช่น 6-8", "How many funds a table has, such as 6-8."))
  var size = "6-8"
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func validate() throws {
    try options.lang.refuseNegative(limit, tables ?? 0)
    guard sizes != nil else {
      throw ValidationError(
        options.lang.pick(
          "--size ต้องเป็นตัวเลข 2 ขึ้นไป เช่น 6-8", "--size is a number from 2 on, such as 6-8."))
    }
  }

  private var sizes: ClosedRange<Int>? {
    let parts = size.split { "-–".contains($0) }.map { Int($0) }
    guard let least = parts.first.flatMap(\.self), let most = parts.last.flatMap(\.self),
      parts.count <= 2, least >= 2, least <= most
    else { return nil }
    return least...most
  }

  func run() throws {
    let reading = try options.read()
    let names = Names(PlanGraph(reading.plans), options.lang)
    if let tables, let sizes {
      try seat(names, tables, sizes)
    } else {
      try pair(names)
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func pair(_ names: Names) throws {
    let search = OpportunitySearch(names.plans, .standard(.forum))
    let sentences = OpportunitySentences(names, search.approach)
    let found = search.opportunities()
    let shown = limit == 0 ? found : Array(found.prefix(limit))
    if format == .json {
      try printJSON(
        zip(shown, search.evidence(for: shown)).map { OpportunityDocument($0, $1, sentences) })
      return
    }
    if shown.isEmpty { print(options.lang.noOpportunities(search.approach)) }
    for opportunity in shown {
      let number = options.lang.number(of: opportunity.rank, approach: opportunity.approach)
      print("\(number). \(sentences.explanation(of: opportunity, []))")
      for point in opportunity.lesson.map(sentences.points) ?? [] { print("   • \(point)") }
    }
    if shown.count < found.count {
      Terminal.complain(
        options.lang.pick(
          "แสดง \(shown.count) จาก \(found.count) คู่ ดูทั้งหมดด้วย --limit 0",
          "\(shown.count) of \(found.count) pairs are shown; see all with --limit 0."))
    }
  }

  private func seat(_ names: Names, _ wanted: Int, _ sizes: ClosedRange<Int>) throws {
    let guests = ForumTables.guests(names.plans)
    guard guests > 0 || format == .json else {
      return print(options.lang.noOpportunities(.standard(.forum)))
    }
    guard wanted <= max(1, guests) else {
      throw Failure.wrongUse(
        options.lang.pick(
          "มี \(guests) กองทุนที่รู้ผล จัด \(wanted) โต๊ะไม่ได้",
          "There are \(guests) funds to be seated, too few for \(wanted) tables."))
    }
    let automatic = ForumTables.count(for: guests, atMost: sizes.upperBound)
    // Fewer than fill one table sit together.
    let count = guests < sizes.lowerBound ? 1 : wanted == 0 ? automatic : wanted
    let forum = ForumTables(names.plans, tables: count)
    if format == .json { return try printJSON(ForumDocument(forum, names)) }
    let sentences = ForumTableSentences(names)
    for (index, table) in forum.tables.enumerated() {
      Terminal.heading(options.lang.pick("โต๊ะ \(index + 1)", "Table \(index + 1)"))
      for fund in table.funds { print("  \(names.name(of: fund)) [\(names.id(of: fund))]") }
      for line in sentences.lines(of: table) { print("   • \(line)") }
    }
    Terminal.complain(sentences.summary(of: forum))
    if !forum.unplaced.isEmpty { Terminal.complain(sentences.unplaced(forum)) }
    if let note = sentences.sizes(forum, asked: sizes) { Terminal.complain(note) }
  }
}
