/// Sheets written as a folder of CSV files, one each.
public enum TextFolder {
  /// Writes the sheets into a folder beside first, and then moves every file to its place.
  ///
  /// Files of other names that stand in the folder stay.
  ///
  /// - Parameter sheets: Names, of which file names are made, and rows of text.
  public static func write(
    _ sheets: [(name: String, rows: [[String]])], to folder: String
  ) throws(SheetError) {
    try WholeFolder.fill(folder) { (beside) throws(SheetError) in
      var taken: Set<String> = []
      let names = sheets.map { fileName($0.name, taken: &taken) }
      for (name, sheet) in zip(names, sheets) {
        try FileBytes.write(CSV.bytes(of: sheet.rows), to: Folder.join(beside, name))
      }
      return (names, ())
    }
  }

  /// A file's name that every system takes, none twice; a sheet's name is never a path.
  private static func fileName(_ name: String, taken: inout Set<String>) -> String {
    var cleaned = String(
      name.map { "/\\:*?\"<>|".contains($0) || $0.isNewline || $0 == "\0" ? "_" : $0 })
    while cleaned.hasPrefix(".") || cleaned.hasPrefix("~") { cleaned.removeFirst() }
    while cleaned.utf8.count > 200 { cleaned.removeLast() }
    if cleaned.isEmpty { cleaned = "Sheet" }
    var count = 1
    while !taken.insert((count == 1 ? cleaned : "\(cleaned) \(count)").lowercased()).inserted {
      count += 1
    }
    return (count == 1 ? cleaned : "\(cleaned) \(count)") + ".csv"
  }
}
