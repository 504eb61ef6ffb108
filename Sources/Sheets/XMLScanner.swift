import CExpat
import Glibc

/// What one part of a workbook does with the events of its XML; subclasses take what they need.
class XMLHandler {
  /// Set by a subclass to end the scan with an error.
  final var failure: SheetError? {
    didSet { if failure != nil, let parser { XML_StopParser(parser, XML_Bool(XML_FALSE)) } }
  }
  /// What is being scanned, and by what.
  fileprivate final var place = (path: "", part: "")
  fileprivate final var parser: XML_Parser?
  fileprivate final var depth = 0

  /// An element begins; `name` comes without its namespace's prefix.
  func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {}
  /// An element ends.
  func end(_ name: UnsafePointer<CChar>) {}
  /// A piece of text; one text may come in several pieces.
  func text(_ bytes: UnsafeRawBufferPointer) {}

  /// Whether an element bears a name.
  final func isNamed(_ name: UnsafePointer<CChar>, _ expected: StaticString) -> Bool {
    expected.utf8Start.withMemoryRebound(to: CChar.self, capacity: expected.utf8CodeUnitCount + 1) {
      strcmp(name, $0) == 0
    }
  }
}

/// The attributes of one element: alternately names and values, ended by a null.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute; a prefix (`r:id`) belongs to its name.
  func pointer(_ name: String) -> UnsafePointer<CChar>? {
    guard let pairs else { return nil }
    var index = 0
    while let key = pairs[index] {
      if strcmp(key, name) == 0 { return pairs[index + 1] }
      index += 2
    }
    return nil
  }

  subscript(name: String) -> String? {
    pointer(name).map { String(cString: $0) }
  }

  /// Calls `take` with every name and value.
  func visit(_ take: (_ key: UnsafePointer<CChar>, _ value: UnsafePointer<CChar>) -> Void) {
    guard let pairs else { return }
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      take(key, value)
      index += 2
    }
  }

  /// A whole number of digits only.
  func integer(_ name: String) -> Int? { pointer(name).flatMap { Self.integer($0) } }

  /// A value of up to nine digits as a number.
  static func integer(_ value: UnsafePointer<CChar>) -> Int? {
    var number = 0
    var index = 0
    while case let byte = UInt8(bitPattern: value[index]), byte != 0 {
      guard (0x30...0x39).contains(byte), index < 9 else { return nil }
      number = number * 10 + Int(byte & 0xF)
      index += 1
    }
    return index > 0 ? number : nil
  }

  /// Whether a truth value is there and true; XML Schema writes it in two ways.
  func isTrue(_ name: String) -> Bool {
    guard let value = pointer(name) else { return false }
    return strcmp(value, "1") == 0 || strcmp(value, "true") == 0
  }
}

/// Reads one part of an archive through expat.
enum XMLScanner {
  /// Elements within elements: workbooks nest about ten deep.
  static let depthLimit = 100

  static func scan(
    _ part: String, of archive: inout ZipArchive, path: String, with handler: XMLHandler
  ) throws(SheetError) {
    guard let parser = XML_ParserCreate(nil) else { throw .damaged(path: path, part: part) }
    defer { XML_ParserFree(parser) }
    handler.place = (path, part)
    handler.parser = parser
    defer { handler.parser = nil }
    XML_SetUserData(parser, Unmanaged.passUnretained(handler).toOpaque())
    XML_SetElementHandler(parser, startElement, endElement)
    XML_SetCharacterDataHandler(parser, takeText)
    XML_SetStartDoctypeDeclHandler(parser, refuseDocumentType)
    try archive.read(part) { (chunk) throws(SheetError) in
      let status = XML_Parse(
        parser, chunk.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(chunk.count), 0)
      if let failure = handler.failure { throw failure }
      guard status == XML_STATUS_OK else { throw .damaged(path: path, part: part) }
    }
    let status = XML_Parse(parser, nil, 0, 1)
    if let failure = handler.failure { throw failure }
    guard status == XML_STATUS_OK else {
      throw .damaged(path: path, part: part)
    }
    withExtendedLifetime(handler) {}
  }
}

/// Lends the handler that a scan was begun with, without counting the reference on every event.
private func withHandler(_ pointer: UnsafeMutableRawPointer?, _ body: (XMLHandler) -> Void) {
  guard let pointer else { return }
  Unmanaged<XMLHandler>.fromOpaque(pointer)._withUnsafeGuaranteedRef(body)
}

private func localName(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
  strchr(name, 0x3A).map { UnsafePointer($0 + 1) } ?? name
}

private func startElement(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let name else { return }
  withHandler(context) { handler in
    handler.depth += 1
    if handler.depth > XMLScanner.depthLimit {
      handler.failure = .damaged(path: handler.place.path, part: handler.place.part)
    } else {
      handler.start(localName(name), XMLAttributes(pairs: attributes))
    }
  }
}

private func endElement(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let name else { return }
  withHandler(context) { handler in
    handler.depth -= 1
    handler.end(localName(name))
  }
}

private func takeText(
  _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32
) {
  withHandler(context) { $0.text(UnsafeRawBufferPointer(start: text, count: Int(count))) }
}

private func refuseDocumentType(
  _ context: UnsafeMutableRawPointer?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?,
  _: UnsafePointer<CChar>?, _: Int32
) {
  withHandler(context) { handler in
    handler.failure = .documentType(path: handler.place.path, part: handler.place.part)
  }
}
