import Glibc
import Synchronization

/// What this process is writing and has not yet put in its place, so that an interruption can take it
/// away again.
public enum Unfinished {
  private struct State {
    /// What goes, whatever is in it.
    var paths: [String] = []
    /// Folders that were made for it, the innermost last; they go where nothing else is in them.
    var parents: [String] = []
  }

  private static let state = Mutex(State())

  /// Notes a path before anything is made there.
  public static func begin(_ path: String) { state.withLock { $0.paths.append(path) } }

  /// Makes a folder, with all above it, that is to go where the process is interrupted.
  static func makeFolder(_ path: String) throws(SheetError) {
    try state.withLock { (state) throws(SheetError) in
      var missing: [String] = []
      var parent = Folder.parent(of: path)
      while !Folder.exists(parent), Folder.parent(of: parent) != parent {
        missing.append(parent)
        parent = Folder.parent(of: parent)
      }
      state.parents += missing.reversed()
      state.paths.append(path)
      try Folder.create(path)
    }
  }

  /// Notes that a path is finished, put in its place, or gone.
  static func end(_ path: String) {
    state.withLock { state in state.paths.removeAll { $0 == path } }
  }

  /// Puts what is finished in its place; an interruption waits until that is done.
  ///
  /// - Parameter path: What was noted, and is no more.
  static func place(
    _ path: String, _ body: () throws(SheetError) -> Void
  ) throws(SheetError) {
    try state.withLock { (state) throws(SheetError) in
      try body()
      state.paths.removeAll { $0 == path }
    }
  }

  /// Removes all that is unfinished and ends the process; nothing is begun or placed meanwhile.
  public static func abandon(then end: () -> Never) -> Never {
    state.withLock { state in
      // Other threads still write for a moment into what they have open.
      for _ in 0..<3 {
        for path in state.paths.reversed() {
          if Folder.exists(path) { Folder.remove(path) } else { unlink(path) }
        }
        for parent in state.parents.reversed() { rmdir(parent) }
        usleep(10_000)
      }
      end()
    }
  }
}
