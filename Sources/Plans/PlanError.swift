public import Sheets

/// Why no plan could be read at all.
public enum PlanError: Error, Sendable, Hashable {
  /// A file could not be read.
  case sheet(SheetError)
  /// A folder or workbook without any table; `found` are the names that stand there.
  case noTable(path: String, found: [String])
  /// A folder that holds several workbooks, and no mapping that says which.
  case severalWorkbooks(path: String, found: [String])
  /// A workbook that holds only what meetings decided, and no plan beside it that it is about.
  case onlyDecisions(path: String)
  /// Two plans with one id; `paths` are the places of both.
  case samePlanTwice(id: String, paths: [String])
  /// A mapping that cannot be read as meant; `line` counts from 1.
  case mapping(path: String, line: Int?, problem: MappingProblem)
}

/// What is wrong in a mapping.
public enum MappingProblem: Sendable, Hashable {
  /// The file is no YAML; `reason` is the parser's word.
  case notYAML(reason: String)
  /// A key that means nothing here; `allowed` are those that do.
  case unknownKey(String, allowed: [String])
  /// A key whose value has the wrong shape; `expected` is an example of the right one.
  case wrongValue(key: String, expected: String)
  /// A key that is needed and not there.
  case missingKey(String, within: String)
  /// A table, link or `file` that names no file of the folder.
  case unknownFile(String, found: [String])
  /// A sheet that the workbook does not have.
  case unknownSheet(String, found: [String])
  /// A heading that the sheet does not have.
  case unknownHeading(String, found: [String])
  /// A name that is said to be the same as two others.
  case sameTwice(String, first: String, second: String)
  /// A word of the vocabulary that stands under two entries.
  case wordTwice(String, first: String)
  /// A part of the mapping that is written in one line, so that nothing can be added to it safely.
  case oneLine(key: String)
}
