import Testing

@testable import Plans

@Suite struct LexiconTests {
  private func withBytes<Value>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Value)
    -> Value
  {
    Array(text.utf8).withUnsafeBufferPointer(body)
  }

  @Test("Words are known by their bytes, and each is kept trimmed, however many there are")
  func words() {
    let lexicon = Lexicon()
    let words = (0..<40_000).map { "คำที่ \($0)" } + ["", " ", "ก", " ก", "ก "]
    let numbers = words.map { word in withBytes(word) { lexicon.number(of: $0) } }
    #expect(numbers == Array(words.indices))
    #expect(words.map { word in withBytes(word) { lexicon.number(of: $0) } } == numbers)
    #expect(numbers.map { lexicon[$0] } == words.map(\.trimmed))
    // Beyond what it keeps for texts.
    #expect(withBytes(" ใหม่ ") { lexicon.text($0) } == "ใหม่")
    #expect(withBytes("คำที่ 7") { lexicon.text($0) } == "คำที่ 7")
  }

  @Test("Issues of one meaning share a key, and spellings of one name its number")
  func issues() {
    let lexicon = Lexicon()
    func issue(_ word: String) -> Lexicon.Issue {
      lexicon.issue(withBytes(word) { lexicon.number(of: $0) }, .standard)
    }
    #expect(issue("แหล่งน้ำ").keyNumber == issue("water").keyNumber)
    #expect(issue("แหล่งน้ำ").nameNumber != issue("water").nameNumber)
    #expect(issue("แหล่งน้ำ").nameNumber == issue("แหล่งนํ้า").nameNumber)
    #expect(issue("ที่ดิน").keyNumber != issue("แหล่งน้ำ").keyNumber)
    #expect(issue("ที่ดิน").isOne && !issue("ที่ดิน, แหล่งน้ำ").isOne)
  }
}
