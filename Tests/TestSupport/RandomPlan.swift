public import Plans

/// Small random plans in the format, read as any plan is.
public enum RandomPlan {
  /// A plan of a few rows of each kind, tied at random.
  public static func graph(seed: UInt64, activities: Int = 8) throws -> PlanGraph {
    var random = SeededGenerator(seed: seed)
    func some(_ letter: String, _ count: Int, _ share: Double) -> String {
      (1...count).filter { _ in Double.random(in: 0..<1, using: &random) < share }
        .map { "\(letter)\($0)" }.joined(separator: ";")
    }
    var files = ["plan.csv": "id,name\nrandom,แผนสุ่ม\n"]
    for (name, letter, count) in [("places", "V", 4), ("mechanisms", "M", 3)] {
      files["\(name).csv"] = table(
        "id,name,level", count
      ) { "\(letter)\($0),ชื่อ \(letter)\($0),ตำบล" }
    }
    files["organisations.csv"] = table("id,name,places", 4) { number in
      "O\(number),องค์กร \(number),\(some("V", 4, 0.4))"
    }
    files["leaders.csv"] = table("id,name,place,organisations,funds", 6) { number in
      let home = "V\(Int.random(in: 1...4, using: &random))"
      return "L\(number),คน \(number),\(home),\(some("O", 4, 0.4)),\(some("F", 4, 0.4))"
    }
    files["funds.csv"] = table("id,name,places,organisations", 4) { number in
      "F\(number),กองทุน \(number),\(some("V", 4, 0.4)),\(some("O", 4, 0.3))"
    }
    files["activities.csv"] = table(
      "id,name,issues,places,organisations,leaders,funds,mechanisms", activities
    ) { number in
      let issues = some("ประเด็น", 3, 0.5)
      let tied = [("V", 4, 0.3), ("O", 4, 0.3), ("L", 6, 0.3), ("F", 4, 0.3), ("M", 3, 0.4)]
        .map { some($0.0, $0.1, $0.2) }.joined(separator: ",")
      return "A\(number),งาน \(number),\(issues),\(tied)"
    }
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write("random/" + name, text) }
    return PlanGraph(try PlanReading([folder.file("random")]).plans)
  }

  private static func table(
    _ heading: String, _ count: Int, _ row: (Int) -> String
  ) -> String {
    ([heading] + (1...count).map(row)).joined(separator: "\n") + "\n"
  }
}
