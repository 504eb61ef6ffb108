import Printing

/// Prints one JSON document, and nothing else, on standard output.
func printJSON(_ value: some Encodable) throws {
  print(String(decoding: try JSONDocument.bytes(value), as: UTF8.self))
}
