import TestSupport
import Testing

@Suite struct SanphaenTests {
  private let commands = [
    "report", "check", "links", "leaders", "why", "evaluate", "path", "draw", "convert",
  ]

  @Test("Help is printed on standard output and ends with 0, for the program and every command")
  func help() throws {
    for arguments in [["--help"], ["-h"], []] + commands.map({ [$0, "--help"] }) {
      let run = try Program.sanphaen(arguments, in: "/tmp")
      #expect(run.code == 0)
      #expect(run.errors.isEmpty)
      #expect(run.output.contains("USAGE: sanphaen") && run.output.speaksThai)
    }
  }

  @Test("The program's help names every command")
  func commandList() throws {
    let output = try Program.sanphaen(["--help"], in: "/tmp").output
    for command in commands { #expect(output.contains("\n  \(command) ")) }
  }

  @Test("Help is in English where the environment is", arguments: ["en_US.UTF-8", "en"])
  func englishHelp(_ language: String) throws {
    let run = try Program.sanphaen(["links", "--help"], in: "/tmp", language: language)
    #expect(run.code == 0)
    #expect(!run.output.speaksThai)
  }

  @Test(
    "The language is Thai where the environment does not say English",
    arguments: ["C", "", "ja_JP.UTF-8"])
  func defaultLanguage(_ language: String) throws {
    let run = try Program.sanphaen(["check", "none"], in: "/tmp", language: language)
    #expect(run.complaints.first?.speaksThai == true)
  }

  @Test("The version is printed and ends with 0")
  func version() throws {
    let run = try Program.sanphaen(["--version"], in: "/tmp")
    #expect(run.code == 0)
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(
    "Wrong use ends with 2 and says so on the error stream alone",
    arguments: [
      ["links"], ["weave"], ["links", ".", "--colour", "red"], ["check", ".", "--format", "xml"],
      ["draw", ".", "--view", "savings"], ["path", "a", "b"], ["links", ".", "--limit", "many"],
    ])
  func wrongUse(_ arguments: [String]) throws {
    let run = try Program.sanphaen(arguments, in: "/tmp")
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(!run.complaints.isEmpty)
  }
}
