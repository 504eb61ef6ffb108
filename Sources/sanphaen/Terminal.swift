import Glibc

/// The streams of the terminal, and the end of the process.
enum Terminal {
  /// Messages go to the error stream, so that results can be piped.
  static func complain(_ text: String) {
    Interruption.holdIfBegun()
    Progress.shared.clear()
    say(text)
  }

  /// A line on the error stream, whatever else is going on.
  static func say(_ text: String) {
    write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: STDERR_FILENO)
  }

  /// A line that stands above others of the result.
  static func heading(_ text: String) { print(headingLine(text)) }

  static func headingLine(_ text: String) -> String { "— \(text)" }

  /// Bytes to standard output, as they are.
  static func put(_ bytes: [UInt8]) {
    Progress.shared.end()
    write(bytes, to: STDOUT_FILENO)
  }

  private static func write(_ bytes: [UInt8], to file: Int32) {
    fflush(nil)
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }

  /// Ends the process with a code, at once: the system takes back what was read of a country in no time,
  /// which to give back piece by piece takes a twentieth of the whole.
  static func end(_ code: Int32) -> Never {
    Interruption.holdIfBegun()
    Progress.shared.end()
    fflush(nil)
    exit(code)
  }
}

/// Prints a line of the result, once nothing is told of the way to it any more.
func print(_ text: String) {
  Progress.shared.end()
  Swift.print(text)
}
