import Sheets

/// What stands at one place and makes one plan, or several in one: sheets, and how to read them.
struct PlanInput {
  /// The folder's or workbook's name without its ending: the plan's id where none is given.
  let stem: String
  /// The folder or file as given.
  let path: String
  private(set) var sheets: [Sheet]
  let mapping: Mapping?
  /// Names of workbooks of the same plan that stand beside and were left alone.
  var passedOver: [String] = []
  /// Names of workbooks among the plans that hold none of the tables.
  var strangers: [String] = []

  /// The input with its folder's name before that of every file, unless it is a workbook itself.
  var namingItsFolder: PlanInput {
    guard Folder.exists(path) else { return self }
    var named = self
    for index in named.sheets.indices { named.sheets[index].folder = stem }
    return named
  }

  /// Finds the plans at a path: a workbook, a folder of CSV, a mapped folder, a folder of such.
  static func find(at path: String) throws(PlanError) -> [PlanInput] {
    guard Folder.exists(path) else { return [try workbook(path)] }
    if let input = try planFolder(path) { return [input] }
    let names = try sheets { () throws(SheetError) in try Folder.names(in: path) }
    var inputs: [PlanInput] = []
    for name in names where Folder.exists(Folder.join(path, name)) {
      if let input = try planFolder(Folder.join(path, name)) { inputs.append(input) }
    }
    var strangers: [String] = []
    for name in names where Folder.isWorkbook(name) {
      if let twin = inputs.firstIndex(where: { $0.stem == Folder.stem(of: name) }) {
        inputs[twin].passedOver.append(name)
        continue
      }
      do {
        inputs.append(try workbook(Folder.join(path, name)))
      } catch PlanError.noTable {
        strangers.append(name)
      }
    }
    if inputs.isEmpty { throw .noTable(path: path, found: names) }
    inputs[0].strangers = strangers
    return inputs
  }

  private static func workbook(_ path: String) throws(PlanError) -> PlanInput {
    let book = try sheets { () throws(SheetError) in try Workbook(contentsOf: path) }
    let name = Folder.lastName(of: path)
    var mapping: Mapping?
    let beside = Folder.join(Folder.parent(of: path), Mapping.fileName)
    if FileBytes.exists(beside) {
      let found = try Mapping(contentsOf: beside)
      // A mapping that names only other files is not meant for this one.
      if found.files.isEmpty || found.files.contains(name) { mapping = found }
    }
    if mapping == nil, !book.sheets.contains(where: { Table(sheetNamed: $0.name) != nil }) {
      throw .noTable(path: path, found: book.sheets.map(\.name))
    }
    return PlanInput(
      stem: Folder.stem(of: path), path: path, sheets: book.sheets, mapping: mapping)
  }

  /// The plan of a folder that has a mapping or a table; nil for any other folder.
  private static func planFolder(_ path: String) throws(PlanError) -> PlanInput? {
    let names = try sheets { () throws(SheetError) in try Folder.names(in: path) }
    if names.contains(Mapping.fileName) { return try mappedFolder(path, names) }
    let texts = names.filter { $0.lowercased().hasSuffix(".csv") }
    guard texts.contains(where: { Table(sheetNamed: Folder.stem(of: $0)) != nil }) else {
      return nil
    }
    let book = try sheets { () throws(SheetError) in try Workbook(folder: path) }
    return PlanInput(
      stem: Folder.lastName(of: path), path: path, sheets: book.sheets, mapping: nil,
      passedOver: names.filter { Folder.isWorkbook($0) })
  }

  private static func mappedFolder(
    _ path: String, _ names: [String]
  ) throws(PlanError) -> PlanInput {
    let mapping = try Mapping(contentsOf: Folder.join(path, Mapping.fileName))
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
    var found: [Sheet] = []
    for file in files {
      found += try sheets { () throws(SheetError) in
        try Workbook(contentsOf: Folder.join(path, file)).sheets
      }
    }
    if found.isEmpty { throw .noTable(path: path, found: names) }
    return PlanInput(
      stem: Folder.lastName(of: path), path: path, sheets: found, mapping: mapping)
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
}
