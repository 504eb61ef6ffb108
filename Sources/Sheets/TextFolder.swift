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
    let parent = Folder.parent(of: folder)
    let beside = Folder.join(parent, ".\(Folder.lastName(of: folder)).\(FileBytes.processSuffix)")
    do throws(SheetError) {
      try Folder.create(beside)
      var taken: Set<String> = []
      let names = sheets.map { fileName($0.name, taken: &taken) }
      for (name, sheet) in zip(names, sheets) {
        try FileBytes.write(CSV.bytes(of: sheet.rows), to: Folder.join(beside, name))
      }
      try Folder.create(folder)
      for name in names {
        try FileBytes.move(Folder.join(beside, name), to: Folder.join(folder, name))
      }
      Folder.remove(beside)
    } catch {
      Folder.remove(beside)
      throw error.naming(folder, insteadOf: beside)
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
