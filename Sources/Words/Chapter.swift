/// A finding in words and tables, as booklet, workbook and page show it alike.
public struct Chapter: Sendable, Equatable {
  /// What stands in a cell of a table.
  public enum Value: Sendable, Equatable {
    /// A text.
    case text(String)
    /// A number, and how many places after the point are shown.
    case number(Double, places: Int)
    /// A share between 0 and 1, shown in percent.
    case share(Double)
    /// What the plan does not say: never a zero, never an empty cell.
    case unknown
    /// Nothing to be said.
    case empty
  }

  /// A column of a table.
  public struct Column: Sendable, Equatable {
    /// The heading.
    public let heading: String
    /// The width on paper, as a share of the widths of all columns.
    public let width: Double

    /// A column of a heading and a width beside those of the others.
    public init(_ heading: String, width: Double) {
      self.heading = heading
      self.width = width
    }
  }

  /// A table with headings.
  public struct Grid: Sendable, Equatable {
    /// What stands above it; also the name of its sheet in the workbook.
    public let title: String
    /// The columns, from left to right.
    public let columns: [Column]
    /// The rows, the most telling first; each has a value for each column.
    public let rows: [[Value]]
    /// Rows on paper at most; the workbook and the page show all, and the paper says so.
    ///
    /// With 0 the table is left to them; with `Int.max` the paper has all, on as many pages as it takes.
    public let paperLimit: Int

    /// A table of rows, the most telling first.
    public init(title: String, columns: [Column], rows: [[Value]], paperLimit: Int = 20) {
      self.title = title
      self.columns = columns
      self.rows = rows
      self.paperLimit = paperLimit
    }
  }

  /// A word without blanks that tells it from the other chapters.
  public let key: String
  /// Its name, two or three words.
  public let title: String
  /// The question that it answers at the meeting.
  public let question: String
  /// What is said before the tables, a sentence or two each.
  public let paragraphs: [String]
  /// The tables.
  public let grids: [Grid]
  /// What must be known to read it rightly, in small print below: the source of a method, its bounds.
  public let notes: [String]

  /// A chapter of its parts.
  public init(
    key: String, title: String, question: String, paragraphs: [String], grids: [Grid] = [],
    notes: [String] = []
  ) {
    self.key = key
    self.title = title
    self.question = question
    self.paragraphs = paragraphs
    self.grids = grids
    self.notes = notes
  }
}

extension Language {
  /// A value of a table as text; what is not known is said, and nothing is left empty by mistake.
  public func text(of value: Chapter.Value) -> String {
    switch value {
    case .text(let text): text
    case .number(let number, let places): self.number(number, places: places)
    case .share(let share): percent(share)
    case .unknown: pick("ไม่ทราบ", "unknown")
    case .empty: ""
    }
  }
}
