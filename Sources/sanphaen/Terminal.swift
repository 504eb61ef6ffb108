import Glibc

/// The streams of the terminal, and the end of the process.
enum Terminal {
  /// Messages go to the error stream, so that results can be piped.
  static func complain(_ text: String) {
    fflush(nil)
    let line = text.hasSuffix("\n") ? text : text + "\n"
    var bytes = Array(line.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Ends the process with a code.
  static func end(_ code: Int32) -> Never {
    fflush(nil)
    exit(code)
  }
}
