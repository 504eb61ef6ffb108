import Plans
import Testing

@Suite struct MatchKeyTests {
  @Test(
    "Spellings that a reader takes for one share their key",
    arguments: [
      ("กลุ่ม  ออม", " กลุ่ม ออม "), ("ABC", "abc"), ("a\u{00A0}b", "a b"), ("a\tb\n", "a b"),
      ("น้\u{0E4D}า", "น้ำ"), ("เเม่", "แม่"), ("กลุ่ม\u{200B}ออม", "กลุ่มออม"), ("a–b", "a-b"),
      ("a\u{2212}b", "a-b"), ("\u{FEFF}a", "a"), ("", "  "),
    ])
  func same(_ left: String, _ right: String) {
    #expect(MatchKey.name(left) == MatchKey.name(right))
  }

  @Test(
    "Marks typed twice or in the wrong order are mended, each by its code points",
    arguments: [
      ("ก\u{0E48}\u{0E31}น", "ก\u{0E31}\u{0E48}น"), ("ท\u{0E48}\u{0E35}", "ท\u{0E35}\u{0E48}"),
      ("ผ\u{0E49}\u{0E39}", "ผ\u{0E39}\u{0E49}"), ("ส\u{0E34}ทธ\u{0E4C}\u{0E34}", "สิทธิ์"),
      ("บ\u{0E49}\u{0E49}าน", "บ\u{0E49}าน"), ("ผ\u{0E39}\u{0E39}\u{0E49}", "ผ\u{0E39}\u{0E49}"),
      ("ท\u{0E35}\u{0E48}\u{0E35}", "ท\u{0E35}\u{0E48}"),
      ("น\u{0E33}\u{0E49}", "น\u{0E49}\u{0E33}"),
      ("น\u{0E4D}\u{0E49}า", "น\u{0E49}\u{0E33}"),
      ("น\u{0E49}\u{0E4D}\u{0E33}", "น\u{0E49}\u{0E33}"),
      ("น\u{0E49}\u{0E33}\u{0E33}", "น\u{0E49}\u{0E33}"), ("จ\u{0E4D}\u{0E32}", "จ\u{0E33}"),
      ("น\u{0E49}\u{200B}\u{0E33}\u{0E49}", "น\u{0E49}\u{0E33}"),
    ])
  func marks(_ typed: String, _ meant: String) {
    #expect(MatchKey.name(typed) == MatchKey.name(meant))
    #expect(MatchKey.name(meant) == meant)
  }

  @Test("Letters composed and apart are one (NFC), and so is a cell in Thai that holds them")
  func composed() {
    #expect(
      MatchKey.name("Cafe\u{0301} ป\u{0E48}\u{0E31}น") == MatchKey.name("Café ป\u{0E31}\u{0E48}น"))
    #expect(MatchKey.name("\u{212B}") == MatchKey.name("\u{00E5}"))
  }

  @Test(
    "Spellings that differ to a reader do not share their key",
    arguments: [
      ("กลุ่มออม", "กลุ่ม ออม"), ("ป่า", "ปา"), ("a-b", "ab"), ("a_b", "a b"), ("1", "๑"), ("ก่", "ก้"),
      ("ปู่", "ปู"),
    ])
  func different(_ left: String, _ right: String) {
    #expect(MatchKey.name(left) != MatchKey.name(right))
  }

  @Test(
    "The key of a key is the key itself",
    arguments: [
      "กลุ่ม  ออม ", "A – B", "เเม่น้\u{0E4D}า", "a\u{200B} \u{200B}b", "-", "ÀÉ",
      "น\u{0E4D}\u{0E33}\u{0E49}\u{0E49}า",
    ])
  func idempotent(_ text: String) {
    let key = MatchKey.name(text)
    #expect(MatchKey.name(key) == key)
  }

  @Test("In headings neither spaces nor _ nor - matter")
  func headings() {
    #expect(MatchKey.heading(" Own_Budget ") == MatchKey.heading("own-budget"))
    #expect(MatchKey.heading("ข้อมูล ณ") == MatchKey.heading("ข้อมูลณ"))
    #expect(MatchKey.heading("own budget") != MatchKey.heading("budget"))
  }

  @Test(
    "A single dash of any kind and white space say that nothing is known",
    arguments: ["", " ", "-", "–", "−", "—", " - ", "\u{200B}", "\n"])
  func unknown(_ text: String) { #expect(MatchKey.isUnknown(text)) }

  @Test("Zero, two dashes and words are known", arguments: ["0", "--", "ไม่มี", ".", "๐"])
  func known(_ text: String) { #expect(!MatchKey.isUnknown(text)) }
}
