import ArgumentParser
import Drawing
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
        ReportCommand.self, Check.self, Links.self, Leaders.self, Why.self, PathBetween.self,
        Evaluate.self, Strength.self, Forum.self, ExchangeCommand.self, SelfRelianceCommand.self,
        IntegrationCommand.self,
        Draw.self, Convert.self, Template.self,
      ])
  }

  /// Runs a command, and ends with 0 done, 1 the plan has errors, 2 wrong use, 3 anything else.
  static func main() {
    if LayoutChild.isWanted { LayoutChild.serve() }
    Interruption.watch()
    do {
      var command = try parseAsRoot()
      try command.run()
      Progress.shared.end()
    } catch let failure as Failure {
      Terminal.complain(failure.sentence)
      Terminal.end(failure.code)
    } catch let code as ExitCode {
      Terminal.end(code.rawValue)
    } catch {
      guard exitCode(for: error) != .success else {
        let page = fullMessage(for: error)
        print(language == .thai ? ParserSentences.thaiHelp(page) : page)
        Terminal.end(0)
      }
      Terminal.complain(sentence(ofWrongUse: message(for: error)))
      Terminal.end(exitCode(for: error) == .validationFailure ? 2 : 3)
    }
  }

  /// The language that the command line asks for, also where the rest of it cannot be read.
  static var language: Language {
    CommandLine.arguments.firstIndex(of: "--lang")
      .flatMap { CommandLine.arguments.dropFirst($0 + 1).first }
      .flatMap(Language.init(rawValue:)) ?? .ofEnvironment
  }

  /// What the argument parser complains of, and what to do.
  private static func sentence(ofWrongUse message: String) -> String {
    language.pick(
      "คำสั่งไม่ถูกต้อง (\(ParserSentences.thai(message))) ดูวิธีใช้ด้วย sanphaen --help",
      "This is not how it is used (\(message.oneLine)); see sanphaen --help.")
  }
}

/// Why a command ends without its result: a sentence, and the exit code.
struct Failure: Error {
  let sentence: String
  let code: Int32

  static func wrongUse(_ sentence: String) -> Failure { Failure(sentence: sentence, code: 2) }
}
