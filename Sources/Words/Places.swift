public import Plans

extension Language {
  /// Where a plan is: `ต.วังอ่าง อ.ชะอวด จ.นครศรีธรรมราช`; empty where unknown.
  public func place(of plan: Plan) -> String {
    let parts: [(String, String?)] = [
      (pick("ต.", "Tambon "), plan.tambon), (pick("อ.", "Amphoe "), plan.amphoe),
      (pick("จ.", "Changwat "), plan.province),
    ]
    return parts.compactMap { prefix, name in name.map { prefix + $0 } }
      .joined(separator: pick(" ", ", "))
  }

  /// Where a plan is and of which year; empty where unknown.
  public func placeAndYear(of plan: Plan) -> String {
    [place(of: plan), plan.year.map(year) ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
