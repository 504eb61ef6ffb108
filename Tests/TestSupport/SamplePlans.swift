public import Plans
import Sheets

/// The sample plans of the repository.
public enum SamplePlans {
  /// The names of the plans' folders.
  public static let names = ["khok-charoen", "wang-ang"]

  /// The repository's root.
  public static let root = Folder.parent(
    of: Folder.parent(of: Folder.parent(of: #filePath)))

  /// The path of a sample plan.
  public static func path(_ name: String) -> String { Folder.join(root, "plans/" + name) }

  /// A sample plan, read.
  public static func reading(_ name: String) throws(PlanError) -> PlanReading {
    try PlanReading([path(name)])
  }
}
