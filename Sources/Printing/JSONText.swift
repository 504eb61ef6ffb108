/// A JSON document as it is written: in lines, keys sorted, slashes as they are.
///
/// The bytes are those of Foundation's encoder with `prettyPrinted`, `sortedKeys` and
/// `withoutEscapingSlashes`, written straight into one buffer: a country's leaders would else be put
/// together as a tree of objects first.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  /// The document of a value.
  init(_ value: some Encodable) throws {
    try append(value, depth: 0)
  }

  /// Adds a value; where it encodes nothing, an empty object.
  mutating func append(_ value: some Encodable, depth: Int) throws {
    if appendPlain(value) || appendNodes(value, depth: depth) { return }
    let encoder = JSONTextEncoder(bytes, depth: depth)
    bytes = []
    try value.encode(to: encoder)
    bytes = encoder.finished()
  }

  /// Adds what needs no container, and nodes, of which there are most; false where the value is another.
  private mutating func appendPlain<Value: Encodable>(_ value: Value) -> Bool {
    // Types are compared first: to try a cast costs more than to write a word.
    if Value.self == String.self, let value = value as? String {
      append(value)
    } else if Value.self == Int.self, let value = value as? Int {
      append(value)
    } else if Value.self == Double.self, let value = value as? Double {
      append(value)
    } else if Value.self == Bool.self, let value = value as? Bool {
      append(value)
    } else {
      return false
    }
    return true
  }

  /// Adds nodes, of which there are most by far; false where the value is none.
  private mutating func appendNodes<Value: Encodable>(_ value: Value, depth: Int) -> Bool {
    if Value.self == NodeDocument.self, let node = value as? NodeDocument {
      append(node, depth: depth)
    } else if Value.self == [NodeDocument].self, let nodes = value as? [NodeDocument] {
      for (place, node) in nodes.enumerated() {
        appendElementStart(isFirst: place == 0, depth: depth + 1)
        append(node, depth: depth + 1)
      }
      appendListEnd(isEmpty: nodes.isEmpty, depth: depth)
    } else {
      return false
    }
    return true
  }

  private mutating func append(_ node: NodeDocument, depth: Int) {
    var separator = UInt8(ascii: "{")
    for (key, text) in [("id", node.id), ("kind", node.kind), ("name", node.name)] {
      bytes.append(separator)
      appendLine(depth: depth + 1)
      append(key)
      appendKeyEnd()
      append(text)
      separator = UInt8(ascii: ",")
    }
    appendLine(depth: depth)
    bytes.append(UInt8(ascii: "}"))
  }

  init(continuing bytes: [UInt8]) { self.bytes = bytes }

  mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { append(escaping: $0) }
    if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { append(escaping: $0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (place, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
      bytes.append(contentsOf: Self.escape(byte).utf8)
      start = place + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case 0x22: "\\\""
    case 0x5C: "\\\\"
    case 0x08: "\\b"
    case 0x0C: "\\f"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    case 0x09: "\\t"
    default: "\\u00" + (byte < 0x10 ? "0" : "1") + String(byte & 0xF, radix: 16)
    }
  }

  mutating func append(_ number: some FixedWidthInteger) {
    bytes.append(contentsOf: number.description.utf8)
  }

  mutating func append(_ number: Double) {
    guard number.isFinite else {
      return append(number.isNaN ? "nan" : number > 0 ? "inf" : "-inf")
    }
    let text = number.description
    bytes.append(contentsOf: text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...])
  }

  mutating func append(_ value: Bool) {
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  mutating func appendNull() { bytes.append(contentsOf: "null".utf8) }

  mutating func appendLine(depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}

/// Takes what one value encodes, into the document's buffer.
final class JSONTextEncoder: Encoder {
  private enum Shape { case none, single, list, object }

  private struct Entry {
    let key: String
    let range: Range<Int>
  }

  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  private var text: JSONText
  private let start: Int
  private let depth: Int
  private var shape = Shape.none
  private(set) var count = 0
  private var entries: [Entry] = []

  init(_ bytes: consuming [UInt8], depth: Int) {
    start = bytes.count
    text = JSONText(continuing: bytes)
    self.depth = depth
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    shape = .object
    return KeyedEncodingContainer(JSONTextObject<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    shape = .list
    return JSONTextList(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    shape = .single
    return JSONTextValue(encoder: self)
  }

  /// Adds an element of a list.
  func addElement(_ write: (inout JSONText, Int) throws -> Void) rethrows {
    text.appendElementStart(isFirst: count == 0, depth: depth + 1)
    try write(&text, depth + 1)
    count += 1
  }

  /// Adds a value under a key.
  func add(_ key: some CodingKey, _ write: (inout JSONText, Int) throws -> Void) rethrows {
    let begin = text.bytes.count
    text.appendLine(depth: depth + 1)
    text.append(key.stringValue)
    text.appendKeyEnd()
    try write(&text, depth + 1)
    entries.append(Entry(key: key.stringValue, range: begin..<text.bytes.count))
  }

  /// Adds the one value.
  func addValue(_ write: (inout JSONText, Int) throws -> Void) rethrows {
    try write(&text, depth)
    count += 1
  }

  /// The buffer with the value at its end.
  func finished() -> [UInt8] {
    switch shape {
    case .single: break
    case .list: text.appendListEnd(isEmpty: count == 0, depth: depth)
    case .none, .object: finishObject()
    }
    return text.bytes
  }

  /// Puts the entries in the order of their keys.
  private func finishObject() {
    entries.sort { $0.key < $1.key }
    text.rewriteObject(from: start, entries.map(\.range), depth: depth)
  }
}

extension JSONText {
  mutating func appendElementStart(isFirst: Bool, depth: Int) {
    bytes.append(UInt8(ascii: isFirst ? "[" : ","))
    appendLine(depth: depth)
  }

  mutating func appendListEnd(isEmpty: Bool, depth: Int) {
    if isEmpty { bytes.append(contentsOf: "[\n".utf8) }
    appendLine(depth: depth)
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func appendKeyEnd() { bytes.append(contentsOf: " : ".utf8) }

  /// Makes an object of entries that stand at the end of the buffer, in some order.
  mutating func rewriteObject(from start: Int, _ entries: [Range<Int>], depth: Int) {
    var object: [UInt8] = [UInt8(ascii: "{")]
    object.reserveCapacity(bytes.count - start + entries.count + 2 * depth + 4)
    for (place, entry) in entries.enumerated() {
      if place > 0 { object.append(UInt8(ascii: ",")) }
      object.append(contentsOf: bytes[entry])
    }
    if entries.isEmpty { object.append(UInt8(ascii: "\n")) }
    bytes.removeSubrange(start...)
    bytes.append(contentsOf: object)
    appendLine(depth: depth)
    bytes.append(UInt8(ascii: "}"))
  }
}
