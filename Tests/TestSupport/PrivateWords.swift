import Glibc
import Plans
import Sheets

/// Words of a plan that no one but its officer may see, and the search for them.
public enum PrivateWords {
  /// Names of leaders without consent, whole and the family name alone, and all phone numbers.
  public static func of(_ folder: String) throws -> [String] {
    var words: [String] = []
    for sheet in try Workbook(folder: folder).sheets where Table(sheetNamed: sheet.name) == .leaders
    {
      let columns = (0..<sheet.columnCount).map { Table.leaders.column(headed: sheet[0, $0].text) }
      for row in 1..<sheet.rowCount {
        func text(_ column: Column) -> String {
          columns.firstIndex(of: column).map { sheet[row, $0].text } ?? ""
        }
        if text(.consent) != "ใช่" {
          words += [text(.name)] + text(.name).split(separator: " ").dropFirst().map(String.init)
        }
        if text(.phone) != "-" { words += [text(.phone), text(.phone).filter(\.isNumber)] }
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// Those of the words that occur in a text, be it as it is or torn apart by marks and new lines.
  public static func found(_ words: [String], in text: [UInt8]) -> [String] {
    let (plain, joined) = (text.filter { $0 != 0 } + [0], bare(text) + [0])
    return words.filter { word in
      let bytes = Array(word.utf8)
      return contains(plain, bytes + [0]) || contains(joined, bare(bytes) + [0])
    }
  }

  /// The text without tags, white space and the line ends of DOT (`\n`, `\l`).
  private static func bare(_ text: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: text.count) { kept, count in
      text.withUnsafeBufferPointer { text in
        var (isTag, isEscape) = (false, false)
        for byte in text {
          if isEscape {
            isEscape = false
          } else if byte == 0x5C {
            isEscape = true
          } else if byte == 0x3C || byte == 0x3E {
            isTag = byte == 0x3C
          } else if !isTag, byte > 0x20 {
            kept[count] = byte
            count += 1
          }
        }
      }
    }
  }

  /// Whether a text holds a word; both end in a zero byte.
  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    text.withUnsafeBytes { text in
      word.withUnsafeBytes { word in
        guard let text = text.bindMemory(to: CChar.self).baseAddress,
          let word = word.bindMemory(to: CChar.self).baseAddress
        else { return false }
        return strstr(text, word) != nil
      }
    }
  }
}

extension TemporaryFolder {
  /// The text of all cells of a workbook of the folder, each on a line.
  public func cells(_ name: String) throws -> String {
    try Workbook(contentsOf: file(name)).sheets.map { sheet in
      (0..<sheet.rowCount).flatMap { sheet.row($0).map(\.text) }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
