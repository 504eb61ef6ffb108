import Plans
import TestSupport
import Testing

@Suite struct RowRecordsTests {
  @Test("Every column of a plan and its places is read")
  func planAndPlaces() throws {
    let plan = try #require(
      try readPlans([
        "plan.csv": "id,name,tambon,amphoe,province,region,year\np,แผน,ก,ข,ค,ง,2567\n",
        "places.csv":
          "id,name,moo,tambon,amphoe,province,latitude,longitude,households\nV1,บ้าน,3,ก,ข,ค,14.5,102.25,186\n",
        "leaders.csv": "name\nก\n",
      ]).plans.first)
    #expect(
      [plan.id, plan.name, plan.tambon, plan.amphoe, plan.province, plan.region] == [
        "p", "แผน", "ก", "ข", "ค", "ง",
      ])
    #expect(plan.year == PlanDate(year: 2024))
    let place = try #require(plan.places.first)
    #expect(
      [place.id, place.name, place.moo, place.tambon, place.amphoe, place.province] == [
        "V1", "บ้าน", "3", "ก", "ข", "ค",
      ])
    #expect([place.latitude, place.longitude, place.households] == [14.5, 102.25, 186])
  }

  @Test("Every column of an activity is read")
  func activities() throws {
    let reading = try readPlans([
      "activities.csv": """
      id,name,mode,status,start,end,budget,own_budget,note
      A1,งาน,ทำร่วม,done,2566,31/5/2567,"180,000 บาท",๕๐๐,จด
      """
    ])
    let activity = try #require(reading.plans[0].activities.first)
    #expect(activity.mode == .joint && activity.status == .done)
    #expect(activity.start == PlanDate(year: 2023))
    #expect(activity.end == PlanDate(year: 2024, month: 5, day: 31))
    #expect(activity.budget == 180_000 && activity.ownBudget == 500 && activity.note == "จด")
  }

  @Test(
    "Every column of a leader is read; consent that is not given is no consent",
    arguments: [("ใช่", true), ("ไม่", false), ("-", false), ("อาจจะ", false)])
  func leaders(_ word: String, _ consent: Bool) throws {
    let reading = try readPlans([
      "leaders.csv":
        "id,name,positions,skills,since,until,phone,consent\nL1,ก,ผญบ.;ครู,สอน,2550,2570,08,\(word)\n"
    ])
    let leader = try #require(reading.plans[0].leaders.first)
    #expect(leader.positions == ["ผญบ.", "ครู"] && leader.skills == ["สอน"])
    #expect(leader.since == PlanDate(year: 2007) && leader.until == PlanDate(year: 2027))
    #expect(leader.consent == consent)
    #expect(leader.extra.isEmpty)
  }

  @Test("Every column of a fund is read")
  func funds() throws {
    let reading = try readPlans([
      "funds.csv": """
      id,name,kind,founded,members,savings,shares,loans,overdue,reserves,assets,external_debt,welfare_kinds,\
      welfare_paid,accounts_current,committee,official_grade,as_of
      F1,ก,ออม,2527,1,2,3,4,5,6,7,8,เกิด,9,ไม่,11 คน,A,2567-12-31
      """
    ])
    let fund = try #require(reading.plans[0].funds.first)
    #expect(fund.kind == "ออม" && fund.founded == PlanDate(year: 1984))
    let amounts = [
      fund.members, fund.savings, fund.shares, fund.loans, fund.overdue, fund.reserves,
      fund.assets, fund.externalDebt, fund.welfarePaid,
    ]
    #expect(amounts == (1...9).map(Double.init))
    #expect(fund.welfareKinds == ["เกิด"] && fund.accountsCurrent == false)
    #expect(fund.committee == "11 คน" && fund.officialGrade == "A")
    #expect(fund.asOf == PlanDate(year: 2024, month: 12, day: 31))
  }

  @Test("Every column of an organisation and a mechanism is read")
  func organisations() throws {
    let plan = try readPlans([
      "leaders.csv": "name\nก\n", "organisations.csv": "name,kind,founded\nก,กลุ่ม,2540\n",
      "mechanisms.csv": "name,agency,level,supports\nอบต.,ท้องถิ่น,ตำบล,สมทบงบ;premises\n",
    ]).plans[0]
    #expect(plan.organisations.first?.kind == "กลุ่ม")
    #expect(plan.organisations.first?.founded == PlanDate(year: 1997))
    let mechanism = try #require(plan.mechanisms.first)
    #expect(mechanism.agency == "ท้องถิ่น" && mechanism.level == .tambon)
    #expect(mechanism.supports == [.coFund, .premises] && !mechanism.isShared)
  }
}
