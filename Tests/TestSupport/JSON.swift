import FoundationEssentials

/// A JSON document, to look into.
public enum JSON: Decodable, Sendable, Equatable {
  case object([String: JSON])
  case array([JSON])
  case string(String)
  case number(Double)
  case flag(Bool)
  case null

  /// Reads a text that is one JSON document and nothing else.
  public init(text: String) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  /// Reads any value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let items = try? container.decode([JSON].self) {
      self = .array(items)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// The value of a key; nil where there is no such key, or this is no object.
  public subscript(key: String) -> JSON? {
    if case .object(let values) = self { values[key] } else { nil }
  }

  /// The keys of an object.
  public var keys: Set<String> {
    if case .object(let values) = self { Set(values.keys) } else { [] }
  }

  /// The items of an array.
  public var items: [JSON] { if case .array(let items) = self { items } else { [] } }

  /// The text of a string.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The number.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
}
