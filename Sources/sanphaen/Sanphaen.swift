import ArgumentParser
import Plans
import Words

@main
struct Sanphaen: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sanphaen",
      abstract: Language.ofEnvironment.pick(
        "สานแผน: อ่านแผนแม่บทชุมชน หาจุดที่น่าเชื่อมโยง บอกเหตุผล และพิมพ์ไว้ใช้ในวงประชุม",
        "Reads community master plans, finds what could be linked, says why, and prints it."),
      version: "0.1.0",
      subcommands: [
        ReportCommand.self, Check.self, Links.self, PathBetween.self, Draw.self, Convert.self,
      ])
  }

  /// Runs a command, and ends with 0 done, 1 the plan has errors, 2 wrong use, 3 anything else.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Terminal.complain(failure.sentence)
      Terminal.end(failure.code)
    } catch let code as ExitCode {
      Terminal.end(code.rawValue)
    } catch {
      let text = fullMessage(for: error)
      guard exitCode(for: error) != .success else {
        print(text)
        Terminal.end(0)
      }
      Terminal.complain(text)
      Terminal.end(exitCode(for: error) == .validationFailure ? 2 : 3)
    }
  }
}

/// Why a command ends without its result: a sentence, and the exit code.
struct Failure: Error {
  let sentence: String
  let code: Int32

  static func wrongUse(_ sentence: String) -> Failure { Failure(sentence: sentence, code: 2) }
}
