import Glibc
import Sheets

extension TemporaryFolder {
  /// Everything in the folder, hidden files too: paths of files and folders within it, sorted.
  public func everything() -> [String] { Self.everything(in: path) }

  /// Everything in a folder, hidden files too: paths of files and folders within it, sorted.
  public static func everything(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var found: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      found.append(name)
      found += everything(in: Folder.join(folder, name)).map { Folder.join(name, $0) }
    }
    return found.sorted()
  }

  /// The text of a file of the folder; bytes that are no UTF-8 are replaced.
  public func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// The bytes of a file of the folder.
  public func bytes(_ name: String) throws -> [UInt8] { try FileBytes.read(file(name)) }
}
