import Glibc

/// Folders and paths, as far as reading sheets needs them.
public enum Folder {
  /// Whether a folder stands at the path.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted by their bytes; hidden files and Excel's lock files left out.
  public static func names(in path: String) throws(SheetError) -> [String] {
    guard let entries = entries(in: path) else { throw .system(path) }
    return entries.map(\.name).filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Everything in a folder but itself and its parent; nil, with `errno`, where it cannot be read.
  private static func entries(in path: String) -> [(name: String, isFolder: Bool)]? {
    guard let handle = opendir(path) else { return nil }
    defer { closedir(handle) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      entries.append((name, entry.pointee.d_type == DT_DIR))
    }
    return entries
  }

  /// A name within a folder.
  public static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that a path lies in.
  public static func parent(of path: String) -> String {
    guard let slash = trimmed(path).lastIndex(of: separator) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  public static func lastName(of path: String) -> String {
    let path = trimmed(path)
    guard let slash = path.lastIndex(of: separator) else { return String(Substring(path)) }
    return String(Substring(path[path.index(after: slash)...]))
  }

  /// The last part of a path without its ending.
  public static func stem(of path: String) -> String {
    let name = lastName(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return name
    }
    return String(name[..<dot])
  }

  /// Whether the ending says that the file is a workbook; also an old one that cannot be read, so
  /// that it is named and not passed over.
  public static func isWorkbook(_ name: String) -> Bool {
    [".xlsx", ".xlsm", ".ods", ".xls"].contains { name.ends(in: $0) }
  }

  /// Whether the ending says that the file is a text sheet.
  public static func isTextSheet(_ name: String) -> Bool {
    [".csv", ".tsv", ".txt"].contains { name.ends(in: $0) }
  }

  /// Whether the ending says that the file is a text without columns, which may be anything.
  public static func isNote(_ name: String) -> Bool { name.ends(in: ".txt") }

  /// Whether the ending says that the file is an old workbook, which cannot be read.
  public static func isOldWorkbook(_ name: String) -> Bool { name.ends(in: ".xls") }

  // Paths are bytes to the system; a slash parts them whatever stands behind it.
  private static let separator = UInt8(ascii: "/")

  private static func trimmed(_ path: String) -> Substring.UTF8View {
    var path = path[...].utf8
    while let last = path.last, last == separator, path.dropLast().first != nil {
      path.removeLast()
    }
    return path
  }
}

extension String {
  /// Whether it ends in an ending of small letters of ASCII, capitals being the same.
  fileprivate func ends(in ending: StaticString) -> Bool {
    utf8.suffix(ending.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
    ) { $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1 }
  }
}

extension SheetError {
  /// The error that the last system call left for a path.
  static func system(_ path: String) -> SheetError {
    let code = errno
    if code == ENOENT || code == ENOTDIR { return .notFound(path: path) }
    return .unreadable(path: path, reason: String(cString: strerror(code)))
  }
}

extension Folder {
  /// Makes a folder with all folders above it; one that is there already is left as it is.
  public static func create(_ path: String) throws(SheetError) {
    if exists(path) || path.isEmpty { return }
    try create(parent(of: path))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .refusedWrite(path) }
  }

  /// Removes a folder of our own making with all that is in it; what cannot be removed stays.
  public static func remove(_ path: String) {
    guard let entries = entries(in: path) else { return }
    for (name, isFolder) in entries {
      let inside = join(path, name)
      if isFolder { remove(inside) } else { unlink(inside) }
    }
    rmdir(path)
  }
}
