public import Plans

/// Random plans that hold every kind of tie, and share issues and offices of the province.
public enum RandomPlans {
  /// Plans of a few rows of each kind, tied at random; activities have years, budgets and states.
  public static func graph(
    seed: UInt64, plans count: Int = 1, activities: Int = 8, decisions: String? = nil
  ) throws -> PlanGraph {
    let folder = try TemporaryFolder()
    for plan in 1...count {
      var rows = RandomRows(seed: seed &* 100 &+ UInt64(plan))
      for (name, text) in rows.files(plan: plan, activities: activities) {
        try folder.write("plans/p\(plan)/\(name).csv", text)
      }
      if let decisions { try folder.write("plans/p\(plan)/decisions.csv", decisions) }
    }
    return PlanGraph(try PlanReading([folder.file("plans")]).plans)
  }
}

private struct RandomRows {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func files(plan: Int, activities: Int) -> [String: String] {
    [
      "plan": "id,name\np\(plan),แผน \(plan)\n",
      "places": table("id,name", 4) { number, _ in "V\(number),บ้าน \(number)" },
      "mechanisms": table("id,name,level,issues,places", 3) { number, rows in
        let level = number == 1 ? "จังหวัด" : "ตำบล"
        return "M\(number),อบต. \(number),\(level),\(rows.some("ประเด็น", 3, 0.5)),"
          + rows.some("V", 4, 0.3)
      },
      "organisations": table("id,name,places", 4) { number, rows in
        "O\(number),องค์กร \(number),\(rows.some("V", 4, 0.4))"
      },
      "leaders": table("id,name,place,issues,organisations,funds", 6) { number, rows in
        "L\(number),คน \(number),V\(number % 4 + 1),\(rows.some("ประเด็น", 3, 0.4)),"
          + "\(rows.some("O", 4, 0.4)),\(rows.some("F", 8, 0.15))"
      },
      "funds": table("id,name,kind,places,organisations", 8) { number, rows in
        let kind = number % 2 == 0 ? "กลุ่มออมทรัพย์" : "กองทุนหมู่บ้าน"
        return
          "F\(number),กองทุน \(number),\(kind),\(rows.some("V", 4, 0.2)),\(rows.some("O", 4, 0.1))"
      },
      "activities": table(
        "id,name,issues,places,status,start,budget,organisations,leaders,funds,mechanisms,adopted_by",
        activities
      ) { number, rows in rows.activity(number) },
      "links": table("from,relation,to", 4) { number, rows in
        let mechanism = rows.some("M", 3, 0.5).split(separator: ";").first ?? "M1"
        return number % 2 == 0
          ? "F\(number),partners,\(mechanism)" : "\(mechanism),partners,F\(number)"
      },
    ]
  }

  private mutating func activity(_ number: Int) -> String {
    let states = ["แผน", "กำลังทำ", "เสร็จ", ""]
    let state = states[Int.random(in: 0...3, using: &random)]
    let year = Bool.random(using: &random) ? "\(Int.random(in: 2560...2568, using: &random))" : ""
    let budget = Bool.random(using: &random) ? "\(Int.random(in: 1...90, using: &random))000" : ""
    let word = ["ขุดบ่อ", "ปลูกป่า", "ออมทรัพย์"][Int.random(in: 0...2, using: &random)]
    let tied = [
      ("O", 4, 0.3), ("L", 6, 0.3), ("F", 8, 0.2), ("M", 3, 0.4), ("M", 3, 0.3),
    ].map { some($0.0, $0.1, $0.2) }.joined(separator: ",")
    return "A\(number),\(word) \(number),\(some("ประเด็น", 3, 0.5)),\(some("V", 4, 0.3)),"
      + "\(state),\(year),\(budget),\(tied)"
  }

  private mutating func some(_ letter: String, _ count: Int, _ share: Double) -> String {
    var chosen: [String] = []
    for number in 1...count where Double.random(in: 0..<1, using: &random) < share {
      chosen.append("\(letter)\(number)")
    }
    return chosen.joined(separator: ";")
  }

  private mutating func table(
    _ heading: String, _ count: Int, _ row: (Int, inout RandomRows) -> String
  ) -> String {
    var lines = [heading]
    for number in 1...count { lines.append(row(number, &self)) }
    return lines.joined(separator: "\n") + "\n"
  }
}
