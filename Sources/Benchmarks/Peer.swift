import Glibc

/// Another program that does the same work: loaded once, then asked for one run after another.
struct Peer: ~Copyable {
  private let process: pid_t
  private let input: UnsafeMutablePointer<FILE>
  private let output: UnsafeMutablePointer<FILE>

  /// The Python of the environment that `script/bench` makes.
  private static let python = ".build/bench-venv/bin/python"

  /// Starts a script of `Peers` on a folder of edges, and waits until it has loaded them; nil where
  /// it, or what it needs, is missing.
  static func start(_ script: String, _ arguments: String...) -> Peer? {
    var toPeer: [Int32] = [0, 0]
    var fromPeer: [Int32] = [0, 0]
    guard pipe(&toPeer) == 0, pipe(&fromPeer) == 0 else { return nil }
    // No peer may hold another one's ends.
    for end in toPeer + fromPeer { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toPeer[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromPeer[1], STDOUT_FILENO)
    let words = [python, "-B", "Sources/Benchmarks/Peers/\(script).py"] + arguments
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    let status = posix_spawnp(&process, words[0], &actions, nil, &pointers, environ)
    close(toPeer[0])
    close(fromPeer[1])
    guard status == 0, let input = fdopen(toPeer[1], "w"), let output = fdopen(fromPeer[0], "r")
    else {
      close(toPeer[1])
      close(fromPeer[0])
      return nil
    }
    // A peer that ends at once must not end us.
    signal(SIGPIPE, SIG_IGN)
    let peer = Peer(process: process, input: input, output: output)
    if peer.readLine() == "ready" { return peer }
    return nil
  }

  deinit {
    fclose(input)
    fclose(output)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// Does the work once; nil where it failed.
  func run() -> Command.Usage? {
    let numbers = ask("run")?.split(separator: " ").compactMap { Double($0) } ?? []
    guard numbers.count == 2 else { return nil }
    return Command.Usage(seconds: numbers[0], megabytes: numbers[1])
  }

  /// Writes the last run's answer to a file.
  func writeAnswer(to path: String) -> Bool { ask("answer " + path) == "written" }

  private func ask(_ line: String) -> String? {
    guard fputs(line + "\n", input) >= 0, fflush(input) == 0 else { return nil }
    return readLine()
  }

  private borrowing func readLine() -> String? {
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    guard getline(&line, &capacity, output) > 0, let line else { return nil }
    return String(String(cString: line).dropLast())
  }
}
