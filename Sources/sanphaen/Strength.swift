import ArgumentParser
import Graphs
import Linkage
import Plans
import Printing
import Sheets
import Words

struct Strength: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "strength",
      abstract: Language.ofEnvironment.pick(
        "ความเข้มแข็งขององค์กรการเงิน ทีละข้อ: ผ่าน ไม่ผ่าน หรือไม่ทราบ จัดลำดับแยกตามเกณฑ์",
        "How strong funds are, rule by rule: pass, fail or unknown; ranked for each rule set apart."
      ))
  }

  @Option(
    help: help(
      "เขียนไฟล์เกณฑ์เปล่าไว้เติมเอง (YAML) แล้วจบ ไม่ต้องบอกแผน",
      "Writes an empty file of rules to fill in (YAML) and ends; no plan is needed."))
  var template: String?
  @OptionGroup var options: StrengthPlanOptions
  @OptionGroup var rules: RuleOptions
  @Option(help: help("เฉพาะองค์กรการเงินนี้", "Only this fund."))
  var fund: String?
  @Option(
    help: help("จำนวนที่แสดงต่อหนึ่งเกณฑ์ (0 คือทั้งหมด)", "How many are shown of each set (0 for all)."))
  var limit = 0
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func validate() throws {
    try options.lang.refuseNegative(limit)
    guard template != nil || !options.paths.isEmpty else {
      throw ValidationError(
        options.lang.pick("ต้องบอกที่อยู่ของแผนอย่างน้อยหนึ่ง", "Give the path of a plan at least."))
    }
  }

  func run() throws {
    if let template { return try write(template) }
    let sets = try rules.chosen(options.lang)
    let reading = try options.plans.read(options.paths)
    let names = Names(PlanGraph(reading.plans), options.lang)
    let chosen = try fund.map { try names.fund($0) }
    let rankings = try rankings(names, sets, chosen)
    let sentences = StrengthSentences(names)
    if format == .json {
      try printJSON(
        rankings.flatMap { ranking in
          shown(ranking).map { StrengthDocument($0, by: ranking.set, sentences) }
        })
    } else {
      for ranking in rankings { print(ranking, sentences) }
      complain(names, rankings, sets, chosen)
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func rankings(
    _ names: Names, _ sets: [RuleSet], _ fund: NodeID?
  ) throws -> [StrengthRanking] {
    guard let fund else { return StrengthRanking.all(names.plans, by: sets) }
    let found = StrengthRanking.all(names.plans, by: sets).map { $0.only(fund) }
      .filter { !$0.assessments.isEmpty }
    if !found.isEmpty || rules.rules == nil { return found }
    // Asked for by name, a set is laid on a fund of any kind.
    return sets.map { StrengthRanking(names.plans, by: $0, funds: [fund]) }
  }

  private func shown(_ ranking: StrengthRanking) -> [StrengthAssessment] {
    limit == 0 ? ranking.assessments : Array(ranking.assessments.prefix(limit))
  }

  private func print(_ ranking: StrengthRanking, _ sentences: StrengthSentences) {
    let language = options.lang
    Terminal.heading(
      "\(language.pick(ranking.set.name)) (\(language.count(ranking.assessments.count, .fund)))")
    for assessment in shown(ranking) {
      let place = assessment.rank.map { "\($0). " } ?? "–  "
      let name = sentences.names.name(of: assessment.fund)
      let id = sentences.names.id(of: assessment.fund)
      Swift.print("\(place)\(name) [\(id)]: \(sentences.summary(of: assessment))")
      for line in sentences.lines(of: assessment) { Swift.print("   \(line)") }
    }
    Swift.print("   " + sentences.provenance(of: ranking.set))
  }

  private func complain(
    _ names: Names, _ rankings: [StrengthRanking], _ sets: [RuleSet], _ fund: NodeID?
  ) {
    if names.plans.graph.nodes(of: .fund).isEmpty {
      Swift.print(
        options.lang.pick(
          "แผนนี้ไม่ได้บอกองค์กรการเงินใด โปรดเติมแผ่น “องค์กรการเงิน”",
          "The plan names no funds; fill in the sheet “funds”."))
    }
    let assessed = Set(rankings.flatMap { $0.assessments.map(\.fund) })
    let without = names.plans.graph.nodes(of: .fund).filter {
      !assessed.contains($0) && (fund == nil || fund == $0)
    }
    if !without.isEmpty, sets.count > 1 {
      Terminal.complain(StrengthSentences(names).withoutRules(without))
    }
  }

  private func write(_ path: String) throws {
    guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else {
      throw Failure.wrongUse(
        options.lang.pick(
          "ชื่อไฟล์เกณฑ์ต้องลงท้ายด้วย .yaml", "The file's name must end in .yaml."))
    }
    if FileBytes.exists(path) {
      throw Failure.wrongUse(
        options.lang.pick(
          "“\(path)” มีอยู่แล้ว โปรดใช้ชื่ออื่น", "“\(path)” is there already; use another name."))
    }
    do { try FileBytes.write(RuleFile.template, to: path) } catch {
      throw options.lang.failure(error)
    }
    Swift.print(path)
  }
}

/// The plans of a command that can do without them.
struct StrengthPlanOptions: ParsableArguments {
  @Argument(
    help: help(
      "ที่อยู่ของแผน: สมุดงาน .xlsx, โฟลเดอร์ CSV หรือโฟลเดอร์ที่มีหลายแผน",
      "Plans: a workbook, a folder of CSV, or a folder of such."))
  var paths: [String] = []

  @Option(help: help("ภาษา: th หรือ en", "The language: th or en."))
  var lang: Language = .ofEnvironment

  /// The same as every other command takes.
  var plans: PlanOptions {
    var options = PlanOptions()
    options.paths = paths
    options.lang = lang
    return options
  }
}

/// Which rule sets are meant.
struct RuleOptions: ParsableArguments {
  @Option(
    help: help(
      "เกณฑ์: \(RuleSet.standard.map(\.id).joined(separator: ", ")) หรือไฟล์ .yaml ของเราเอง (ถ้าไม่บอก ใช้เกณฑ์ที่ตรงกับประเภทของแต่ละกลุ่ม)",
      "The rules: \(RuleSet.standard.map(\.id).joined(separator: ", ")) or a .yaml file of one's own (else those that fit each fund's kind)."
    ))
  var rules: String?

  /// The sets that are meant: all of the program's where none is said.
  func chosen(_ language: Language) throws -> [RuleSet] {
    guard let rules else { return RuleSet.standard }
    if let set = RuleSet.standard.first(where: { $0.id == rules.lowercased() }) { return [set] }
    guard rules.contains(".") || rules.contains("/") || FileBytes.exists(rules) else {
      let known = RuleSet.standard.map(\.id).joined(separator: ", ")
      throw Failure.wrongUse(
        language.pick(
          "ไม่รู้จักเกณฑ์ “\(rules)” ที่มีคือ \(known) หรือบอกชื่อไฟล์ .yaml",
          "There are no rules “\(rules)”; there are \(known), or give a .yaml file."))
    }
    do { return [try RuleFile.ruleSet(in: FileBytes.read(rules), file: rules)] } catch let error
      as RuleError
    {
      throw Failure(sentence: language.sentence(error), code: 2)
    } catch let error as SheetError {
      throw language.failure(error)
    }
  }
}

extension Names {
  /// The fund that a word of the command line means.
  func fund(_ word: String) throws -> NodeID {
    let node = try node(word)
    guard plans.graph.kind(of: node) == .fund else {
      throw Failure.wrongUse(
        language.pick(
          "“\(word)” ไม่ใช่องค์กรการเงิน แต่เป็น\(language.name(of: plans.graph.kind(of: node)))",
          "“\(word)” is no fund but a \(language.name(of: plans.graph.kind(of: node)))."))
    }
    return node
  }
}
