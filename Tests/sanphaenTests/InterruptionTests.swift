import Glibc
import Sheets
import TestSupport
import Testing

@Suite struct InterruptionTests {
  private static let timeout = "/usr/bin/timeout"
  private static let sanphaen = Folder.join(Program.buildFolder, "sanphaen")
  private static let khokCharoen = Repository.plan("khok-charoen")

  /// Whether any process runs that was started with a variable of the environment.
  private func isRunning(with variable: String) throws -> Bool {
    try Folder.names(in: "/proc").contains { name in
      guard name.allSatisfy(\.isNumber), let file = fopen("/proc/\(name)/environ", "r") else {
        return false
      }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = fread(&bytes, 1, bytes.count, file)
      return bytes[..<count].split(separator: 0).contains { $0.elementsEqual(variable.utf8) }
    }
  }

  @Test(
    "Interrupted at any moment, a report leaves what was there before, or is whole; no child goes on",
    arguments: [0.05, 0.4, 0.9, 1.5, 2.2])
  func report(seconds: Double) throws {
    let folder = try TemporaryFolder()
    try folder.write("out/booklet.pdf", "of last month")
    let mark = "SANPHAEN_TEST=\(getpid())-\(seconds)"
    let run = try Program(
      Self.timeout,
      [
        "--preserve-status", "--signal=TERM", "\(seconds)", Self.sanphaen, "report",
        Self.khokCharoen, "--output", "out", "--lang", "en",
      ], in: folder.path, variables: [mark])
    let files = folder.everything()
    #expect(!files.contains { Folder.lastName(of: $0).hasPrefix(".") })
    #expect(try !isRunning(with: mark))
    if run.code == 0 {
      #expect(files.contains("out/index.html") && files.contains("out/findings.json"))
    } else if run.code == 143, seconds > 0.1 {
      #expect(files == ["out", "out/booklet.pdf"])
      #expect(try folder.text("out/booklet.pdf") == "of last month")
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(run.errors.contains("nothing was left half-written"))
    } else {
      // So early that the program had not begun.
      #expect(files == ["out", "out/booklet.pdf"])
    }
  }

  @Test("What was made for an unfinished file goes with it")
  func newFolders() throws {
    let folder = try TemporaryFolder()
    let run = try Program(
      Self.timeout,
      [
        "--preserve-status", "--signal=INT", "1", Self.sanphaen, "report",
        Self.khokCharoen, "--output", "new/deep/out",
      ], in: folder.path)
    #expect(run.code == 0 || folder.everything() == [])
  }

  /// A command that takes minutes.
  private static let long = ["evaluate", khokCharoen, "--approach", "all", "--repeats", "1000"]

  @Test(
    "On a terminal long work tells how far it is in one line, which is gone before anything else")
  func progress() throws {
    let folder = try TemporaryFolder()
    let words =
      [Self.timeout, "--foreground", "--preserve-status", "--signal=INT", "3.5", Self.sanphaen]
      + Self.long
    let run = try Program(
      "/usr/bin/script", ["-qec", words.joined(separator: " "), "/dev/null"], in: folder.path)
    #expect(run.code == 130)
    let parts = run.output.components(separatedBy: "\r\u{1B}[K")
    #expect(parts.contains("กำลังหาคำตอบ (2 วินาที)"))
    #expect(parts.first == "")
    #expect(parts.last?.hasPrefix("หยุดตามคำสั่งแล้ว") == true)
    #expect(!parts.dropLast().contains { $0.contains("\n") })
  }

  @Test("Where the error stream is no terminal, nothing is told of the way")
  func quiet() throws {
    let folder = try TemporaryFolder()
    let run = try Program(
      Self.timeout, ["--preserve-status", "--signal=INT", "3", Self.sanphaen] + Self.long,
      in: folder.path, variables: ["LANG=en_GB.UTF-8"])
    #expect(run.code == 130)
    #expect(run.output == "")
    #expect(
      run.errors
        == "Stopped as asked; nothing was left half-written, and files from before are as they were.\n"
    )
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
