import Sheets
import TestSupport
import Testing

@testable import Plans

/// Plans that are plain, or nearly so, read by both readers.
@Suite struct PlainReaderTests {
  private let today = PlanDate(year: 2025, month: 6, day: 1)

  /// What a reading says, record by record, tie by tie, and with all that was found.
  private func content(_ reading: PartReading) -> [String] {
    reading.plans.flatMap { plan -> [String] in
      let records: [any PlanRecord] =
        plan.places + plan.activities + plan.leaders + plan.organisations + plan.funds
        + plan.mechanisms + plan.issues
      return ["\(plan.id) \(plan.name) \(String(describing: plan.tambon)) \(plan.source)"]
        + records.map { String(describing: $0) } + plan.ties.map { String(describing: $0) }
        + plan.offers.map { String(describing: $0) }
        + plan.decisions.map { String(describing: $0) }
    } + Diagnostic.joined(reading.steps).map { $0.map { "\($0)" }.joined(separator: "\n") }
      + reading.sheets.map { "\($0)" } + reading.proposals.map { "\($0)" }
  }

  private struct Readings {
    /// Nil where the plan is not plain.
    let plain: [String]?
    let careful: [String]
  }

  /// Reads tables as those of one plan; or of several, where rows say of which.
  private func read(
    _ tables: [String: [[String]]], _ folder: borrowing TemporaryFolder, isTogether: Bool = false
  ) throws -> Readings {
    let known = KnownLayouts()
    for (name, rows) in tables {
      try folder.write(
        "p/\(name).csv", rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n")
    }
    let input = try #require(try PlanInput.planFolder(folder.file("p")))
    var careful = PlanReader()
    careful.known = known
    try careful.readRows(of: input)
    careful.readReferences(examinedAsOf: today)
    let plain =
      isTogether
      ? PlainFolder.read(input, today) : PlainReader.read(input, 0, today, known, Lexicon())
    return Readings(plain: plain.map(content), careful: content(PartReading(careful)))
  }

  @Test("A plain plan is read as by the careful reader", arguments: UInt64(0)..<12)
  func plain(_ seed: UInt64) throws {
    let readings = try read(RandomTables(seed: seed, spoiled: 0).rows, try TemporaryFolder())
    let plain = try #require(readings.plain)
    #expect(plain == readings.careful)
    #expect(plain.contains { $0.contains("partners") } && plain.count > 60)
  }

  @Test("A plan with odd cells is read as by the careful reader, or left to it")
  func odd() throws {
    var left = 0
    var read = 0
    let folder = try TemporaryFolder()
    for seed in UInt64(0)..<150 {
      let tables = RandomTables(seed: seed, spoiled: 1 + Int(seed % 3))
      let readings = try self.read(tables.rows, folder)
      guard let plain = readings.plain else {
        left += 1
        continue
      }
      read += 1
      #expect(plain == readings.careful, "seed \(seed)")
    }
    #expect(left > 30 && read > 30, "\(left) left, \(read) read")
  }

  @Test(
    "What has to be told is left to the careful reader",
    arguments: [
      ("กิจกรรม", 1, "งบประมาณ", "ร้อยละ 5"), ("กิจกรรม", 1, "งบประมาณ", "-5"),
      ("กิจกรรม", 2, "องค์กรการเงิน", "F99"), ("กิจกรรม", 2, "รหัส", "A01"),
      ("กิจกรรม", 3, "รหัส", "a01"), ("กิจกรรม", 1, "ชื่อกิจกรรม", "-"),
      ("กิจกรรม", 1, "สิ้นสุด", "2550"), ("กิจกรรม", 2, "รหัส", "รวม"),
      ("แกนนำ", 1, "หมู่บ้าน", "V01;V02"), ("แกนนำ", 1, "ยินยอมเปิดเผยชื่อ", "คิดดูก่อน"),
      ("แกนนำ", 1, "เริ่มงาน", "3005"), ("ความเชื่อมโยง", 1, "ถึง", "t1"),
    ])
  func told(_ table: String, _ row: Int, _ heading: String, _ text: String) throws {
    var tables = RandomTables(seed: 4, spoiled: 0)
    let column = try #require(tables.rows[table]?[0].firstIndex(of: heading))
    tables.rows[table]?[row][column] = text
    let readings = try read(tables.rows, try TemporaryFolder())
    #expect(readings.plain == nil)
  }

  @Test(
    "What a column shows is told as by the careful reader",
    arguments: [
      ("องค์กรการเงิน", "ชื่อ", ["กลุ่มออมทรัพย์บ้านเหนืออ", "กลุ่มออมทรัพย์บ้านเหนือ"]),
      ("กิจกรรม", "เริ่ม", ["2560", "2561", "2562", "2563", "2564", "2565"]),
      ("กิจกรรม", "งบประมาณ", ["5001", "5002", "5003", "5004"]),
      ("กิจกรรม", "หมายเหตุ", ["-", "–", "—", "–"]),
      ("กิจกรรม", "ชื่อกิจกรรม", ["ปลูกต้นไม้ปี 2560-1", "ปลูกต้นไม้ปี 2560-2", "ปลูกต้นไม้ปี 2560-3"]),
      ("กิจกรรม", "ชื่อกิจกรรม", ["ปลูกป่าชายเลน 1", "ปลูกป่าชายเลน 2", "ปลูกป่าชายเลน 3"]),
      ("กิจกรรม", "แกนนำ", ["L01", "L02", "L03", "L04", "L05"]),
      ("กิจกรรม", "พื้นที่", ["V01", "V02", "V03", "V04"]),
    ])
  func columns(_ table: String, _ heading: String, _ texts: [String]) throws {
    var tables = RandomTables(seed: 4, spoiled: 0)
    let before = try read(tables.rows, try TemporaryFolder())
    let column = try #require(tables.rows[table]?[0].firstIndex(of: heading))
    for (row, text) in texts.enumerated() { tables.rows[table]?[row + 1][column] = text }
    let readings = try read(tables.rows, try TemporaryFolder())
    #expect(readings.plain == readings.careful)
    let findings = { (content: [String]) in content.filter { $0.hasPrefix("Diagnostic") } }
    #expect(findings(readings.careful) != findings(before.careful))
  }

  @Test("Plans of one folder are read as by the careful reader", arguments: UInt64(0)..<8)
  func together(_ seed: UInt64) throws {
    let tables = RandomTables.together(3, seed: seed, spoiled: 0)
    let readings = try read(tables, try TemporaryFolder(), isTogether: true)
    let plain = try #require(readings.plain)
    #expect(plain == readings.careful)
    #expect(plain.filter { $0.contains("Place(") }.count == 12)
  }

  @Test("Plans of one folder with odd cells are read as by the careful reader, or left to it")
  func oddTogether() throws {
    var left = 0
    var read = 0
    let folder = try TemporaryFolder()
    for seed in UInt64(0)..<100 {
      let tables = RandomTables.together(2, seed: seed, spoiled: 1)
      let readings = try self.read(tables, folder, isTogether: true)
      if readings.plain == nil { left += 1 } else { read += 1 }
      if let plain = readings.plain { #expect(plain == readings.careful, "seed \(seed)") }
    }
    #expect(left > 15 && read > 15, "\(left) left, \(read) read")
  }

  @Test(
    "A folder in which it is not clear to which plan a row belongs is left to the careful reader",
    arguments: [
      ("แกนนำ", "แผน", "t9"), ("แกนนำ", "แผน", "-"), ("แผน", "รหัส", "t2"), ("แผน", "ชื่อแผน", "t2"),
    ])
  func unclear(_ table: String, _ heading: String, _ text: String) throws {
    var tables = RandomTables.together(2, seed: 1, spoiled: 0)
    let column = try #require(tables[table]?[0].firstIndex(of: heading))
    tables[table]?[1][column] = text
    let folder = try TemporaryFolder()
    for (name, rows) in tables {
      try folder.write(
        "p/\(name).csv", rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n")
    }
    let input = try #require(try PlanInput.planFolder(folder.file("p")))
    #expect(PlainFolder.read(input, today) == nil)
  }
}

/// The tables of a small plan, each cell random, and some of them odd.
private struct RandomTables {
  /// By the name of the sheet its rows, the heading first.
  var rows: [String: [[String]]] = [:]
  private var random: SeededGenerator

  init(seed: UInt64, spoiled: Int) {
    random = SeededGenerator(seed: seed)
    rows["แผน"] = [["รหัส", "ชื่อแผน", "ตำบล", "ปี"], ["t1", "แผนตำบลทดสอบ", "ทดสอบ", "2567"]]
    add("พื้นที่", ["รหัส", "ชื่อหมู่บ้าน", "หมู่ที่", "ละติจูด", "ครัวเรือน"], 4) { number, random in
      ["V0\(number)", Self.names[number], "\(number)", "13.7\(number)5", "1\(number)4"]
    }
    add(
      "กิจกรรม",
      [
        "รหัส", "ชื่อกิจกรรม", "ประเด็น", "พื้นที่", "ลักษณะการทำ", "สถานะ", "เริ่ม", "สิ้นสุด", "งบประมาณ",
        "ทุนชุมชน", "องค์กร", "แกนนำ", "องค์กรการเงิน", "กลไกสนับสนุน", "หมายเหตุ",
      ], 9
    ) { number, random in
      [
        "A0\(number)", "งาน" + Self.names[number + 4],
        Self.some(["แหล่งน้ำ", "ที่ดิน", "ป่าชุมชน", "หนี้สิน"], &random), Self.ids("V", 4, &random),
        Self.one(["ทำเอง", "ทำร่วม", "-"], &random), Self.one(["แผน", "กำลังทำ", "เสร็จ", ""], &random),
        "256\(number % 5)", Self.one(["2568", "๒๕๖๙", "-"], &random),
        Self.one(["\"12,500\"", "9000", "๑๒๐๐๐", "500 บาท", "-", "1500.50"], &random),
        Self.one(["300", "-"], &random), Self.ids("O", 3, &random), Self.ids("L", 5, &random),
        Self.ids("F", 3, &random), Self.ids("M", 2, &random), "-",
      ]
    }
    addPeople()
    addOthers()
    for _ in 0..<spoiled { spoil() }
  }

  /// The tables of plans `t1`, `t2`, …, each row with its plan; in every second one the rows are mixed.
  static func together(_ count: Int, seed: UInt64, spoiled: Int) -> [String: [[String]]] {
    var together: [String: [[String]]] = [:]
    for number in 1...count {
      let tables = RandomTables(seed: seed * 8 + UInt64(number), spoiled: spoiled)
      for (name, rows) in tables.rows {
        if name == "แผน" {
          let own = ["t\(number)", "แผนตำบลที่ \(number)"] + rows[1].dropFirst(2)
          together[name, default: [rows[0]]].append(own)
        } else {
          together[name, default: [rows[0] + ["แผน"]]] += rows.dropFirst().map {
            $0 + ["t\(number)"]
          }
        }
      }
    }
    var random = SeededGenerator(seed: seed)
    for (name, rows) in together.sorted(by: { $0.key < $1.key })
    where seed % 2 == 1 && name != "แผน" {
      together[name] = [rows[0]] + rows.dropFirst().shuffled(using: &random)
    }
    return together
  }

  private mutating func addPeople() {
    add(
      "แกนนำ",
      [
        "รหัส", "ชื่อ", "หมู่บ้าน", "ตำแหน่งในชุมชน", "ความสามารถ", "ประเด็น", "องค์กร", "องค์กรการเงิน",
        "เริ่มงาน", "ยินยอมเปิดเผยชื่อ",
      ], 5
    ) { number, random in
      [
        "L0\(number)", "นาย" + Self.names[number + 13], Self.one(["V01", "V02", "-"], &random),
        Self.some(["ประธานกลุ่ม", "ครู", "อสม."], &random), Self.some(["ทำบัญชี", "พูด"], &random),
        Self.one(["แหล่งน้ำ", "ที่ดิน;แหล่งน้ำ", "-"], &random), Self.ids("O", 3, &random),
        Self.ids("F", 3, &random), "255\(number)", Self.one(["ใช่", "ไม่", "-"], &random),
      ]
    }
    add("องค์กร", ["รหัส", "ชื่อ", "ประเภท", "พื้นที่", "ประเด็น", "ปีก่อตั้ง"], 3) { number, random in
      [
        "O0\(number)", "เครือข่าย" + Self.names[number + 18], Self.one(["ชมรม", "-"], &random),
        Self.ids("V", 4, &random), Self.one(["ที่ดิน", "-"], &random), "25\(number)5",
      ]
    }
  }

  private mutating func addOthers() {
    add(
      "องค์กรการเงิน",
      ["รหัส", "ชื่อ", "ประเภท", "พื้นที่", "สมาชิก", "เงินออม", "ประเภทสวัสดิการ", "บัญชีเป็นปัจจุบัน", "ข้อมูล ณ"], 3
    ) { number, random in
      [
        "F0\(number)", "กองทุน" + Self.names[number + 9], "กลุ่มออมทรัพย์", Self.ids("V", 4, &random),
        "\(number)20", "\"1,\(number)00,000\"", Self.some(["เกิด", "ป่วย"], &random),
        Self.one(["ใช่", "ไม่", "-"], &random), "2567",
      ]
    }
    add("กลไก", ["รหัส", "ชื่อ", "หน่วยงาน", "ระดับ", "ประเด็น", "รูปแบบสนับสนุน"], 2) { number, random in
      [
        "M0\(number)", "สำนักงาน" + Self.names[number + 2], Self.one(["กรมหนึ่ง", "-"], &random),
        Self.one(["ตำบล", "จังหวัด", "-"], &random), Self.one(["ที่ดิน", "-"], &random),
        Self.one(["สมทบงบ;สถานที่", "บุคลากร", "-"], &random),
      ]
    }
    rows["ความเชื่อมโยง"] = [
      ["จาก", "ความสัมพันธ์", "ถึง", "เริ่ม"], ["F01", "partners", "F02", "2560"],
      ["O01", "partners", "O02", "-"],
    ]
    rows["แลกเปลี่ยน"] = [
      ["รหัส", "เจ้าของ", "ชนิด", "รายการ", "จำนวน", "หน่วย", "พื้นที่"],
      ["X1", "O01", "มีให้", "ข้าว", "\"1,200\"", "กก.", "V01"],
      ["X2", "L02", "ต้องการ", "ปุ๋ย", "-", "-", "-"],
    ]
  }

  private mutating func add(
    _ table: String, _ heading: [String], _ count: Int,
    _ row: (Int, inout SeededGenerator) -> [String]
  ) {
    rows[table] = [heading] + (1...count).map { row($0, &random) }
  }

  private mutating func spoil() {
    let table = rows.keys.sorted().randomElement(using: &random) ?? ""
    guard let count = rows[table]?.count, count > 1 else { return }
    let row = Int.random(in: 1..<count, using: &random)
    let column = Int.random(in: 0..<(rows[table]?[row].count ?? 1), using: &random)
    rows[table]?[row][column] = Self.odd.randomElement(using: &random) ?? ""
  }

  private static func one(_ words: [String], _ random: inout SeededGenerator) -> String {
    words.randomElement(using: &random) ?? ""
  }

  private static func some(_ words: [String], _ random: inout SeededGenerator) -> String {
    let chosen = words.filter { _ in Bool.random(using: &random) }
    return chosen.isEmpty ? "-" : chosen.joined(separator: ";")
  }

  private static func ids(
    _ letter: String, _ count: Int, _ random: inout SeededGenerator
  ) -> String {
    some((1...count).map { "\(letter)0\($0)" }, &random)
  }

  private static let names = [
    "", "เขาใหญ่", "ดงพริก", "สระบัว", "หนองแวง", "ขุดลอกคู", "ปลูกผักกินใบ", "ซ่อมฝาย", "จดบันทึกรายรับ",
    "อบรมช่างไม้", "เลี้ยงปลาดุก", "ทำปุ๋ยหมัก", "ตรวจแนวเขต", "ปล่อยพันธุ์กุ้ง", "สมชาย ใจดี", "วิชัย แก้วตา",
    "ประสิทธิ์ ทองมา", "อุดม ศรีสุข", "ธงชัย นิลวงศ์", "คนรักษ์ถิ่น", "เยาวชนตาทิพย์", "ผู้เฒ่าเล่าขาน", "สตรีทอผ้า",
  ]

  /// What people also type, some of it as good as the usual.
  private static let odd = [
    "", "-", "–", "—", " ", "ไม่ทราบ", "ไม่มี", "N/A", "abc", "๑๒๓", "๑,๒๓๔", "(200)", "1200.-",
    "1.5 ล้านบาท", "30%", "ร้อยละ ๓๐", "31 พ.ค. 66", "31/5/2566", "2566-05-31", "66", "มี", "x", "ใช่",
    "รวม", "รวม 12 โครงการ", "หมายเหตุ: ก", "A01", "a01", "t1", "t1/A02", "F99", "F01;F02",
    "F01 และ F02",
    "L01;L01; l02", "แหล่งน้ำ;แหล่งนํ้า", "1", "-5", "12a", "ก  ข", "พ.ศ.2560", "2299", "#REF!", "'=1+1",
    "\u{200B}F01", "1.2.3", "12 คน", "1e5", "é", "e\u{0301}", " F01 ", "กํา", "F01;;F02", "TRUE",
    "เขาใหญ่", "สมชาย ใจดี", "นายสมชาย ใจดี", "ทำเอง", "own", "partners", "V04", "13.75", "0012",
    "12.50",
  ]
}
