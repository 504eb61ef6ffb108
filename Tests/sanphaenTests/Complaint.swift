import TestSupport
import Testing

extension Program {
  /// What the error stream says, line by line, without the usage that follows a wrong use.
  var complaints: [String] {
    errors.split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("Usage:") && !$0.hasPrefix("  See ") }
  }
}

extension String {
  /// Whether a Thai letter stands outside of the words that are quoted from files and arguments.
  var speaksThai: Bool {
    var depth = 0
    return unicodeScalars.contains { scalar in
      if scalar == "“" { depth += 1 }
      if scalar == "”" { depth -= 1 }
      return depth == 0 && (0x0E01...0x0E5B).contains(scalar.value)
    }
  }
}

/// Expects a command to end with one sentence, in Thai and in English, and nothing else.
///
/// - Parameters:
///   - arguments: The command; `--lang en` is added the second time.
///   - folder: The folder to run in; its content must stay as it is.
///   - code: The exit code.
///   - words: What the sentence must name.
func expectComplaint(
  _ arguments: [String], in folder: borrowing TemporaryFolder, code: Int32, naming words: [String],
  at location: SourceLocation = #_sourceLocation
) throws {
  let before = folder.everything()
  for isThai in [true, false] {
    let run = try Program.sanphaen(arguments + (isThai ? [] : ["--lang", "en"]), in: folder.path)
    let comment = Comment(rawValue: "\(arguments.joined(separator: " ")): \(run.errors)")
    #expect(run.code == code, comment, sourceLocation: location)
    #expect(run.output.isEmpty, comment, sourceLocation: location)
    #expect(run.complaints.count == 1, comment, sourceLocation: location)
    #expect(run.complaints.first?.speaksThai == isThai, comment, sourceLocation: location)
    for word in words {
      #expect(run.errors.contains(word), "\(word) in \(run.errors)", sourceLocation: location)
    }
  }
  let after = folder.everything()
  #expect(after == before, sourceLocation: location)
}
