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
      #expect(run.output.contains("วิธีใช้: sanphaen") && run.output.speaksThai)
      // The parser's own headings speak Thai too.
      #expect(!run.output.contains(/[A-Z]{5,}:|Show |default:|values:/))
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
    #expect(!run.output.speaksThai && run.output.contains("USAGE: sanphaen links"))
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
    "What the argument parser complains of is said in Thai, with the words that were typed",
    arguments: [
      ("links", "ยังไม่ได้บอก ที่อยู่ของแผน"), ("weave", "ไม่รู้จัก weave"), ("template a b", "ไม่รู้จัก b"),
      ("report . --pape a4", "ไม่รู้จักตัวเลือก --pape หมายถึง --paper หรือไม่"),
      ("report . --paper", "ต้องมีค่าต่อท้าย --paper"), ("report . -x", "ไม่รู้จักตัวเลือก -x"),
      ("report . --paper b5", "ค่า b5 ใช้กับ --paper ไม่ได้ ใช้ได้คือ a4, a3, a2, a1, a0"),
      ("check . --lang xx", "ค่า xx ใช้กับ --lang ไม่ได้ ใช้ได้คือ th, en"),
      ("links . --limit many", "ค่า many ใช้กับ --limit ไม่ได้"), ("draw .", "ยังไม่ได้บอก --view"),
      ("report . --mono=yes", "--mono ไม่ต้องมีค่าต่อท้าย แต่ใส่ yes มา"),
    ])
  func complaints(_ arguments: String, _ sentence: String) throws {
    let run = try Program.sanphaen(arguments.split(separator: " ").map(String.init), in: "/tmp")
    #expect(run.code == 2)
    #expect(
      run.complaints == ["คำสั่งไม่ถูกต้อง (\(sentence)) ดูวิธีใช้ด้วย sanphaen --help"])
    let english = try Program.sanphaen(
      arguments.split(separator: " ").map(String.init), in: "/tmp", language: "en")
    #expect(!english.complaints.joined().speaksThai)
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
