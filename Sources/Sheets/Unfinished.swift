import Glibc
import Synchronization

/// What this process is writing and has not yet put in its place, so that an interruption can take it
/// away again.
public enum Unfinished {
  private static let paths = Mutex<[String]>([])

  /// Notes a path before anything is made there.
  public static func begin(_ path: String) { paths.withLock { $0.append(path) } }

  /// Makes a folder, with all above it, that is to go where the process is interrupted.
  public static func makeFolder(_ path: String) throws(SheetError) {
    try paths.withLock { (paths) throws(SheetError) in
      paths.append(path)
      try Folder.create(path)
    }
  }

  /// Notes that a path is finished, put in its place, or gone.
  public static func end(_ path: String) {
    paths.withLock { paths in paths.removeAll { $0 == path } }
  }

  /// Puts what is finished in its place; an interruption waits until that is done.
  ///
  /// - Parameter path: What was noted, and is no more.
  public static func place<Value>(
    _ path: String, _ body: () throws(SheetError) -> Value
  ) throws(SheetError) -> Value {
    try paths.withLock { (paths) throws(SheetError) in
      let value = try body()
      paths.removeAll { $0 == path }
      return value
    }
  }

  /// Removes all that is unfinished and ends the process; nothing is begun or placed meanwhile.
  public static func abandon(then end: () -> Never) -> Never {
    paths.withLock { paths in
      // Other threads still write for a moment into what they have open.
      for _ in 0..<3 {
        for path in paths.reversed() {
          if Folder.exists(path) { Folder.remove(path) } else { unlink(path) }
        }
        usleep(10_000)
      }
      end()
    }
  }
}
