public import Plans
import Sheets

/// Reads files, given by name and text, as what stands in the folder `p`.
///
/// Names with a `/` make folders within it, so that `a/plan.csv` and `b/plan.csv` are two plans.
public func readPlans(_ files: KeyValuePairs<String, String>) throws -> PlanReading {
  let folder = try TemporaryFolder()
  for (name, text) in files { try folder.write("p/" + name, text) }
  return try PlanReading([folder.file("p")])
}
