import Glibc
import Synchronization

/// Child processes that lay diagrams out: one that crashes, hangs or eats memory costs one drawing, not
/// the report; and as many draw at once as threads ask.
public final class LayoutPool: Sendable {
  /// A layout that was asked for: one way after the other, until one is done in its time.
  struct Attempt {
    /// What the sheet says of it.
    let method: LayoutMethod
    /// The engine of Graphviz.
    let engine: String
    /// The text for it.
    let text: String
    /// How many times longer than high the drawing may be, or higher than long: a tangle laid out in
    /// columns becomes a strip that no wall has room for.
    var longest = Double.infinity
  }

  /// The pool of the program.
  public static let shared = LayoutPool()

  private let idle = Mutex<[LayoutProcess]>([])
  private let program: String
  private let patience: Duration

  /// A pool of children of a program.
  ///
  /// - Parameters:
  ///   - program: Else the program itself, or the one beside it.
  ///   - patience: How long one way may take.
  init(program: String? = nil, patience: Duration = .seconds(5)) {
    self.program = program ?? LayoutProcess.ownProgram
    self.patience = patience
  }

  deinit {
    idle.withLock { idle in
      for child in idle { child.end() }
    }
  }

  /// Starts children before they are needed: they load while other work is done.
  public func warm(_ count: Int = 2) {
    idle.withLock { idle in
      while idle.count < count, let child = LayoutProcess(program) { idle.append(child) }
    }
  }

  /// Ends all children of all pools for good: no other is started.
  public static func endAll() { LayoutProcess.endAll() }

  /// The first layout that succeeds.
  ///
  /// - Parameter key: The diagram's key, for the error.
  /// - Throws: `DrawingError` with what became of the last attempt.
  func layout(_ attempts: [Attempt], key: String) throws(DrawingError) -> (Layout, LayoutMethod) {
    var reason = "no child"
    for attempt in attempts {
      guard let child = idle.withLock({ $0.popLast() }) ?? LayoutProcess(program) else { continue }
      switch child.layout(attempt.text, by: attempt.engine, within: patience) {
      case .done(let layout):
        giveBack(child)
        let (long, short) = (max(layout.width, layout.height), min(layout.width, layout.height))
        if long <= attempt.longest * max(short, 1) { return (layout, attempt.method) }
        reason = "strip"
      case .refused(let word):
        giveBack(child)
        reason = word
      case .timeout:
        child.end()
        reason = "timeout"
      case .crashed:
        child.end()
        reason = "crash"
      }
    }
    throw .layout(key: key, reason: reason)
  }

  private func giveBack(_ child: LayoutProcess) {
    // Graphviz leaks in layout: after some hundred diagrams a fresh child takes over.
    if child.hasServedLong { child.end() } else { idle.withLock { $0.append(child) } }
  }
}

/// How a layout came about.
public enum LayoutMethod: Sendable, Equatable {
  /// By `dot`, with all care.
  case layered
  /// By `dot`, with few rounds of untangling.
  case boundedLayered
  /// By `sfdp`, by forces instead of columns.
  case forces
}

/// Why a diagram could not be drawn.
public enum DrawingError: Error, Sendable, Equatable {
  /// No way of laying it out succeeded; `reason` is Graphviz's own word, or what became of the child.
  case layout(key: String, reason: String)
}

/// One child process.
final class LayoutProcess: Sendable {
  /// What became of a job.
  enum Outcome {
    case done(Layout)
    case refused(String)
    case timeout
    case crashed
  }

  private let pid: pid_t
  private let socket: Int32
  private let jobs = Atomic(0)

  /// Starts a child; nil where that fails.
  init?(_ program: String) {
    var ends: [Int32] = [0, 0]
    guard
      socketpair(
        AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0
    else { return nil }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = [strdup(program), strdup(LayoutChild.argument), nil]
    defer {
      for argument in arguments { free(argument) }
    }
    let started = Self.running.withLock { running -> pid_t? in
      var started: pid_t = 0
      guard running != nil,
        posix_spawn(&started, program, &actions, nil, &arguments, environ) == 0
      else { return nil }
      running?.insert(started)
      return started
    }
    guard let started else {
      close(ends[0])
      return nil
    }
    pid = started
    socket = ends[0]
  }

  /// The children that have not been ended; nil once none is to be started any more.
  private static let running = Mutex<Set<pid_t>?>([])

  /// Ends all children, and starts no other.
  static func endAll() {
    running.withLock { running in
      for child in running ?? [] { kill(child, SIGKILL) }
      running = nil
    }
  }

  var hasServedLong: Bool { jobs.load(ordering: .relaxed) >= 200 }

  /// Asks for a layout.
  func layout(_ text: String, by engine: String, within patience: Duration) -> Outcome {
    jobs.add(1, ordering: .relaxed)
    let stream = FramedStream(socket)
    let deadline = ContinuousClock.now + patience
    guard stream.send(engine[...], Array(text.utf8)) else { return .crashed }
    switch stream.receive(until: deadline) {
    case .frame("+", let bytes):
      return Layout(reading: String(decoding: bytes, as: UTF8.self)[...]).map { .done($0) }
        ?? .crashed
    case .frame(_, let bytes): return .refused(String(decoding: bytes, as: UTF8.self))
    case .timeout: return .timeout
    case .closed: return .crashed
    }
  }

  /// Ends the child, whatever it does.
  func end() {
    close(socket)
    kill(pid, SIGKILL)
    _ = Self.running.withLock { $0?.remove(pid) }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
  }

  /// The program of this process where it is `sanphaen`, else the one beside it.
  static var ownProgram: String {
    guard let path = realpath("/proc/self/exe", nil) else { return "sanphaen" }
    defer { free(path) }
    let own = String(cString: path)
    guard let slash = own.lastIndex(of: "/") else { return own }
    return own[own.index(after: slash)...] == "sanphaen" ? own : own[...slash] + "sanphaen"
  }
}
