import ArgumentParser
import Graphs
import Plans
import Printing
import Words

struct PathBetween: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "path",
      abstract: Language.ofEnvironment.pick(
        "สองสิ่งนี้เชื่อมกันอยู่อย่างไรในวันนี้: path แผน… จาก ถึง",
        "How two things hang together today: path PATH… FROM TO"))
  }

  @OptionGroup var options: PlanOptions
  @Option(help: help("จำนวนเส้นทางที่แสดง", "How many paths are shown."))
  var count = 3
  @Option(help: help("รูปแบบผลลัพธ์: text หรือ json", "The output: text or json."))
  var format = Format.text

  func run() throws {
    guard count > 0 else {
      throw Failure.wrongUse(
        options.lang.pick("--count ต้องเป็น 1 ขึ้นไป", "--count must be 1 or more."))
    }
    guard options.paths.count >= 3 else {
      throw Failure.wrongUse(
        options.lang.pick(
          "ต้องบอกที่อยู่ของแผน ต้นทาง และปลายทาง เช่น path plans/khok-charoen F01 A03",
          "Give the plan's path, where from and where to: path plans/khok-charoen F01 A03"))
    }
    let reading = try options.read(Array(options.paths.dropLast(2)))
    let plans = PlanGraph(reading.plans)
    let names = Names(plans, options.lang)
    let paths = try names.paths(between: options.paths.suffix(2), count: count)
    if format == .json {
      try printJSON(paths.map { PathDocument($0, names) })
    } else if paths.isEmpty {
      print(
        options.lang.pick(
          "ยังไม่มีเส้นทางเชื่อมถึงกันในแผน", "Nothing in the plan holds the two together."))
    } else {
      for (index, path) in paths.enumerated() { print("\(index + 1). \(sentence(path, names))") }
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func sentence(_ path: Path, _ names: Names) -> String {
    path.steps.reduce(names.name(of: path.start)) { text, step in
      let relation = names.plans.relation(of: step.edge)
      return text + " —\(options.lang.name(of: relation, step.direction))→ "
        + names.name(of: step.neighbour)
    }
  }
}

extension Names {
  /// The shortest paths between what two words of the command line mean, the first `count` of them.
  func paths(between words: some Collection<String>, count: Int = 3) throws -> [Path] {
    let ends = try words.map { try node($0) }
    guard let from = ends.first, let to = ends.last, from != to else {
      throw Failure.wrongUse(
        language.pick(
          "ต้นทางกับปลายทางเป็นสิ่งเดียวกัน", "Where from and where to are one and the same."))
    }
    return plans.graph.shortestPaths(from: from, to: to, count: count, avoiding: [.plan])
  }
}
