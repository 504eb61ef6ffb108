import Glibc
import Graphs

/// A model made ready to score many rows.
struct RowScorer: ~Copyable {
  private struct Column: BitwiseCopyable {
    let place: Int
    let weight: Double
    let scale: Double
    let standsAlone: Bool
  }

  /// How many columns the approach has.
  let width: Int
  private let table: FeatureTable
  private let columns: UnsafeMutableBufferPointer<Column>
  private var model: PathModel?
  private var isPlain = true

  init(_ table: FeatureTable) {
    self.table = table
    width = table.approach.metaPaths.count
    columns = .allocate(capacity: width)
  }

  deinit { columns.deallocate() }

  /// Scores by a model from now on.
  mutating func take(_ model: PathModel) {
    guard model != self.model else { return }
    self.model = model
    isPlain = model.isPlain
    for index in 0..<width {
      columns.initializeElement(
        at: index,
        to: Column(
          place: table.columns[index], weight: model.weights[index],
          scale: model.scales[index],
          standsAlone: table.approach.metaPaths[index].standsAlone))
    }
  }

  @inline(__always)
  private borrowing func value(_ column: Column, _ cells: UnsafePointer<PathCount>) -> Double {
    let weight = cells[column.place].weight
    if isPlain { return column.weight * weight }
    return weight > 0 ? column.weight * asinh(weight / column.scale) : 0
  }

  /// What speaks for the node whose cells these are.
  @inline(__always)
  borrowing func score(_ cells: UnsafePointer<PathCount>) -> Double {
    var score = 0.0
    for column in columns { score += value(column, cells) }
    return score
  }

  /// What the paths add to the score that are reason enough alone.
  borrowing func telling(_ cells: UnsafePointer<PathCount>) -> Double {
    var score = 0.0
    for column in columns where column.standsAlone { score += value(column, cells) }
    return score
  }

  /// Writes down what each column makes up of a score.
  @inline(__always)
  borrowing func share(
    _ score: Double, of cells: UnsafePointer<PathCount>, into shares: UnsafeMutablePointer<Float>
  ) {
    let scale = 1 / score
    for place in columns.indices { shares[place] = Float(value(columns[place], cells) * scale) }
  }
}
