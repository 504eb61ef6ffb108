public import Plans

/// Plans written as a test says, each as a folder of its own.
public enum SomePlans {
  /// The graph of plans.
  ///
  /// - Parameter plans: By plan the files of its folder, by table.
  public static func graph(
    _ plans: KeyValuePairs<String, [String: String]>
  ) throws -> PlanGraph {
    try graph(of: plans.map { ($0.key, $0.value) })
  }

  /// The graph of plans of which there may be any number.
  public static func graph(of plans: [(String, [String: String])]) throws -> PlanGraph {
    let folder = try TemporaryFolder()
    for (plan, files) in plans {
      for (table, text) in files { try folder.write("plans/\(plan)/\(table).csv", text) }
    }
    return PlanGraph(try PlanReading([folder.file("plans")]).plans)
  }
}
