import Glibc

/// What a child process does: lays out diagram after diagram, as its parent asks.
///
/// A job is a line `ENGINE LENGTH`, then so many bytes in Graphviz's language; the answer is a line
/// `+ LENGTH` or `- LENGTH`, then the places, or what is wrong.
public enum LayoutChild {
  /// The argument that makes the program a child.
  public static let argument = "--layout-child"
  /// What a child may take, bytes of address space.
  private static let memoryLimit: rlim_t = 3 << 30
  /// What a child may take in all, seconds of a processor.
  private static let timeLimit: rlim_t = 120

  /// Whether this process was started as a child.
  public static var isWanted: Bool {
    CommandLine.arguments.count == 2 && CommandLine.arguments[1] == argument
  }

  /// Serves the parent at the other end of standard input until it hangs up.
  public static func serve() -> Never {
    // What the parent's threads leave to one of them must end a child.
    var signals = sigset_t()
    sigemptyset(&signals)
    pthread_sigmask(SIG_SETMASK, &signals, nil)
    var memory = rlimit(rlim_cur: memoryLimit, rlim_max: memoryLimit)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
    // A child whose parent was killed in the middle of a layout does not go on for ever.
    var time = rlimit(rlim_cur: timeLimit, rlim_max: timeLimit)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &time)
    let graphviz = Graphviz()
    let stream = FramedStream(STDIN_FILENO)
    while case .frame(let engine, let bytes) = stream.receive(until: nil) {
      let answer: (Substring, String) =
        switch graphviz.places(of: String(decoding: bytes, as: UTF8.self), by: String(engine)) {
        case .success(let places): ("+", places)
        case .failure(let refusal): ("-", refusal.reason)
        }
      guard stream.send(answer.0, Array(answer.1.utf8)) else { break }
    }
    exit(0)
  }
}
