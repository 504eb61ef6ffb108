import Graphs
import TestSupport
import Testing

@testable import Plans

@Suite struct NearNamesTests {
  private func reason(_ left: String, _ right: String, _ kind: NodeKind = .fund)
    -> NameProposal.Reason?
  {
    let names = [left, right].map(MatchKey.name)
    return NearNames(names, of: kind, vocabulary: .standard).pairs().first?.reason
  }

  @Test(
    "One letter more, less, other or swapped is near, a tone mark too",
    arguments: [
      ("กลุ่มออมทรัพย์บ้านหนองแวง", "กลุ่มออมทรัพย์บ้านหนองแวก"), ("กองทุนสวัสดิการ", "กองทุนสวัสดการ"),
      ("กลุ่มเลี้ยงโคบ้านทุ่ง", "กลุ่มเลียงโคบ้านทุ่ง"), ("กลุ่มออมทรัพย์", "กลุ่มออทมรัพย์"),
      ("community forest", "comunity forest"), ("กลุ่มออมทรัพย์บ้านทุ่ง", "กลุ่มออมทรัพบ้านทุ่ง"),
      ("กลุ่มออมทรัพย์บ้านทุ่ง", "กลุ่มออมทรัพยบ้านทุ่ง"), ("เอกสารสิทธิ์ที่ดิน", "เอกสารสิทธิที่ดิน"),
    ])
  func oneLetter(_ left: String, _ right: String) {
    #expect(reason(left, right) == .letter)
    #expect(reason(right, left) == .letter)
  }

  @Test("Only blanks, dots or signs between them are near")
  func blanks() {
    #expect(reason("กลุ่มออมทรัพย์ บ้านทุ่ง", "กลุ่มออมทรัพย์บ้านทุ่ง") == .blanks)
    #expect(reason("ส.ป.ก. จังหวัด", "สปก จังหวัด", .mechanism) != nil)
  }

  @Test(
    "A title more or less is near",
    arguments: [
      ("นายสมชาย ใจดี", "สมชาย ใจดี", NodeKind.leader), ("น.ส.มาลี สวนสุข", "นางสาวมาลี สวนสุข", .leader),
      ("กลุ่มทอผ้าบ้านทุ่ง", "ทอผ้าบ้านทุ่ง", .organisation), ("บ้านโคกเจริญ", "โคกเจริญ", .place),
      ("โครงการปลูกป่า", "ปลูกป่า", .activity),
      ("กลุ่มออมทรัพย์เพื่อการผลิตบ้านทุ่ง", "ออมทรัพย์เพื่อการผลิตบ้านทุ่ง", .fund),
      ("สภาองค์กรชุมชน ต.วังอ่าง", "สภาองค์กรชุมชนตำบลวังอ่าง", .mechanism),
    ])
  func titles(_ left: String, _ right: String, _ kind: NodeKind) {
    #expect([.title, .abbreviation].contains(reason(left, right, kind)))
  }

  @Test("An abbreviation of the vocabulary and its words in full are near")
  func abbreviations() {
    #expect(reason("อบต.โคกเจริญ", "องค์การบริหารส่วนตำบลโคกเจริญ", .mechanism) == .abbreviation)
    #expect(reason("ธ.ก.ส. สาขาอำเภอ", "ธกส. สาขาอำเภอ", .mechanism) != nil)
    #expect(reason("อบต.โคกเจริญ", "อบต.วังอ่าง", .mechanism) == nil)
  }

  @Test(
    "Names that differ by a number, a Roman one, a single letter or more than one letter are not near",
    arguments: [
      ("กองทุนหมู่บ้าน หมู่ 1", "กองทุนหมู่บ้าน หมู่ 2"), ("กลุ่มออมทรัพย์ 1", "กลุ่มออมทรัพย์ 11"),
      ("RAILWAYS II", "RAILWAYS III"), ("RAILWAYS", "RAILWAYS V"), ("กลุ่มออมทรัพย์ ก", "กลุ่มออมทรัพย์ ข"),
      ("กลุ่มออมทรัพย์บ้านเหนือ", "กลุ่มออมทรัพย์บ้านใต้"), ("ป่าไม้", "ป่าใม้"), ("ก", "ข"), ("", "ก"),
    ])
  func notNear(_ left: String, _ right: String) { #expect(reason(left, right) == nil) }

  @Test("Of all pairs those are found that a comparison of each with each finds")
  func bruteForce() {
    var random = SeededGenerator(seed: 7)
    let letters = Array("กขคงจ่้าิabc1".unicodeScalars)
    var texts: Set<String> = []
    while texts.count < 300 {
      var text = String.UnicodeScalarView("กขคงจกขค".unicodeScalars)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = text.indices.randomElement(using: &random) ?? text.startIndex
        text.replaceSubrange(
          place..<place, with: [letters.randomElement(using: &random) ?? "ก"])
      }
      let key = MatchKey.name(String(text))
      if key.unicodeScalars.count >= 7 { texts.insert(key) }
    }
    let names = texts.sorted()
    let found = NearNames(names, of: .issue, vocabulary: Vocabulary()).pairs()
    let forms = NameForms(names, of: .issue, vocabulary: Vocabulary())
    var partners: [Int: Int] = [:]
    for pair in found {
      #expect(forms.likeness(pair.first, pair.second) == .letter)
      partners[pair.first, default: 0] += 1
      partners[pair.second, default: 0] += 1
    }
    // Of many that are near each other not every pair is named, but everyone of them is.
    for (index, name) in names.enumerated() {
      let isNear = names.indices.contains {
        $0 != index && forms.likeness($0, index) == .letter
      }
      #expect(isNear == (partners[index] != nil), "\(name)")
    }
  }

  /// Names with and without titles, abbreviations, levels and numbers, some of them misspelled.
  private func someNames(_ random: inout SeededGenerator) -> [String] {
    let heads = ["", "นาย", "กลุ่ม", "ศูนย์", "อบต.", "องค์การบริหารส่วนตำบล", "บ้าน", "ต.", "กลุ่มออมทรัพย์"]
    let middles = ["สมชาย", "หนองแวง", "ทรัพย์", "Forest", "café", "ก", "ยก์ ", "โคกเจริญ", "ที่ดิน"]
    let tails = ["", " ใจดี", "บ้านทุ่ง", " ต.วังอ่าง", " ตำบลวังอ่าง", " หมู่ 1", " หมู่ ๒", " II", "-ข"]
    let letters = Array("กข่้ิ์ เ.1a-".unicodeScalars)
    let bodies = (0..<10).map { _ in
      [middles, middles, tails].compactMap { $0.randomElement(using: &random) }.joined()
    }
    return (0..<80).map { _ in
      let parts = [heads, bodies].compactMap { $0.randomElement(using: &random) }
      var text = String.UnicodeScalarView(parts.joined().unicodeScalars)
      let place = text.indices.randomElement(using: &random) ?? text.startIndex
      switch Int.random(in: 0...5, using: &random) {
      case 0: text.insert(letters.randomElement(using: &random) ?? "ก", at: place)
      case 1: text.remove(at: place)
      case 2: text.insert(text.remove(at: place), at: text.startIndex)
      default: break
      }
      return String(text)
    }
  }

  @Test(
    "Of names of every shape just those pairs are found that a comparison of each with each finds",
    arguments: ProposedNames.kinds)
  func everyShape(_ kind: NodeKind) {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<6 {
      var seen: Set<NameKey> = []
      let names = someNames(&random).filter { seen.insert(NameKey($0)).inserted }
      let forms = NameForms(names, of: kind, vocabulary: .standard)
      var near: [[Int]] = []
      for (place, _) in names.enumerated() {
        near += (0..<place).filter { forms.likeness($0, place) != nil }.map { [$0, place] }
      }
      let found = NearNames(names, of: kind, vocabulary: .standard).pairs()
      #expect(
        found.map { [$0.first, $0.second] } == near.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
      #expect(found.allSatisfy { $0.reason == forms.likeness($0.first, $0.second) })
      #expect(!found.isEmpty)
    }
  }

  @Test("A name that comes again is near to nothing for that")
  func again() {
    let names = Array(repeating: "กลุ่มออมทรัพย์บ้านทุ่ง", count: 40) + ["กลุ่มออมทรัพย์บ้านทุ่ง ", "กลุ่มเลี้ยงโค"]
    #expect(NearNames(names, of: .fund, vocabulary: .standard).pairs().isEmpty)
    let near = NearNames(names + ["กลุ่มออมทรัพบ้านทุ่ง"], of: .fund, vocabulary: .standard).pairs()
    #expect(near.map { [$0.first, $0.second] } == [[0, 42]])
  }

  @Test("A tambon and a village of one name are not near each other")
  func levels() {
    let names = ["บ้านโคกเจริญ", "ต.โคกเจริญ", "ตำบลโคกเจริญ", "โคกเจริญ"]
    let pairs = NearNames(names, of: .place, vocabulary: .standard).pairs()
    #expect(pairs.map { [$0.first, $0.second] } == [[0, 3], [1, 2]])
  }
}
