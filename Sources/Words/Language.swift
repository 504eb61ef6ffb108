import Glibc

/// The languages that the program speaks.
public enum Language: String, Sendable, CaseIterable {
  case thai = "th"
  case english = "en"

  /// The language of the environment: English where `LC_ALL`, `LC_MESSAGES` or `LANG` says so, else
  /// Thai.
  public static var ofEnvironment: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      return value.lowercased().hasPrefix("en") ? .english : .thai
    }
    return .thai
  }

  /// The one of two texts that is in this language.
  public func pick(_ thai: @autoclosure () -> String, _ english: @autoclosure () -> String)
    -> String
  {
    self == .thai ? thai() : english()
  }

  /// The texts as a list in a sentence: `ก ข และ ค`, `a, b and c`.
  public func list(_ texts: [String]) -> String {
    guard texts.count > 1, let last = texts.last else { return texts.first ?? "" }
    let first = texts.dropLast().joined(separator: pick(" ", ", "))
    return first + pick(" และ ", " and ") + last
  }

  /// The first texts as a list, and how many more there are, as `rest` says it.
  public func list(_ texts: [String], atMost limit: Int, rest: (Int) -> String) -> String {
    list(texts, atMost: limit, rest: rest) { $0 }
  }

  /// The first of some items as a list, and how many more there are, as `rest` says it; only those
  /// that are shown are asked for their text.
  func list<Item>(
    _ items: [Item], atMost limit: Int, rest: (Int) -> String, _ text: (Item) -> String
  ) -> String {
    let texts = items.prefix(limit).map(text)
    guard items.count > limit else { return list(texts) }
    let shown = texts.joined(separator: pick(" ", ", "))
    return shown + pick(" และ", " and ") + rest(items.count - limit)
  }

  /// The first texts as a list, and how many more there are.
  public func list(_ texts: [String], atMost limit: Int) -> String {
    list(texts, atMost: limit) { pick("อีก \($0) อย่าง", "\($0) more") }
  }
}
