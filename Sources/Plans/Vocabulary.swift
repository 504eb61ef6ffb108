import Yams

/// Words of the field that mean the same, in `Resources/vocabulary.yaml`.
public struct Vocabulary: Sendable {
  private let issueKeys: [String: String]

  /// The vocabulary that comes with the program.
  public static let standard = Vocabulary(yaml: PackageResources.vocabulary_yaml)

  /// A vocabulary of a YAML text; words that cannot be read are left out.
  init(yaml: [UInt8]) {
    var keys: [String: String] = [:]
    let text = String(decoding: yaml, as: UTF8.self)
    if let node = try? Yams.compose(yaml: text), let issues = node["issues"]?.mapping {
      for (key, words) in issues {
        guard let key = key.string else { continue }
        for word in words.sequence ?? [] {
          if let word = word.string { keys[MatchKey.name(word)] = key }
        }
      }
    }
    issueKeys = keys
  }

  /// What all names of one issue share: the vocabulary's key, else the folded name itself.
  public func issueKey(_ name: String) -> String {
    let key = MatchKey.name(name)
    return issueKeys[key] ?? key
  }
}
