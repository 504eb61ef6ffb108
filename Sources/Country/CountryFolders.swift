import Glibc
import Plans

/// What cannot be written.
public struct CountryError: Error, CustomStringConvertible {
  /// The file or folder.
  public let path: String
  /// What the system says.
  public let reason: String

  /// The path and the reason.
  public var description: String { "\(path): \(reason)" }
}

extension Country {
  /// Writes each tambon as a plan: a folder of CSV named after its id.
  ///
  /// Folders of the same names are written over.
  ///
  /// - Throws: `CountryError` where a folder or file cannot be written.
  public func write(to folder: String) throws(CountryError) {
    try Self.makeFolder(folder)
    for index in 0..<tambonCount {
      let plan = folder + "/" + TambonTables.planID(index)
      try Self.makeFolder(plan)
      for table in tables(of: index) {
        try Self.write(Self.csv(table.rows), to: "\(plan)/\(table.table.thaiName).csv")
      }
    }
  }

  /// Writes all tambons as one folder of CSV, whose tables have a column for the plan.
  ///
  /// - Throws: `CountryError` where the folder or a file cannot be written.
  public func writeTogether(to folder: String) throws(CountryError) {
    try Self.makeFolder(folder)
    var texts: [Table: String] = [:]
    for index in 0..<tambonCount {
      for table in tables(of: index) {
        let rows = texts[table.table] == nil ? table.rows[...] : table.rows.dropFirst()
        texts[table.table, default: ""] += Self.csv(
          rows.map { row in
            guard table.table != .plan else { return row }
            return [row == table.rows[0] ? "แผน" : TambonTables.planID(index)] + row
          })
      }
    }
    for (table, text) in texts { try Self.write(text, to: "\(folder)/\(table.thaiName).csv") }
  }

  private func tables(of index: Int) -> [TextTable] {
    var tables = TambonTables(tambon(index), seed: seed)
    return tables.all()
  }

  private static func csv(_ rows: [[String]]) -> String {
    var text = ""
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column > 0 { text += "," }
        text += cell.utf8.contains(0x2C) ? "\"\(cell)\"" : cell
      }
      text += "\n"
    }
    return text
  }

  private static func makeFolder(_ path: String) throws(CountryError) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure(path) }
  }

  private static func write(_ text: String, to path: String) throws(CountryError) {
    guard let file = fopen(path, "w") else { throw failure(path) }
    var text = text
    let isWritten = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    guard fclose(file) == 0, isWritten else { throw failure(path) }
  }

  private static func failure(_ path: String) -> CountryError {
    CountryError(path: path, reason: String(cString: strerror(errno)))
  }
}
