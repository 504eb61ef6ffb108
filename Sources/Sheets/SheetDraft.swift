/// A sheet to be written: headings, rows, and how they look.
public struct SheetDraft: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// The heading in the first row.
    public let heading: String
    /// The width in characters.
    public let width: Double
    /// What the drop-down of the column's cells offers; none where empty.
    public let choices: [String]
    /// Where the words of the drop-down stand, such as `='รายการคำ'!$A$2:$A$20`; before `choices`.
    public let choicesRange: String?
    /// A note on the heading.
    public let note: String?

    /// A column of a heading and a width in characters.
    public init(
      _ heading: String, width: Double, choices: [String] = [], choicesRange: String? = nil,
      note: String? = nil
    ) {
      self.heading = heading
      self.width = width
      self.choices = choices
      self.choicesRange = choicesRange
      self.note = note
    }
  }

  /// A cell that is coloured and bears a note.
  public struct Mark: Sendable {
    /// How strong the colour is; the three are three greys on a copier.
    public enum Shade: Int, Sendable, CaseIterable {
      case strong
      case medium
      case light
    }

    /// The cell.
    public let address: CellAddress
    /// The colour.
    public let shade: Shade
    /// What the note says; none where empty.
    public let note: String

    /// A mark on a cell; one of a whole row stands in its first column.
    public init(_ address: CellAddress, _ shade: Shade, note: String) {
      self.address = address
      self.shade = shade
      self.note = note
    }
  }

  /// The sheet's name; shortened and cleaned as Excel demands when it is written.
  public let name: String
  /// The columns, left to right.
  public let columns: [Column]
  /// The rows under the headings; shorter ones are filled with empty cells.
  public let rows: [[Cell]]
  /// Whether the columns' headings stand in the first row; else the first of `rows` does.
  public let hasHeadings: Bool
  /// Merged ranges, and what is hidden.
  public let layout: SheetLayout
  /// Cells that are coloured and bear notes, each once.
  public let marks: [Mark]

  /// A sheet of columns and rows.
  public init(
    name: String, columns: [Column], rows: [[Cell]], hasHeadings: Bool = true,
    layout: SheetLayout = SheetLayout(), marks: [Mark] = []
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.hasHeadings = hasHeadings
    self.layout = layout
    self.marks = marks
  }
}
