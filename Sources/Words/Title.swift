/// A word that stands before a person's name.
struct Title: Sendable {
  /// How surely what follows is a name.
  enum Strength { case always, longNames, atWordStart }

  let letters: [Unicode.Scalar]
  let strength: Strength

  /// The titles, the longest first.
  private static let all: [Title] = {
    let always = """
      นาย นาง นางสาว เด็กชาย เด็กหญิง คุณ คุณครู คุณหมอ คุณพ่อ คุณแม่ พระ พระอาจารย์ พระครู พระมหา พระปลัด พระสมุห์ \
      พระใบฎีกา พระอธิการ เจ้าอธิการ พระภิกษุ เจ้าอาวาส หลวงพ่อ หลวงปู่ หลวงตา หลวงพี่ หลวงลุง พ่อหลวง แม่หลวง ครูบา แม่ชี สามเณร \
      อาจารย์ ดอกเตอร์ ผศ.ดร. รศ.ดร. กำนัน ผู้ใหญ่ ผู้ใหญ่บ้าน ผู้ช่วย พ่อใหญ่ แม่ใหญ่ ว่าที่ ว่าที่ร้อยตรี ว่าที่ร้อยโท ร้อยตรี ร้อยโท ร้อยเอก \
      จ่าสิบเอก จ่าสิบตรี สิบเอก สิบโท สิบตรี ดาบตำรวจ พันตรี พันโท พันเอก อิหม่าม โต๊ะอิหม่าม บาบอ ฮัจยี หมอ ปราชญ์ \
      นายก ปลัด ตระกูล นามสกุล สกุล ว่าที่ร.ต. ว่าที่ร.ท. ว่าที่ร.อ.
      """
    let longNames = "พี่ ป้า ลุง น้า พ่อ แม่ น้อง ยาย ปู่ ครู พ่อครู แม่ครู"
    let atWordStart = """
      น.ส. นส. ด.ช. ด.ญ. ดร. ผศ. รศ. ศ. อ. อจ. ผญ. ผช. ร.ต. ร.ท. ร.อ. พ.ต. พ.ท. พ.อ. จ.ส.อ. จ.ส.ต. ส.อ. ส.ต. \
      ด.ต. พ.ต.ท. พ.ต.อ. พ.ต.ต. ร.ต.อ. ร.ต.ท. ร.ต.ต. ส.อบต. อา ตา ย่า mr mrs ms miss dr khun nai nang phra
      """
    return [
      (always, Strength.always), (longNames, .longNames), (atWordStart, .atWordStart),
    ]
    .flatMap { words, strength in
      words.split { $0.isWhitespace }.map { word in
        Title(letters: FoldedText(word).letters, strength: strength)
      }
    }
    .sorted { $0.letters.count > $1.letters.count }
  }()

  /// Words and names of things that begin as if with a title, known to all.
  static let lookalikes = """
    คุณธรรม คุณภาพ คุณค่า คุณสมบัติ คุณวุฒิ คุณประโยชน์ คุณลักษณะ แม่น้ำ แม่พิมพ์ แม่ศรีเรือน นางฟ้า นางนวล นางพญา นายทุน นายช่าง \
    พี่เลี้ยง น้องใหม่ ครูใหญ่ ครูอาสา พระธรรม พระราชทาน หมอดิน หมอยา หมอลำ
    """.split(separator: " ").map(String.init)

  private static let byFirstLetter = Dictionary(grouping: all) { $0.letters[0] }

  private static let byLastLetter = Dictionary(grouping: all) { $0.letters[$0.letters.count - 1] }

  /// How many letters of a leader's name may be a title, the longest first.
  static func leading(_ name: FoldedText) -> [Int] {
    guard let titles = name.letters.first.flatMap({ byFirstLetter[$0] }) else { return [] }
    let lengths = titles.filter { $0.leads(name) }.map(\.letters.count)
    // พระอาจารย์ is one title, not พระ before somebody called อาจารย์.
    return lengths.filter { short in
      !lengths.contains { long in
        long > short && all.contains { $0.letters.elementsEqual(name.letters[short..<long]) }
      }
    }
  }

  private func leads(_ name: FoldedText) -> Bool {
    let count = letters.count
    guard name.letters.starts(with: letters) else { return false }
    if count == name.letters.count { return true }
    if name.continuesSyllable(at: count) || name.pieces[count] == name.pieces[count - 1] {
      return false
    }
    // Without its full stop a short one is the beginning of too many names.
    return strength != .atWordStart || name.typed[name.pieces[count].lowerBound - 1] == "."
  }

  /// Where the title before a name begins in a text; nil where none stands there.
  static func start(before name: Range<Int>, in text: FoldedText) -> Int? {
    guard name.lowerBound > 0, let titles = byLastLetter[text.letters[name.lowerBound - 1]] else {
      return nil
    }
    let isLong = text.count(of: name) > 2
    for title in titles where title.letters.count <= name.lowerBound {
      let start = name.lowerBound - title.letters.count
      guard text.letters[start..<name.lowerBound].elementsEqual(title.letters) else { continue }
      switch title.strength {
      case .always: return start
      case .longNames where isLong: return start
      default: if text.isWordStart(start) { return start }
      }
    }
    return nil
  }
}
