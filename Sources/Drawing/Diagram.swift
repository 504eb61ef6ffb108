/// What is drawn on one sheet: columns of nodes from left to right, and lines between them.
public struct Diagram: Sendable, Equatable {
  /// How a node looks.
  public enum Shape: Sendable, Equatable {
    case fund
    case activity
    case mechanism
    case issue
    case leader
    case organisation
    case place
    /// Something that is offered or needed.
    case offer
    /// Several nodes that are counted instead of shown.
    case bundle
    /// That it goes on on another sheet.
    case continuation
  }

  /// A node.
  public struct Node: Sendable, Equatable {
    /// The id within the diagram.
    public let id: String
    /// The text, whole; lines are broken when it is drawn.
    public let label: String
    /// A second text below, in a line of its own.
    public let detail: String?
    /// How it looks.
    public let shape: Shape

    /// A node of a label and shape.
    public init(id: String, label: String, detail: String? = nil, shape: Shape) {
      self.id = id
      self.label = label
      self.detail = detail
      self.shape = shape
    }
  }

  /// How a line looks.
  public enum Line: Sendable, Equatable {
    /// A tie of a fund.
    case tie
    /// A tie that reads the same from both ends.
    case plain
    /// A tie of a mechanism.
    case support
    /// A link that is proposed.
    case opportunity
    /// A link that a meeting has agreed on and that is not there yet.
    case planned
    /// That more ties lead to another sheet.
    case continued
  }

  /// A line from a node to one further right.
  public struct Edge: Sendable, Equatable {
    /// The id within the diagram.
    public let id: String
    /// The node at the left.
    public let from: String
    /// The node at the right.
    public let to: String
    /// How it looks.
    public let line: Line
    /// The numbers in the meeting's tables of what it proposes; they begin its text.
    public let numbers: [Int]
    /// What each of the numbers begins with, which tells of which table they are.
    public let letter: String
    /// The text on the line, if any; a new line begins where it says so.
    public let label: String?
    /// How many ties it stands for.
    public let weight: Int

    /// A line between two nodes.
    public init(
      id: String, from: String, to: String, line: Line, numbers: [Int] = [],
      letter: String = "", label: String? = nil, weight: Int = 1
    ) {
      self.id = id
      self.from = from
      self.to = to
      self.line = line
      self.numbers = numbers
      self.letter = letter
      let list =
        numbers.isEmpty
        ? nil
        : numbers.map { letter + String($0) }.joined(separator: letter.isEmpty ? ", " : " ")
      let parts = [list, label].compactMap(\.self)
      self.label = parts.isEmpty ? nil : parts.joined(separator: " · ")
      self.weight = weight
    }
  }

  /// Which of several sheets it is.
  public struct Number: Sendable, Equatable {
    /// The number, from 1.
    public let number: Int
    /// How many sheets there are.
    public let count: Int
    /// That as text: `แผ่น 2 จาก 5`.
    public let text: String
  }

  /// The key: a word without blanks that files and ids are named after.
  public internal(set) var key: String
  /// A word or two that tell it from the other diagrams.
  public let name: String
  /// The question that the diagram answers.
  public let title: String
  /// Plan, place and year.
  public let subtitle: String
  /// Which of several sheets it is; nil where it is the only one.
  public internal(set) var sheet: Number?
  /// The columns, left to right.
  public let columns: [[Node]]
  /// The lines.
  public let edges: [Edge]
  /// Characters in a line of a node's label.
  public private(set) var labelWidth: Int
  /// What the shapes and lines mean, drawn as a small example.
  public let legend: Legend
  /// How the nodes are arranged.
  public let arrangement: Arrangement

  /// How nodes are arranged.
  public enum Arrangement: Sendable, Equatable {
    /// In their columns, from left to right.
    case columns
    /// As their lines ask; the columns mean nothing.
    case network
  }

  /// The words of the legend; the shapes at left, middle and right are those of the columns.
  public struct Legend: Sendable, Equatable {
    /// The heading.
    public let title: String
    /// What stands in the columns, each with its shape.
    public let columns: [Node]
    /// What the kinds of lines between the columns mean.
    public let edges: [Edge]

    /// A legend of example nodes and lines.
    public init(title: String, columns: [Node], edges: [Edge]) {
      self.title = title
      self.columns = columns
      self.edges = edges
    }
  }

  /// A diagram of its parts.
  public init(
    key: String, name: String, title: String, subtitle: String, columns: [[Node]], edges: [Edge],
    labelWidth: Int = 26, legend: Legend, arrangement: Arrangement = .columns
  ) {
    self.key = key
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.columns = columns
    self.edges = edges
    self.labelWidth = labelWidth
    self.legend = legend
    self.arrangement = arrangement
  }

  /// The same with lines of labels of at most so many letters.
  public func withLabels(ofWidth width: Int) -> Diagram {
    var diagram = self
    diagram.labelWidth = min(width, labelWidth)
    return diagram
  }
}
