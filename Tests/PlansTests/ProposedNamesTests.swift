import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct ProposedNamesTests {
  private func examine(_ files: KeyValuePairs<String, String>) throws -> PlanReading {
    let folder = try TemporaryFolder()
    try folder.write("p/plan.csv", "id,name\np,แผน\n")
    for (name, text) in files { try folder.write("p/" + name, text) }
    return try PlanReading([folder.file("p")], examinedAsOf: PlanDate(year: 2025))
  }

  @Test("A word that refers to nothing is proposed for the near row, with the places of both")
  func dangling() throws {
    let reading = try examine([
      "funds.csv": "id,name\nF1,กลุ่มออมทรัพย์บ้านหนองแวง\n",
      "activities.csv": "id,name,funds\nA1,ก,กลุ่มออมทรัพย์บ้านหนองแวก\nA2,ข,กลุ่มออมทรัพย์บ้านหนองแวก\n",
    ])
    #expect(reading.plans[0].ties.isEmpty)
    #expect(reading.diagnostics.contains { $0.code == "dangling-reference" })
    let found = try #require(reading.diagnostics.first { $0.code == "near-names" })
    guard case .nearNames(let proposal) = found.problem else { return }
    #expect(proposal.name == "กลุ่มออมทรัพย์บ้านหนองแวง" && proposal.also.hasSuffix("แวก"))
    #expect(proposal.reason == .letter && proposal.kind == .fund && !proposal.isBetweenRows)
    #expect(proposal.place.cell?.description == "2" && proposal.place.file == "funds.csv")
    #expect(found.cells.map(\.description) == ["C2", "C3"] && found.severity == .warning)
    #expect(proposal.code.count == 5 && reading.nameProposals == [proposal])
  }

  @Test("Two rows of near names are a note, and stay two")
  func rows() throws {
    let reading = try examine([
      "leaders.csv": "id,name,issues\nL1,นายบุญมา ใจดีงาม,น้ำ\nL2,นายบุญมี ใจดีงาม,น้ำ\nL3,บุญมา ใจดีงาม,น้ำ\n"
    ])
    #expect(reading.plans[0].leaders.count == 3)
    let found = reading.diagnostics.filter { $0.code == "near-names" }
    #expect(found.count == 2 && found.allSatisfy { $0.severity == .note })
    #expect(reading.nameProposals.allSatisfy { $0.isBetweenRows })
  }

  @Test("Villages of other numbers or tambons are two, however near their names")
  func places() throws {
    let reading = try examine([
      "leaders.csv": "name\nก\n",
      "places.csv":
        "id,name,moo,tambon\nV1,บ้านหนองบัวงาม,1,ก\nV2,หนองบัวงาม,2,ก\nV3,บ้านหนองบัวงาย,๑,ข\n",
    ])
    #expect(reading.nameProposals.isEmpty)
  }

  @Test("A number that lost its zeros is proposed for the id that has them")
  func zeros() throws {
    let reading = try examine([
      "funds.csv": "id,name\n001,ก\n002,ข\n", "activities.csv": "id,name,funds\nA1,ก,1\nA2,ข,F2\n",
    ])
    #expect(reading.nameProposals.map(\.reason) == [.zeros])
    #expect(reading.nameProposals.map(\.name) == ["001"])
  }

  @Test("Issues that are spelled nearly alike are proposed, those the vocabulary joins are not")
  func issues() throws {
    let reading = try examine([
      "activities.csv": "id,name,issues\nA1,ก,ที่ดินทำกิน;สวนยางพารา\nA2,ข,ที่ดิน;สวนยางพาราา\n"
    ])
    #expect(reading.nameProposals.map(\.also) == ["สวนยางพาราา"])
  }

  @Test("A proposal's code depends on its names alone")
  func codes() throws {
    let files: (String) -> KeyValuePairs<String, String> = { rows in
      [
        "funds.csv": "id,name\n\(rows)F1,กลุ่มออมทรัพย์บ้านหนองแวง\n",
        "activities.csv": "id,name,funds\nA1,ก,กลุ่มออมทรัพย์ บ้านหนองแวง\n",
      ]
    }
    let codes = try ["", "F0,อื่น\n"].map { try examine(files($0)).nameProposals.map(\.code) }
    #expect(codes[0].count == 1 && codes[0] == codes[1])
  }

  @Test("Fifty thousand names are compared without comparing each with each")
  func many() throws {
    let names =
      (0..<50_000).map { "กลุ่มออมทรัพย์เพื่อการผลิตบ้านหมู่ที่ \($0)" } + ["กลุมออมทรัพย์เพื่อการผลิตบ้านหมู่ที่ 7"]
    let pairs = NearNames(names, of: .fund, vocabulary: .standard).pairs()
    #expect(pairs.map(\.first) == [7] && pairs.map(\.second) == [50_000])
  }
}
