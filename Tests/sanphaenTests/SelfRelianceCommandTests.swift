import TestSupport
import Testing

@Suite struct SelfRelianceCommandTests {
  private let plans = Repository.plans.map(Repository.plan)

  private func items(_ arguments: [String], in folder: String = "/tmp") throws -> [JSON] {
    let run = try Program.sanphaen(
      ["self-reliance"] + arguments + ["--format", "json"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    return try JSON(text: run.output).items
  }

  @Test("Plans, issues and villages have own, total, share and share_with_links")
  func json() throws {
    let found = try items(plans)
    for item in found {
      #expect(item.keys.isSuperset(of: ["scope", "own", "total", "share", "share_with_links"]))
      #expect(item["explanation"]?.string?.speaksThai == true)
      let (now, links) = (item["share_with_funds"], item["share_with_links"])
      if let now = now?.number { #expect((links?.number ?? 0) >= now) }
    }
    let kinds = found.compactMap { $0["scope"]?["kind"]?.string }
    #expect(Set(kinds) == ["plan", "issue", "place", "several_places"])
    #expect(kinds.count { $0 == "plan" } == 2)
  }

  @Test("The sample's own share is that of its table, reckoned by hand")
  func byHand() throws {
    let whole = try #require(try items([plans[0]]).first)
    #expect(whole["own"]?.number == 6_608_500 && whole["total"]?.number == 13_824_500)
    #expect(abs((whole["share"]?.number ?? 0) - 6_608_500 / 13_824_500) < 1e-12)
    #expect(whole["known"]?.number == 52 && whole["activities"]?.number == 56)
  }

  @Test("What cannot be told is null, with the reason, and never zero")
  func unknown() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/activities.csv", "id,name,budget,own_budget\nA1,งาน,-,5\nA2,งานสอง,7,-\n")
    let whole = try #require(try items(["p"], in: folder.path).first)
    #expect(whole["share"] == .null && whole["own"] == .null && whole["total"] == .null)
    #expect(whole["unknown"]?.string == "nothing_known")
    let text = try Program.sanphaen(["self-reliance", "p"], in: folder.path)
    #expect(text.output.contains("ยังบอกสัดส่วนทุนชุมชนไม่ได้"))
  }

  @Test("Plans of several years of one tambon are told in a line of their own")
  func years() throws {
    let folder = try TemporaryFolder()
    for (year, own) in [(2565, 10), (2567, 60)] {
      try folder.write("p/\(year)/plan.csv", "id,name,tambon,year\np\(year),แผน,ก,\(year)\n")
      try folder.write(
        "p/\(year)/activities.csv", "id,name,budget,own_budget\nA1,งาน,100,\(own)\n")
    }
    let text = try Program.sanphaen(["self-reliance", "p", "--lang", "en"], in: folder.path)
    #expect(text.output.contains("2022 10%, then 2024 60% (more)"), "\(text.output)\(text.errors)")
  }
}
