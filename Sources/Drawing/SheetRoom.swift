// How much finds room on a sheet, and how what does not goes on on others.

import Words

extension Diagram {
  /// Nodes on a sheet at most; the legend does not count.
  public static let nodeLimit = 30

  /// How many nodes there are on the sheet, the legend left out.
  public var nodeCount: Int { columns.reduce(0) { $0 + $1.count } }

  /// How many nodes each column may have, so that no column has more than the limit and the sheet not
  /// more than all that a sheet may have; columns that want less leave their room to the others.
  ///
  /// - Parameters:
  ///   - wanted: How many nodes each column would have.
  ///   - limit: Nodes in a column at most; below 2 it counts as 2, a node and the count of the rest.
  ///   - more: By column how many more than that, where its nodes are flat; none where it is empty.
  /// - Complexity: O(columns · nodes that are too many).
  static func rooms(_ wanted: [Int], limit: Int, more: [Int] = []) -> [Int] {
    var rooms = wanted.enumerated().map { column, count in
      min(count, max(2, limit) + (column < more.count ? more[column] : 0), nodeLimit)
    }
    while rooms.reduce(0, +) > nodeLimit,
      let widest = rooms.indices.max(by: { (rooms[$0], $1) < (rooms[$1], $0) }), rooms[widest] > 2
    {
      rooms[widest] -= 1
    }
    return rooms
  }
}

/// Shares things out over sheets: on each what still finds room, in their order, the rest on the next.
///
/// - Parameters:
///   - items: The things, the most important first.
///   - rooms: How many nodes each column has room for.
///   - ends: The nodes that a thing needs in each column; those that are there already take no room.
/// - Returns: The things of each sheet; none of it empty, and each thing once. A thing that finds no
///   room on an empty sheet has one of its own.
/// - Complexity: O(sheets · items · nodes of an item).
func sharedOut<Item, ID: Hashable>(
  _ items: [Item], rooms: [Int], _ ends: (Item) -> [[ID]]
) -> [[Item]] {
  var sheets: [[Item]] = []
  var rest = items
  while !rest.isEmpty {
    var columns = rooms.map { _ in Set<ID>() }
    var (taken, left): ([Item], [Item]) = ([], [])
    for item in rest {
      let grown = zip(columns, ends(item)).map { $0.union($1) }
      if taken.isEmpty || zip(grown, rooms).allSatisfy({ $0.count <= $1 }) {
        columns = grown
        taken.append(item)
      } else {
        left.append(item)
      }
    }
    sheets.append(taken)
    rest = left
  }
  return sheets
}

/// A sheet that may be one of several.
protocol NumberedSheet {
  /// The word that files are named after.
  var key: String { get set }
  /// Which of several sheets it is.
  var sheet: Diagram.Number? { get set }
}

extension Diagram: NumberedSheet {}
extension ChartSheet: NumberedSheet {}

extension Array where Element: NumberedSheet {
  /// The sheets numbered as those of one series, where there are several.
  func numbered(_ language: Language) -> [Element] {
    guard count > 1 else { return self }
    return enumerated().map { index, sheet in
      var sheet = sheet
      sheet.key += "-\(index + 1)"
      sheet.sheet = language.sheetNumber(index + 1, of: count)
      return sheet
    }
  }
}

extension Language {
  /// Which of several sheets one is.
  func sheetNumber(_ number: Int, of count: Int) -> Diagram.Number {
    Diagram.Number(
      number: number, count: count,
      text: pick("แผ่น \(number) จาก \(count)", "sheet \(number) of \(count)"))
  }

  /// That a sheet goes on on another.
  func continued(onSheet number: Int) -> String {
    pick("ต่อแผ่นที่ \(number)", "continued on sheet \(number)")
  }
}
