import Country
import Plans
import Sheets

/// A synthetic country on disk; what stands there from a call before is used again.
struct CountryFiles {
  let tambons: Int
  /// One folder of CSV a tambon.
  let folders: String
  /// All tambons in one folder.
  let together: String

  /// Writes the country where it is not there.
  init(tambons: Int) throws {
    self.tambons = tambons
    let base = Folder.join(scratch, "country-\(tambons)")
    folders = Folder.join(base, "folders")
    together = Folder.join(base, "together")
    let done = Folder.join(base, "done")
    if FileBytes.exists(done) { return }
    try Folder.create(base)
    let country = Country(tambons: tambons, seed: 1)
    try country.write(to: folders)
    try country.writeTogether(to: together)
    try FileBytes.write(Array("\(tambons)".utf8), to: done)
  }

  /// Five of its tables as one workbook.
  func workbook() throws -> String {
    let path = Folder.join(Folder.parent(of: folders), "five.xlsx")
    if FileBytes.exists(path) { return path }
    let tables: [Table] = [.activities, .leaders, .organisations, .funds, .mechanisms]
    let sheets = try tables.map { table -> SheetDraft in
      let sheet = try Workbook(
        contentsOf: Folder.join(together, table.thaiName + ".csv")
      ).sheets[0]
      let rows = (0..<sheet.rowCount).map { Array(sheet.row($0)) }
      return SheetDraft(
        name: table.thaiName, columns: rows[0].map { SheetDraft.Column($0.text, width: 12) },
        rows: Array(rows.dropFirst()))
    }
    try XLSXWriter.write(sheets, to: path)
    return path
  }
}
