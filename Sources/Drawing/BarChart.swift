/// Horizontal bars of shares, in black, grey and hatching, so that they survive a copier.
public struct BarChart: Sendable, Equatable {
  /// How a part of a bar is filled.
  public enum Fill: Sendable, Equatable {
    case black
    case grey
    case hatched
    case white
  }

  /// A part of a bar; parts follow one another.
  public struct Part: Sendable, Equatable {
    /// The share of the whole width, 0 to 1.
    public let share: Double
    /// How it is filled.
    public let fill: Fill

    /// A part of a share.
    public init(_ share: Double, _ fill: Fill) {
      self.share = share
      self.fill = fill
    }
  }

  /// A bar with the words beside it.
  public struct Bar: Sendable, Equatable {
    /// Its parts; none where nothing is known.
    public let parts: [Part]
    /// What stands at its end: the figure, or that it is not known.
    public let text: String

    /// A bar of parts.
    public init(_ parts: [Part], _ text: String) {
      self.parts = parts
      self.text = text
    }
  }

  /// A label and its bars, one below the other; without bars it heads the rows below it.
  public struct Row: Sendable, Equatable {
    /// What the bars are of.
    public let label: String
    /// The bars.
    public let bars: [Bar]

    /// A row of bars.
    public init(_ label: String, _ bars: [Bar]) {
      self.label = label
      self.bars = bars
    }
  }

  /// What a fill means.
  public struct Key: Sendable, Equatable {
    /// The fill.
    public let fill: Fill
    /// What it means.
    public let text: String

    /// A fill and what it means.
    public init(_ fill: Fill, _ text: String) {
      self.fill = fill
      self.text = text
    }
  }

  /// What stands above it.
  public let title: String
  /// The rows, from top to bottom.
  public let rows: [Row]
  /// What the fills mean.
  public let keys: [Key]

  /// A chart of rows.
  public init(title: String, rows: [Row], keys: [Key]) {
    self.title = title
    self.rows = rows
    self.keys = keys
  }
}
