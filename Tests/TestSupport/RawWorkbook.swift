/// A workbook written part by part, so that a test can say exactly what stands in it.
public struct RawWorkbook {
  /// What stands within `sheetData` of the one sheet, `แผ่น`.
  public var rows = ""
  /// What stands before `sheetData`: columns.
  public var columns = ""
  /// What stands behind `sheetData`: merges.
  public var merges = ""
  /// Where the sheet's part stands, beside the workbook's.
  public var sheetTarget = "worksheets/sheet1.xml"
  /// The sheet's `state`; shown where nil.
  public var state: String?
  /// The `si` elements of the shared strings; no such part where nil.
  public var sharedStrings: String?
  /// What stands within `styleSheet`; no such part where nil.
  public var styles: String?
  /// Whether days count from 1904.
  public var uses1904 = false
  /// What stands before the root element of a part, by the part's name.
  public var prologues: [String: String] = [:]
  /// Parts that are left out.
  public var missing: Set<String> = []

  /// A workbook of one sheet.
  ///
  /// - Parameter rows: What stands within its `sheetData`.
  public init(rows: String = "") { self.rows = rows }

  /// The workbook's bytes.
  public var bytes: [UInt8] {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var parts = [
      part(
        "xl/workbook.xml",
        """
        <workbook \(main) xmlns:r="\(office)"><workbookPr date1904="\(uses1904 ? 1 : 0)"/>\
        <sheets><sheet name="แผ่น" sheetId="1" r:id="rId1"\(state.map { " state=\"\($0)\"" } ?? "")/></sheets></workbook>
        """),
      part(
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships><Relationship Id="rId1" Type="\(office)/worksheet" \
        Target="\(sheetTarget)"/></Relationships>
        """),
    ]
    if let styles {
      parts.append(part("xl/styles.xml", "<styleSheet \(main)>\(styles)</styleSheet>"))
    }
    if let sharedStrings {
      parts.append(part("xl/sharedStrings.xml", "<sst \(main)>\(sharedStrings)</sst>"))
    }
    parts.append(
      part(
        "xl/worksheets/sheet1.xml",
        "<worksheet \(main)>\(columns)<sheetData>\(rows)</sheetData>\(merges)</worksheet>"))
    return StoredZip.bytes(parts.filter { !missing.contains($0.name) })
  }

  private func part(_ name: String, _ root: String) -> (name: String, text: String) {
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    return (name, declaration + (prologues[name] ?? "") + root)
  }
}
