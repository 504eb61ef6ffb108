import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("The likeness of items")
struct ItemLikenessTests {
  private func likeness(_ offer: String, _ need: String) throws -> ItemLikeness? {
    let plans = try OfferPlans.graph([
      "X1,O1,มีให้,\(offer),1,ชิ้น,ม.ค.,V1", "X2,O2,ต้องการ,\(need),1,ชิ้น,ม.ค.,V1",
    ])
    let listings = Listing.all(plans).listings
    return ItemLikeness(listings[0], listings[1])
  }

  @Test(
    "is that of the names, then of the category; where both categories differ there is none",
    arguments: [
      ("ปุ๋ยคอก,ปัจจัย", "ปุ๋ยคอก ,ปัจจัย", ItemLikeness.same), ("ปุ๋ยคอก,-", "ปุ๋ยคอก,ปัจจัย", .same),
      ("ปุ๋ยคอก,อาหาร", "ปุ๋ยคอก,ปัจจัย", nil), ("มูลวัวตากแห้ง,ปัจจัย", "มูลโคตากแห้ง,ปัจจัย", .similar),
      ("ข้าวสารหอมมะลิ,-", "ข้าวสาร,อาหาร", .similar), ("แกลบ,ปัจจัย", "มูลโค,ปัจจัย", .category),
      ("แกลบ,-", "มูลโค,-", nil), ("แกลบ,-", "มูลโค,ปัจจัย", nil),
    ])
  func levels(offer: String, need: String, expected: ItemLikeness?) throws {
    #expect(try likeness(offer, need) == expected)
  }
}
