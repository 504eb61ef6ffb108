import ArgumentParser
import Linkage
import Plans
import Sheets
import Words

/// Where the approaches come from.
struct ApproachFileOption: ParsableArguments {
  @Option(
    help: help(
      "ไฟล์แนวทางของตนเอง (YAML) ใช้แทนแนวทางชื่อเดียวกันของโปรแกรม",
      "A file of approaches of one's own (YAML), in place of the program's of the same name."))
  var approaches: String?

  /// All approaches: the program's own, and in place of them those of the file.
  func all(_ language: Language) throws -> [Approach] {
    guard let own = try own(language) else { return Approach.standard }
    let named = Set(own.map(\.name))
    return Approach.standard.filter { !named.contains($0.name) } + own
  }

  /// The approaches of the file; nil where none is given.
  func own(_ language: Language) throws -> [Approach]? {
    guard let approaches else { return nil }
    do {
      return try ApproachFile.approaches(in: FileBytes.read(approaches), file: approaches)
    } catch let error as ApproachError {
      throw Failure(sentence: language.sentence(error), code: 2)
    } catch let error as SheetError {
      throw language.failure(error)
    }
  }
}

/// Which approach is meant.
struct ApproachOptions: ParsableArguments {
  @Option(
    help: help(
      "แนวทาง: savings (ถ้าไม่บอก), hub, leaders, adoption, expansion, partners, exchange, forum หรือ all",
      "The approach: savings (else), hub, leaders, adoption, expansion, partners, exchange, forum or all."
    )
  )
  var approach: String?
  @OptionGroup var file: ApproachFileOption

  /// The approaches that are meant; `all` for every one, those of the file where none is said.
  func chosen(_ language: Language) throws -> [Approach] {
    let all = try file.all(language)
    if approach == nil, let own = try file.own(language) { return own }
    let approach = approach ?? "savings"
    if approach == "all" { return all }
    let key = ApproachName(word: approach)?.rawValue ?? approach
    if let found = all.first(where: { $0.name == key }) { return [found] }
    let known = all.map(\.name).joined(separator: ", ")
    throw Failure.wrongUse(
      language.pick(
        "ไม่รู้จักแนวทาง “\(approach)” ที่มีคือ \(known)",
        "There is no approach “\(approach)”; there is \(known)."))
  }
}
