import Glibc

/// Files that come into a folder together: all of them, or none.
public enum WholeFolder {
  /// Lets a writer fill a folder beside, then puts its files in their places; other files that are there
  /// are left alone, but for those that an earlier run left.
  ///
  /// - Parameters:
  ///   - isOwn: Whether a file of a name, among those that lie where the new ones come, is one that only
  ///     such a run writes; such a one that is not written now is taken away.
  ///   - write: Writes into the folder that it is given; returns the names of its files, which may lie
  ///     in folders of it, and what is to be returned.
  public static func fill<Value>(
    _ folder: String, isOwn: (_ name: String) -> Bool = { _ in false },
    _ write: (_ beside: String) throws(SheetError) -> (names: [String], value: Value)
  ) throws(SheetError) -> Value {
    let beside = Folder.join(
      Folder.parent(of: folder), ".\(Folder.lastName(of: folder)).\(FileBytes.processSuffix)")
    do {
      try Unfinished.makeFolder(beside)
      let written = try write(beside)
      try Unfinished.place(beside) { () throws(SheetError) in
        try move(written.names, from: beside, to: folder)
        for name in try left(from: written.names, in: folder) where isOwn(name) {
          unlink(Folder.join(folder, name))
        }
        Folder.remove(beside)
      }
      return written.value
    } catch {
      Folder.remove(beside)
      Unfinished.end(beside)
      throw error.naming(folder, insteadOf: beside)
    }
  }

  /// The names that lie beside new ones and are not among them.
  private static func left(
    from names: [String], in folder: String
  ) throws(SheetError) -> [String] {
    let new = Set(names)
    var left: [String] = []
    for parent in Set(names.map(Folder.parent)).sorted() {
      let inside = parent == "." ? folder : Folder.join(folder, parent)
      left += try Folder.names(in: inside).map { parent == "." ? $0 : Folder.join(parent, $0) }
        .filter { !new.contains($0) }
    }
    return left
  }

  private static func move(
    _ names: [String], from beside: String, to folder: String
  ) throws(SheetError) {
    // Nothing is put in its place before every place is known to be free for it.
    for name in names where Folder.exists(Folder.join(folder, name)) {
      throw .unwritable(path: Folder.join(folder, name), reason: "a folder is there")
    }
    try Folder.create(folder)
    for parent in Set(names.map { Folder.parent(of: Folder.join(folder, $0)) }).sorted() {
      try Folder.create(parent)
    }
    for name in names {
      try FileBytes.move(Folder.join(beside, name), to: Folder.join(folder, name))
    }
  }
}
