import Words

/// A bar chart as a sheet of its own.
public struct ChartSheet: Sendable, Equatable {
  /// The key: a word without blanks that files are named after.
  public internal(set) var key: String
  /// A word or two that tell it from the other sheets.
  public let name: String
  /// Plan, place and year.
  public let subtitle: String
  /// Which of several sheets it is; nil where it is the only one.
  public internal(set) var sheet: Diagram.Number?
  /// The chart; its title is the question that the sheet answers.
  public let chart: BarChart

  /// The question that the sheet answers.
  public var title: String { chart.title }

  /// The rows of a chart on as many sheets as they need, about alike on each.
  ///
  /// - Parameter limit: Rows on a sheet at most; never more than nodes of a diagram.
  static func sheets(
    key: String, name: String, subtitle: String, _ chart: BarChart, limit: Int
  ) -> [ChartSheet] {
    let most = min(max(limit, 1), Diagram.nodeLimit)
    // As many sheets as it takes, each with its part: none with a bar or two that are left over.
    let count = max(1, (chart.rows.count + most - 1) / most)
    let room = max(1, (chart.rows.count + count - 1) / count)
    return stride(from: 0, to: chart.rows.count, by: room).map { first in
      let rows = Array(chart.rows[first..<min(first + room, chart.rows.count)])
      return ChartSheet(
        key: key, name: name, subtitle: subtitle,
        chart: BarChart(title: chart.title, rows: rows, keys: chart.keys))
    }
  }
}
