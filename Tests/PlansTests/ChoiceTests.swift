import Testing

@testable import Plans

@Suite struct ChoiceTests {
  private func check<Value: Choice>(_ type: Value.Type) where Value: Equatable {
    for value in type.allCases {
      for word in [value.rawValue, value.thai, value.rawValue.uppercased(), " \(value.thai) "] {
        #expect(Value(word: word) == value, "\(word)")
      }
    }
  }

  @Test("Every word of every list is known in English and Thai, in any case")
  func allWords() {
    check(Activity.Mode.self)
    check(Activity.Status.self)
    check(Mechanism.Level.self)
    check(Mechanism.Support.self)
    check(Offer.Direction.self)
    check(Decision.Status.self)
    check(Answer.self)
  }

  @Test("The words are those of FORMAT")
  func words() {
    #expect(Activity.Mode(word: "ขอสนับสนุน") == .request)
    #expect(Activity.Mode(word: "self") == .own)
    #expect(Activity.Status(word: "กำลังทำ") == .active)
    #expect(Mechanism.Support(word: "co fund") == .coFund)
    #expect(Mechanism.Support(word: "สมทบงบ") == .coFund)
    #expect(Decision.Status(word: "in-plan") == .inPlan)
    #expect(Offer.Direction(word: "มีให้") == .offer)
    #expect(Mechanism.Level(word: "ตำบล") == .tambon)
  }

  @Test("Yes and no have more words than one")
  func answers() {
    #expect(["ใช่", "มี", "ยินยอม", "Y", "1", "/"].allSatisfy { Answer(word: $0) == .yes })
    #expect(["ไม่", "ไม่ใช่", "ไม่มี", "ไม่ยินยอม", "N", "0"].allSatisfy { Answer(word: $0) == .no })
  }

  @Test("Any other word is none", arguments: ["", "ทำ", "selfish", "done", "-"])
  func none(_ word: String) { #expect(Activity.Mode(word: word) == nil) }
}
