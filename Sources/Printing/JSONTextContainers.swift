/// The containers through which values come to a `JSONText`.
///
/// No document nests containers by hand, so that none are nested here.
struct JSONTextObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: JSONTextEncoder

  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil(forKey key: Key) throws {
    encoder.add(key) { text, _ in text.appendNull() }
  }

  mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try encoder.add(key) { text, depth in try text.append(value, depth: depth) }
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { preconditionFailure("no document nests containers") }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("no document nests containers")
  }

  mutating func superEncoder() -> any Encoder { encoder }

  mutating func superEncoder(forKey key: Key) -> any Encoder { encoder }
}

/// The elements of a list.
struct JSONTextList: UnkeyedEncodingContainer {
  let encoder: JSONTextEncoder

  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.count }

  mutating func encodeNil() throws { encoder.addElement { text, _ in text.appendNull() } }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    try encoder.addElement { text, depth in try text.append(value, depth: depth) }
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { preconditionFailure("no document nests containers") }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("no document nests containers")
  }

  mutating func superEncoder() -> any Encoder { encoder }
}

/// A value that is neither an object nor a list.
struct JSONTextValue: SingleValueEncodingContainer {
  let encoder: JSONTextEncoder

  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() throws { encoder.addValue { text, _ in text.appendNull() } }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    try encoder.addValue { text, depth in try text.append(value, depth: depth) }
  }
}
