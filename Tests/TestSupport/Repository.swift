import Sheets

/// The checkout that the tests were built from.
public enum Repository {
  /// The folder of Package.swift.
  public static let root = Folder.parent(of: Folder.parent(of: Folder.parent(of: #filePath)))

  /// The folder of a sample plan.
  public static func plan(_ name: String) -> String { Folder.join(root, "plans/\(name)") }

  /// The names of the sample plans.
  public static let plans = ["khok-charoen", "wang-ang"]
}
