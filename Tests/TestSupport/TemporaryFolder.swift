import Glibc
public import Sheets

/// A folder of a test's own, removed with all its content when the test is done with it.
public struct TemporaryFolder: ~Copyable {
  /// The folder's path.
  public let path: String

  /// A new, empty folder.
  public init() throws(SheetError) {
    var template = Array("/tmp/sanphaen-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .unwritable(path: "/tmp", reason: String(cString: strerror(errno)))
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Folder.remove(path) }

  /// Writes a file, with the folders above it; returns its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws(SheetError) -> String {
    try write(name, bytes: Array(text.utf8))
  }

  /// Writes a file of bytes, with the folders above it; returns its path.
  @discardableResult
  public func write(_ name: String, bytes: [UInt8]) throws(SheetError) -> String {
    let file = Folder.join(path, name)
    try Folder.create(Folder.parent(of: file))
    try FileBytes.write(bytes, to: file)
    return file
  }

  /// The path of a name within the folder.
  public func file(_ name: String) -> String { Folder.join(path, name) }
}
