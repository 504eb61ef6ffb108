import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("Nearness")
struct NearnessTests {
  /// How near the first two rows of two plans are.
  private func nearness(
    _ one: String, _ other: String, places: String, plan: String = "a,แผน,ก,,,2567"
  ) throws -> Nearness {
    let plans = try SomePlans.graph([
      "a": [
        "plan": "id,name,tambon,amphoe,province,year\n\(plan)\n", "places": places,
        "organisations": "id,name\nO1,หนึ่ง\nO2,สอง\n", "activities": "id,name\nA1,งาน\n",
        "offers": OfferPlans.heading
          + "X1,O1,มีให้,ของ,ก,1,ชิ้น,ม.ค.,\(one)\nX2,O2,ต้องการ,ของ,ก,1,ชิ้น,ม.ค.,\(other)\n",
      ]
    ])
    let listings = Listing.all(plans).listings
    return NearnessSearch(plans).nearness(listings[0], listings[1])
  }

  private static let places = """
    id,name,tambon,amphoe,province,latitude,longitude
    V1,นัชวิลล์,ก,,,36.12,-86.67
    V2,ลอสแอนเจลิส,ก,,,33.94,-118.4
    V3,ไม่มีพิกัด,ก,,,-,-
    V4,อีกตำบล,ข,อำเภอหนึ่ง,จังหวัดหนึ่ง,-,-
    V5,อำเภอเดียวกัน,ค,อำเภอหนึ่ง,จังหวัดหนึ่ง,-,-
    V6,จังหวัดเดียวกัน,ง,อำเภอสอง,จังหวัดหนึ่ง,-,-

    """

  @Test("is the great-circle distance where both positions are known: Nashville to Los Angeles")
  func kilometres() throws {
    guard case .kilometres(let found) = try nearness("V1", "V2", places: Self.places) else {
      Testing.Issue.record("no distance")
      return
    }
    #expect(abs(found - 2_886.44) < 0.5)
  }

  @Test("goes by the village, then by what the tambons share, where a position is not known")
  func areas() throws {
    #expect(try nearness("V3", "V3", places: Self.places) == .sameVillage)
    #expect(try nearness("V1", "V3", places: Self.places) == .sameTambon)
    #expect(try nearness("V4", "V5", places: Self.places) == .otherTambon("ข", "ค", .amphoe))
    #expect(try nearness("V4", "V6", places: Self.places) == .otherTambon("ข", "ง", .province))
    #expect(try nearness("V1", "V4", places: Self.places) == .otherTambon("ก", "ข", .none))
  }

  @Test("is not known where the plan does not say where it is, and the rows name no place")
  func unknown() throws {
    #expect(try nearness("-", "-", places: "id,name\n", plan: "a,แผน,-,-,-,-") == .unknown)
    #expect(try nearness("-", "-", places: "id,name\n") == .sameTambon)
  }

  @Test("ranks: one village, some kilometres, one tambon, not known, another province")
  func order() {
    let all: [Nearness] = [
      .sameVillage, .kilometres(3), .sameTambon, .otherTambon("ก", "ข", .amphoe), .unknown,
      .otherTambon("ก", "ข", .province), .otherTambon("ก", "ข", .none),
    ]
    let reckoned = all.map(\.reckonedKilometres)
    #expect(reckoned == reckoned.sorted() && Set(reckoned).count == all.count)
  }
}
