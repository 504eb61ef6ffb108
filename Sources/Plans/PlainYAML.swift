public import Yams

/// YAML whose words are what was typed: none is taken for a number, a date or a yes before it is asked
/// for as such. This also spares the regular expressions by which Yams guesses, which take longer to
/// make than all files of a plan take to read.
extension Node {
  /// The root of a YAML text; nil where it holds nothing.
  ///
  /// - Throws: `YamlError` where it is no YAML.
  public static func root(of yaml: String) throws -> Node? {
    if yaml.isEmpty { return nil }
    // Asked for the encoding, Yams reads the whole environment.
    return try compose(yaml: yaml, .basic, .default, .utf8)
  }

  /// Yes or no, where the node is one of the words of YAML for it.
  public var answer: Bool? {
    switch scalar?.string.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }
}
