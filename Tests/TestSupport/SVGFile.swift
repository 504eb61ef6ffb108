import CExpat

/// What another program reads in an SVG document: its elements, groups and texts.
public struct SVGFile {
  /// A rectangle, points from the upper left corner.
  public struct Box: Equatable, Sendable {
    /// The left side.
    public var left = Double.infinity
    /// The upper side.
    public var top = Double.infinity
    /// The right side.
    public var right = -Double.infinity
    /// The lower side.
    public var bottom = -Double.infinity

    /// Whether another shares more than so much of its width and height.
    public func overlaps(_ other: Box, by least: Double) -> Bool {
      min(right, other.right) - max(left, other.left) > least
        && min(bottom, other.bottom) - max(top, other.top) > least
    }
  }

  /// A line of text.
  public struct Text: Equatable, Sendable {
    /// What it says.
    public var content = ""
    /// The middle of its baseline.
    public var place = (x: 0.0, y: 0.0)
    /// The size of its letters.
    public var size = 0.0

    /// Two texts are the same where they say the same.
    public static func == (a: Text, b: Text) -> Bool { a.content == b.content }
  }

  /// A group of marks.
  public struct Group: Sendable {
    /// What kind of thing it shows.
    public var kind = ""
    /// Its id.
    public var id = ""
    /// Its title: what it says in full.
    public var title = ""
    /// The room of its outlines.
    public var box = Box()
    /// Its texts.
    public var texts: [Text] = []
  }

  /// The width, points.
  public fileprivate(set) var width = 0.0
  /// The height, points.
  public fileprivate(set) var height = 0.0
  /// The names of all elements.
  public fileprivate(set) var elements: Set<String> = []
  /// The names of all attributes.
  public fileprivate(set) var attributes: Set<String> = []
  /// The groups, from back to front.
  public fileprivate(set) var groups: [Group] = []
  /// The texts of all groups.
  public var texts: [Text] { groups.flatMap(\.texts) }

  /// Reads a document; nil where it is no sound XML.
  public init?(_ text: String) {
    let scan = SVGScan()
    guard let parser = XML_ParserCreate(nil) else { return nil }
    defer { XML_ParserFree(parser) }
    XML_SetUserData(parser, Unmanaged.passUnretained(scan).toOpaque())
    XML_SetElementHandler(
      parser, { SVGScan.of($0)?.start($1, $2) }, { context, name in SVGScan.of(context)?.end(name) }
    )
    XML_SetCharacterDataHandler(parser) { SVGScan.of($0)?.take($1, $2) }
    let utf8 = Array(text.utf8CString)
    guard XML_Parse(parser, utf8, Int32(utf8.count - 1), 1) == XML_STATUS_OK else { return nil }
    self = scan.file
  }

  fileprivate init() {}
}

/// What has been read so far.
private final class SVGScan {
  var file = SVGFile()
  private var isTitle = false
  private var isText = false

  static func of(_ context: UnsafeMutableRawPointer?) -> SVGScan? {
    context.map { Unmanaged<SVGScan>.fromOpaque($0).takeUnretainedValue() }
  }

  func start(
    _ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    let name = name.map { String(cString: $0) } ?? ""
    var values: [String: String] = [:]
    var index = 0
    while let pairs, let key = pairs[index], let value = pairs[index + 1] {
      values[String(cString: key)] = String(cString: value)
      index += 2
    }
    file.elements.insert(name)
    file.attributes.formUnion(values.keys)
    begin(name, values)
  }

  private func begin(_ name: String, _ values: [String: String]) {
    func number(_ key: String) -> Double {
      values[key].flatMap { Double($0.hasSuffix("pt") ? String($0.dropLast(2)) : $0) } ?? 0
    }
    let last = file.groups.count - 1
    switch name {
    case "svg": (file.width, file.height) = (number("width"), number("height"))
    case "g":
      var group = SVGFile.Group()
      (group.kind, group.id) = (values["class"] ?? "", values["id"] ?? "")
      file.groups.append(group)
    case "title": isTitle = last >= 0
    case "path" where last >= 0: add(values["d"] ?? "", to: &file.groups[last].box)
    case "text" where last >= 0:
      var text = SVGFile.Text()
      (text.place, text.size) = ((number("x"), number("y")), number("font-size"))
      file.groups[last].texts.append(text)
      isText = true
    default: break
    }
  }

  /// Widens a box by the points of a path.
  private func add(_ path: String, to box: inout SVGFile.Box) {
    let numbers = path.split { "MLCZ, ".contains($0) }.compactMap { Double($0) }
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      let (x, y) = (numbers[index], numbers[index + 1])
      (box.left, box.right) = (min(box.left, x), max(box.right, x))
      (box.top, box.bottom) = (min(box.top, y), max(box.bottom, y))
    }
  }

  func end(_ name: UnsafePointer<CChar>?) { (isTitle, isText) = (false, false) }

  func take(_ text: UnsafePointer<CChar>?, _ count: Int32) {
    let last = file.groups.count - 1
    guard let text, last >= 0, isTitle || isText else { return }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
    let piece = String(decoding: bytes, as: UTF8.self)
    if isTitle {
      file.groups[last].title += piece
    } else {
      file.groups[last].texts[file.groups[last].texts.count - 1].content += piece
    }
  }
}
