/// A place in a sheet, written as people read it: `C12`.
public struct CellAddress: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The row, from 0.
  public let row: Int
  /// The column, from 0; nil where a whole row is meant.
  public let column: Int?

  /// The place at a row and column, both from 0.
  public init(row: Int, column: Int?) {
    self.row = row
    self.column = column
  }

  /// Reads an address such as `C12`; nil where the text is none.
  public init?(_ text: String) {
    var column = 0
    var row = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 20_000:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0 && row < 10_000_000:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// The address as shown, `C12`; for a whole row its number.
  public var description: String {
    guard let column else { return String(row + 1) }
    return CellAddress.letters(column) + String(row + 1)
  }

  /// The letters over a column, counted from 0: `A` to `Z`, then `AA`.
  public static func letters(_ column: Int) -> String {
    var letters: [Character] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))))
      rest = (rest - 1) / 26
    }
    return String(letters.reversed())
  }

  /// Row by row, a whole row before its cells.
  public static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.row, left.column ?? -1) < (right.row, right.column ?? -1)
  }
}
