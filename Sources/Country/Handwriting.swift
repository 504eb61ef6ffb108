import Graphs
import Plans

/// How one planner types numbers, years and what is not known.
struct Handwriting {
  let unknown: String
  /// Whether activities name their leaders rather than give their ids.
  let namesLeaders: Bool
  private let usesThaiDigits: Bool
  private let usesUnits: Bool
  private let usesSeparators: Bool

  init(_ chance: inout Chance) {
    unknown = ["-", "–", ""][chance.count([75, 10, 15])]
    namesLeaders = chance.occurs(0.3)
    usesThaiDigits = chance.occurs(0.05)
    usesUnits = chance.occurs(0.25)
    usesSeparators = chance.occurs(0.85)
  }

  /// An amount of money, rounded as people round it.
  func money(_ amount: Double) -> String {
    let rounded = amount >= 10_000 ? (amount / 500).rounded() * 500 : (amount / 50).rounded() * 50
    return count(Int(rounded), "บาท")
  }

  /// A number with its unit, if this planner writes units.
  func count(_ number: Int, _ unit: String) -> String {
    digits(usesSeparators ? separated(number) : String(number)) + (usesUnits ? " " + unit : "")
  }

  /// A year of the Buddhist Era.
  func year(_ year: Int) -> String { digits(String(year)) }

  private func separated(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  private func digits(_ text: String) -> String {
    guard usesThaiDigits else { return text }
    let thai = text.unicodeScalars.map { scalar in
      ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value - 0x30 + 0x0E50) ?? scalar : scalar
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: thai)
    return String(view)
  }
}

/// Cells that refer to rows.
extension TambonTables {
  func id(_ kind: NodeKind, _ row: Int) -> String {
    let letter =
      switch kind {
      case .place: "V"
      case .activity: "A"
      case .leader: "L"
      case .organisation: "O"
      case .fund: "F"
      default: "M"
      }
    return letter + (row < 9 ? "0" : "") + String(row + 1)
  }

  func ids(_ kind: NodeKind, _ rows: [Int]) -> String { joined(rows.map { id(kind, $0) }) }

  func issueCell(_ issues: [Int]) -> String { joined(issues.map { spellings[$0] }) }

  func joined(_ values: [String]) -> String {
    values.isEmpty ? hand.unknown : values.joined(separator: ";")
  }
}
