import Graphs
import Sheets

/// What stands at one place and makes one plan, or several in one: sheets, and how to read them.
struct PlanInput {
  /// The folder's or workbook's name without its ending: the plan's id where none is given.
  let stem: String
  /// The folder or file as given.
  let path: String
  private(set) var sheets: [Sheet]
  let mapping: Mapping?
  /// The program's words and the planner's own.
  let vocabulary: Vocabulary
  /// Names of workbooks of the same plan that stand beside and were left alone.
  var passedOver: [String] = []
  /// Names of workbooks among the plans that hold none of the tables.
  var strangers: [String] = []
  /// Workbooks and folders among the plans that cannot be read, and why.
  var broken: [(name: String, error: PlanError)] = []
  /// Files of its tables that cannot be read, and why.
  var brokenTables: [(name: String, error: PlanError)] = []
  /// Names of old workbooks and of texts in its folder that were left alone.
  var leftAlone: [String] = []
  /// Whether it was found in a folder of plans, and not given itself.
  var isAmongOthers = false

  /// The name of the file or folder.
  var fileName: String { Folder.lastName(of: path) }
  /// The file or folder as the place where something was read.
  var source: Source { Source(file: fileName, sheet: nil) }

  /// Where its mapping stands or would stand, and the one workbook that it would be meant for.
  var mappingPlace: (path: String, file: String?) {
    Folder.exists(path)
      ? (Folder.join(path, Mapping.fileName), nil)
      : (Folder.join(Folder.parent(of: path), Mapping.fileName), fileName)
  }

  /// The input with its folder's name before that of every file, unless it is a workbook itself.
  var namingItsFolder: PlanInput {
    guard Folder.exists(path) else { return self }
    var named = self
    for index in named.sheets.indices { named.sheets[index].folder = stem }
    return named
  }

  /// Finds the plans at a path: a workbook, a folder of CSV, a mapped folder, a folder of such.
  ///
  /// In a folder of such, what cannot be read stops nothing else; where nothing can be read, the
  /// first reason is thrown.
  static func find(at path: String) throws(PlanError) -> [PlanInput] {
    guard Folder.exists(path) else { return [try workbook(path)] }
    if let input = try planFolder(path, onAllCores: true) { return [input] }
    let names = try sheets { () throws(SheetError) in try Folder.names(in: path) }
    var finding = Finding()
    for name in names where Folder.exists(Folder.join(path, name)) {
      finding.add(name) { () throws(PlanError) in try planFolder(Folder.join(path, name)) }
    }
    for name in names where Folder.isWorkbook(name) {
      if let twin = finding.inputs.firstIndex(where: { $0.stem == Folder.stem(of: name) }) {
        finding.inputs[twin].passedOver.append(name)
        continue
      }
      finding.add(name) { () throws(PlanError) in try workbook(Folder.join(path, name)) }
    }
    if finding.inputs.isEmpty, let first = finding.broken.first { throw first.error }
    if finding.inputs.isEmpty { throw .noTable(path: path, found: names) }
    finding.inputs[0].strangers = finding.strangers
    finding.inputs[0].broken = finding.broken
    return finding.inputs
  }

  /// The folders of a folder that is no plan itself and holds nothing but folders; nil of any other.
  static func folders(at path: String) -> [String]? {
    guard let names = try? Folder.names(in: path), names.count > 1,
      !names.contains(where: { Folder.isTextSheet($0) || Folder.isWorkbook($0) }),
      !names.contains(Mapping.fileName)
    else { return nil }
    return names.map { Folder.join(path, $0) }.filter(Folder.exists)
  }

  /// What is found in a folder of plans.
  private struct Finding {
    var inputs: [PlanInput] = []
    var strangers: [String] = []
    var broken: [(name: String, error: PlanError)] = []

    mutating func add(_ name: String, _ read: () throws(PlanError) -> PlanInput?) {
      do {
        guard var input = try read() else { return }
        input.isAmongOthers = true
        inputs.append(input)
      } catch .noTable {
        strangers.append(name)
      } catch {
        broken.append((name, error))
      }
    }
  }

  private static func workbook(_ path: String) throws(PlanError) -> PlanInput {
    let folder = Folder.parent(of: path)
    var mapping: Mapping?
    let beside = Folder.join(folder, Mapping.fileName)
    if FileBytes.exists(beside) {
      let found = try Mapping(contentsOf: beside)
      // A mapping that names only other files is not meant for this one.
      if found.files.isEmpty || found.files.contains(Folder.lastName(of: path)) { mapping = found }
    }
    let form = mapping?.form(of: Folder.lastName(of: path), isOnly: true) ?? TextForm()
    let book = try sheets { () throws(SheetError) in try Workbook(contentsOf: path, as: form) }
    // A mapping beside it is about plans.
    if areDecisions(book.sheets) { mapping = nil }
    let knowsSheets = mapping.map { !$0.tables.isEmpty || !$0.links.isEmpty } ?? false
    if !knowsSheets, !book.sheets.contains(where: { Table(sheetNamed: $0.name) != nil }) {
      throw .noTable(path: path, found: book.sheets.map(\.name))
    }
    return PlanInput(
      stem: Folder.stem(of: path), path: path, sheets: book.sheets, mapping: mapping,
      vocabulary: try vocabulary(mapping, folder))
  }

  /// The plan of a folder that has a mapping or a table; nil for any other folder.
  ///
  /// - Parameter onAllCores: Whether its files are read side by side.
  static func planFolder(
    _ path: String, onAllCores: Bool = false
  ) throws(PlanError) -> PlanInput? {
    let names = try sheets { () throws(SheetError) in try Folder.names(in: path) }
    var mapping: Mapping?
    if names.contains(Mapping.fileName) {
      mapping = try Mapping(contentsOf: Folder.join(path, Mapping.fileName))
    }
    if let mapping, !mapping.tables.isEmpty || !mapping.links.isEmpty || mapping.name != nil {
      return try mappedFolder(path, names, mapping)
    }
    let texts = tables(among: names)
    guard texts.contains(where: { Table(sheetNamed: Folder.stem(of: $0)) != nil }) else {
      return nil
    }
    let found = try readEach(texts, path, mapping, onAllCores)
    let isLeftAlone = { (name: String) in
      Folder.isOldWorkbook(name) || Folder.isNote(name) && !texts.contains(name)
    }
    var input = PlanInput(
      stem: Folder.lastName(of: path), path: path, sheets: found.sheets,
      mapping: mapping, vocabulary: try vocabulary(mapping, path),
      passedOver: names.filter { Folder.isWorkbook($0) && !Folder.isOldWorkbook($0) })
    input.brokenTables = found.broken
    input.leftAlone = names.filter(isLeftAlone)
    return input
  }

  /// Reads files each by itself, so that one that cannot be read stops none of the others; where none
  /// can be read, the first reason is thrown.
  private static func readEach(
    _ files: [String], _ folder: String, _ mapping: Mapping?, _ onAllCores: Bool
  ) throws(PlanError) -> (sheets: [Sheet], broken: [(name: String, error: PlanError)]) {
    @Sendable func sheets(_ number: Int) -> Result<[Sheet], PlanError> {
      do throws(PlanError) {
        return .success(try read([files[number]], folder, mapping, isOnly: files.count == 1))
      } catch { return .failure(error) }
    }
    let results =
      onAllCores ? concurrentMap(files.count, sheets) : files.indices.map { sheets($0) }
    var found: [Sheet] = []
    var broken: [(name: String, error: PlanError)] = []
    for (file, result) in zip(files, results) {
      switch result {
      case .success(let sheets): found += sheets
      case .failure(let error): broken.append((file, error))
      }
    }
    if found.isEmpty, let first = broken.first { throw first.error }
    return (found, broken)
  }

  /// The text sheets of a folder; of notes (`.txt`) those that bear a table's name.
  private static func tables(among names: [String]) -> [String] {
    names.filter { name in
      Folder.isTextSheet(name)
        && (!Folder.isNote(name) || Table(sheetNamed: Folder.stem(of: name)) != nil)
    }
  }

  /// All sheets at a path as they stand, tables or not: a workbook's, a folder's, or a text sheet.
  static func sheets(at path: String) throws(PlanError) -> [Sheet] {
    let isFolder = Folder.exists(path)
    let folder = isFolder ? path : Folder.parent(of: path)
    let beside = Folder.join(folder, Mapping.fileName)
    let mapping = FileBytes.exists(beside) ? try Mapping(contentsOf: beside) : nil
    guard isFolder else { return try read([Folder.lastName(of: path)], folder, mapping) }
    let names = try sheets { () throws(SheetError) in try Folder.names(in: path) }
    let texts = tables(among: names)
    if texts.isEmpty { throw .noTable(path: path, found: names) }
    return try read(texts, path, mapping)
  }

  private static func mappedFolder(
    _ path: String, _ names: [String], _ mapping: Mapping
  ) throws(PlanError) -> PlanInput {
    for file in mapping.files where !names.contains(file) {
      throw .mapping(
        path: mapping.path, line: nil, problem: .unknownFile(file, found: names))
    }
    let workbooks = names.filter { Folder.isWorkbook($0) }
    let texts = names.filter { Folder.isTextSheet($0) }
    var files = mapping.files
    if files.isEmpty {
      if workbooks.count > 1 { throw .severalWorkbooks(path: path, found: workbooks) }
      files = workbooks.isEmpty ? texts : workbooks
    }
    let found = try read(files, path, mapping)
    if found.isEmpty { throw .noTable(path: path, found: names) }
    return PlanInput(
      stem: Folder.lastName(of: path), path: path, sheets: found, mapping: mapping,
      vocabulary: try vocabulary(mapping, path))
  }

  private static func read(
    _ files: [String], _ folder: String, _ mapping: Mapping?, isOnly: Bool? = nil
  ) throws(PlanError) -> [Sheet] {
    var found: [Sheet] = []
    for file in files {
      let form = mapping?.form(of: file, isOnly: isOnly ?? (files.count == 1)) ?? TextForm()
      found += try sheets { () throws(SheetError) in
        try Workbook(contentsOf: Folder.join(folder, file), as: form).sheets
      }
    }
    return found
  }

  /// The program's words, and those of the planner's own file: named in the mapping, or beside.
  private static func vocabulary(
    _ mapping: Mapping?, _ folder: String
  ) throws(PlanError) -> Vocabulary {
    if let own = mapping?.vocabulary {
      let path = own.file.hasPrefix("/") ? own.file : Folder.join(folder, own.file)
      guard FileBytes.exists(path) else {
        let names = (try? Folder.names(in: folder)) ?? []
        throw .mapping(
          path: mapping?.path ?? "", line: own.line,
          problem: .unknownFile(own.file, found: names))
      }
      return try Vocabulary.standard.adding(contentsOf: path)
    }
    let beside = Folder.join(folder, Vocabulary.fileName)
    guard FileBytes.exists(beside) else { return .standard }
    return try Vocabulary.standard.adding(contentsOf: beside)
  }

  private static func sheets<Value>(
    _ read: () throws(SheetError) -> Value
  ) throws(PlanError) -> Value {
    do { return try read() } catch { throw .sheet(error) }
  }
}

extension Mapping {
  /// The files that it names, each once, in the order of their names.
  fileprivate var files: [String] {
    Set(tables.values.compactMap(\.file) + links.compactMap(\.file)).sorted()
  }

  /// How a text sheet is kept, as the rule of its file says, or else the mapping as a whole.
  ///
  /// - Parameter isOnly: Whether it is the only file, which rules that name none are then about.
  fileprivate func form(of file: String, isOnly: Bool) -> TextForm {
    let stem = Folder.stem(of: file)
    var form = form
    let rules =
      Table.allCases.compactMap { table in
        tables[table].map { ($0.file, $0.sheet ?? table.thaiName, $0.form, table as Table?) }
      } + links.map { ($0.file, $0.sheet, $0.form, nil) }
    for (named, sheet, own, table) in rules {
      let isMeant =
        named.map { $0 == file }
        ?? (isOnly || MatchKey.heading(sheet) == MatchKey.heading(stem)
          || table.map { Table(sheetNamed: stem) == $0 } ?? false)
      if isMeant {
        form = TextForm(
          encoding: own.encoding ?? form.encoding, separator: own.separator ?? form.separator)
      }
    }
    return form
  }
}
