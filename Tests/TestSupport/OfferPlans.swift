public import Plans

/// Plans that hold little but offers and needs: villages V1 to V4 some 1.1 km apart in a row, and groups
/// O1 to O6 without a place.
public enum OfferPlans {
  /// The heading of the table of offers.
  public static let heading = "id,owner,type,item,category,quantity,unit,months,place\n"

  /// The files of a plan with rows of offers.
  public static func files(
    _ rows: [String], name: String = "a", more: [String: String] = [:]
  ) -> [String: String] {
    let villages = (1...4).map { "V\($0),บ้าน\($0)ของ\(name),\(14 + Double($0) / 100),103" }
    let groups = (1...6).map { "O\($0),กลุ่ม\($0)ของ\(name)" }
    return [
      "plan": "id,name,tambon,province,year\n\(name),แผน\(name),ตำบล\(name),บุรีรัมย์,2567\n",
      "places": "id,name,latitude,longitude\n" + villages.joined(separator: "\n") + "\n",
      "organisations": "id,name\n" + groups.joined(separator: "\n") + "\n",
      "funds": "id,name\nF1,กองทุนของ\(name)\n",
      "offers": heading + rows.joined(separator: "\n") + "\n",
    ].merging(more, uniquingKeysWith: { $1 })
  }

  /// The graph of one plan.
  public static func graph(_ rows: [String], more: [String: String] = [:]) throws -> PlanGraph {
    try SomePlans.graph(["a": files(rows, more: more)])
  }
}
