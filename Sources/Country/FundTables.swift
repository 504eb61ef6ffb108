import Plans

/// What funds have, and what is offered and needed.
extension TambonTables {
  mutating func fundRow(_ row: Int) -> [Column: String] {
    let fund = tambon.funds[row]
    let place =
      fund.kind.isWide
      ? "ตำบล" + district : fund.places.first.map { "บ้าน" + villages[$0] } ?? ""
    let members = Int(chance.around(60, spread: 0.3) * (1 + fund.size))
    let savings = Double(members) * chance.around(6_000, spread: 0.6)
    let loans = savings * chance.around(0.7, spread: 0.4)
    let title = fund.kind.word + place
    var cells: [Column: String] = [
      .id: id(.fund, row), .name: name(title), .kind: fund.kind.word,
      .places: ids(.place, fund.places), .organisations: ids(.organisation, fund.organisations),
      .founded: hand.year(2530 + chance.whole(0...35)), .members: hand.count(members, "คน"),
      .accountsCurrent: ["ใช่", "ไม่", hand.unknown][chance.count([60, 20, 20])],
      .officialGrade: ["A", "B", "C", hand.unknown][chance.count([20, 20, 10, 50])],
      .asOf: hand.year(2566 + chance.whole(0...2)),
    ]
    let figures: [(Column, Double)] = [
      (.savings, savings), (.loans, loans), (.overdue, loans * 0.2 * chance.unit()),
      (.shares, savings * 0.3 * chance.unit()), (.reserves, savings * 0.1 * chance.unit()),
      (.assets, (savings + loans) * 0.8), (.externalDebt, loans * 0.3 * chance.unit()),
      (.welfarePaid, savings * 0.02),
    ]
    for (column, amount) in figures where !chance.occurs(0.2) { cells[column] = hand.money(amount) }
    return cells
  }

  mutating func offerRows() -> [[Column: String]] {
    let items = ["มูลวัวตากแห้ง", "ฟางอัดก้อน", "กล้ายางนา", "ข้าวเปลือก", "ผักอินทรีย์", "แรงงานช่างไม้"]
    return (0..<chance.whole(3...9)).map { row in
      let owner = chance.whole(0...tambon.organisations.count - 1)
      let direction: Offer.Direction = chance.occurs(0.5) ? .offer : .need
      return [
        .id: "X\(row + 1)", .owner: id(.organisation, owner), .type: direction.thai,
        .item: chance.one(of: items), .quantity: hand.count(chance.whole(1...80) * 25, "หน่วย"),
        .place: id(.place, chance.whole(0...tambon.villages.count - 1)),
      ]
    }
  }
}
