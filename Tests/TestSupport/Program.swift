import Glibc
import Sheets

/// A program run to its end, and what it left.
public struct Program: Sendable {
  /// The exit code; 128 and the signal's number where a signal ended it.
  public let code: Int32
  /// What it wrote on standard output.
  public let output: String
  /// What it wrote on the error stream.
  public let errors: String

  /// The folder of the executables that were built with the tests.
  public static var buildFolder: String {
    guard let path = realpath("/proc/self/exe", nil) else { return "." }
    defer { free(path) }
    return Folder.parent(of: String(cString: path))
  }

  /// Runs `sanphaen`.
  ///
  /// - Parameters:
  ///   - arguments: The arguments after the program's name.
  ///   - folder: The folder to run in.
  ///   - language: The value of `LANG`.
  ///   - epoch: The value of `SOURCE_DATE_EPOCH`; unset where nil.
  public static func sanphaen(
    _ arguments: [String], in folder: String, language: String = "th_TH.UTF-8",
    epoch: String? = nil
  ) throws -> Program {
    let variables = ["LANG=\(language)"] + (epoch.map { ["SOURCE_DATE_EPOCH=\($0)"] } ?? [])
    return try Program(
      Folder.join(buildFolder, "sanphaen"), arguments, in: folder, variables: variables)
  }

  /// Runs a program by its path.
  public init(
    _ path: String, _ arguments: [String], in folder: String, variables: [String] = []
  ) throws {
    let streams = try TemporaryFolder()
    let home = getenv("HOME").map { String(cString: $0) } ?? "/"
    code = try Self.run(
      ["/usr/bin/env", "-C", folder, path] + arguments,
      variables + ["HOME=\(home)", "PATH=/usr/bin:/bin"],
      output: streams.file("output"), errors: streams.file("errors"))
    output = try streams.text("output")
    errors = try streams.text("errors")
  }

  private static func run(
    _ words: [String], _ variables: [String], output: String, errors: String
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    var process = pid_t()
    let failed = withPointers(to: words) { arguments in
      withPointers(to: variables) { environment in
        posix_spawn(&process, words[0], &actions, nil, arguments, environment)
      }
    }
    guard failed == 0 else {
      throw SheetError.unreadable(path: words[0], reason: String(cString: strerror(failed)))
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  private static func withPointers<Result>(
    to texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
