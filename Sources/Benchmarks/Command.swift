import Glibc

/// A command run as a whole process, its output thrown away.
struct Command {
  /// What one run took.
  struct Usage {
    let seconds: Double
    let megabytes: Double
  }

  private let words: [String]

  init(_ program: String) { words = [program] }

  private init(words: [String]) { self.words = words }

  func with(_ arguments: String...) -> Command { Command(words: words + arguments) }

  /// Runs the command to its end; nil where it cannot be started or fails.
  ///
  /// A small process of this program starts it: the system counts as a process's own memory also that of
  /// the one that started it.
  func run() -> Usage? {
    let launcher = Command(words: [CommandLine.arguments[0], "launch", "--"] + words)
    let numbers = launcher.output()?.split(separator: " ").compactMap {
      Double($0.filter { !$0.isWhitespace })
    }
    guard let numbers, numbers.count == 2 else { return nil }
    return Usage(seconds: numbers[0], megabytes: numbers[1])
  }

  /// Runs the command to its end as a child of this process; nil where it cannot be started or fails.
  static func launch(_ words: [String]) -> Usage? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let start = now()
    guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process, status == 0 else { return nil }
    return Usage(seconds: now() - start, megabytes: Double(usage.ru_maxrss) / 1_024)
  }

  /// What the command says on its output; nil where it cannot be started or fails.
  func output() -> String? {
    let quoted = words.map {
      "'"
        + $0.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
    }
    guard let pipe = popen(quoted.joined(separator: " ") + " 2>/dev/null", "r") else { return nil }
    var bytes: [UInt8] = []
    var byte = fgetc(pipe)
    while byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
      byte = fgetc(pipe)
    }
    return pclose(pipe) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// The seconds that the command says it took.
  func seconds() -> Double? { output().flatMap { Double($0.filter { !$0.isWhitespace }) } }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
