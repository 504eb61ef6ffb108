/// Invented names, each once within a tambon.
struct Names {
  private var chance: Chance
  private var taken: Set<String> = []

  init(seed: UInt64, tambon: Int) { chance = Chance(seed: seed, tambon: tambon, stream: 2) }

  /// The name of a tambon or an amphoe; the same wherever it is named.
  static func district(seed: UInt64, _ number: Int, isAmphoe: Bool) -> String {
    var chance = Chance(seed: seed, tambon: number, stream: isAmphoe ? 3 : 4)
    return chance.one(of: stems) + chance.one(of: endings)
  }

  /// A village's name without its บ้าน.
  mutating func village() -> String {
    unused { chance in chance.one(of: Names.stems) + chance.one(of: Names.endings) }
  }

  /// A person's name with its title.
  mutating func person() -> String {
    unused { chance in
      let isMan = chance.occurs(0.55)
      let title = isMan ? "นาย" : chance.occurs(0.6) ? "นาง" : "นางสาว"
      let given = chance.one(of: isMan ? Names.men : Names.women)
      return title + given + " " + chance.one(of: Names.stems) + chance.one(of: Names.families)
    }
  }

  /// A name, or where a row bears it already the name with a number.
  mutating func distinct(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name) \(number)"
      number += 1
    }
    return candidate
  }

  private mutating func unused(_ draw: (inout Chance) -> String) -> String {
    for _ in 0..<20 {
      let name = draw(&chance)
      if taken.insert(name).inserted { return name }
    }
    return distinct(draw(&chance))
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  private static let stems = words(
    "หนอง โคก โนน ดอน ห้วย นา ทุ่ง คลอง วัง บึง ท่า ป่า สระ บ่อ เขา สวน ไร่ หาด โพน ปาก")
  private static let endings = words(
    """
    แวง สูง สว่าง เจริญ สะอาด ไผ่ ยาง ตาล ม่วง แดง ใหญ่ น้อย ทอง แก้ว ขาม โพธิ์ หว้า บัว ทราย ไทร \
    งาม คู กุง ตูม จาน ไฮ แสง เย็น ขาว ดำ สมบูรณ์ พัฒนา หลวง เหนือ ใต้ กลาง หิน ปลา ช้าง กระโดน
    """)
  private static let families = words(
    """
    สุข ทอง แก้ว งาม ดี ใจ ศรี คำ มูล เพชร พล ชัย วงศ์ มา บุญ จันทร์ แสง รัตน์ ภักดี สมบัติ ขันธ์ \
    สาร ราช พันธ์ เลิศ มั่น คง ยืน หอม หวาน
    """)
  private static let men = words(
    """
    บุญเลิศ สมัย คำพอง สุดใจ ประเสริฐ สมชาย ทองดี อำพล ศักดา มานพ สังวาลย์ พรชัย วิชิต สงัด เฉลียว \
    ประยูร บุญมี สมพงษ์ วิเชียร อุดม ไพโรจน์ สำราญ จำรัส ถาวร ธวัช นิคม เสถียร สนั่น อนันต์ ชูชาติ
    """)
  private static let women = words(
    """
    ทองใบ พิมพ์ใจ บัวลี อรทัย ประนอม กาญจนา มะลิ วันเพ็ญ ชลธิชา ลำดวน สมหมาย บุญเรือน ละเอียด จันทร์เพ็ญ \
    สุภาพ รัตนา เพ็ญศรี อารีย์ นงลักษณ์ สมใจ ดวงใจ คำปุ่น ประไพ สุนีย์ อุไร วาสนา บังอร กัลยา ทิพย์ ยุพิน
    """)
}
