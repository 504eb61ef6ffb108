/// Random plans of any size, with the names and the dirt that planners type.
public enum SizedPlan {
  private static let words = [
    "กลุ่มออมทรัพย์", "บ้านหนองแวง", "เพื่อการผลิต", "ฟื้นฟูป่าชุมชน", "น้ำประปา", "กุฎุมพี", "มกุฏราชกุมาร", "ที่ดินทำกิน",
    "สวัสดิการผู้สูงอายุ", "Learning centre", "A&B <ร่วมใจ>", "\"ศรีสุข\"", "50%", "\\N", "{ก|ข}", "ญี่ปุ่น",
    "โครงการส่งเสริมและสนับสนุนการมีส่วนร่วมของประชาชนในการจัดทำแผนชุมชนพึ่งตนเองระดับตำบล", "👩‍🌾", "เกื้อกูล",
  ]
  private static let issues = ["น้ำ", "ป่า", "ที่ดิน", "หนี้สิน", "สวัสดิการ", "อาชีพ", "ขยะ", "เด็ก"]

  /// The files of a plan of about so many nodes.
  public static func files(seed: UInt64, nodes: Int) -> [String: String] {
    var random = SeededGenerator(seed: seed)
    func count(_ share: Double, least: Int = 0) -> Int {
      max(least, Int((Double(nodes) * share).rounded()))
    }
    let counts = [
      "A": count(0.45, least: 1), "V": count(0.05), "M": count(0.07), "O": count(0.12),
      "L": count(0.2), "F": count(0.1),
    ]
    func name() -> String {
      (0..<Int.random(in: 1...3, using: &random))
        .compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
    }
    // Few are in much, most in little, as in life.
    func some(_ letter: String, _ most: Int) -> String {
      guard let count = counts[letter], count > 0 else { return "" }
      let chosen = (0..<Int.random(in: 0...most, using: &random)).map { _ in
        let share = Double.random(in: 0..<1, using: &random)
        return "\(letter)\(Int(share * share * Double(count)) + 1)"
      }
      return Set(chosen).sorted().joined(separator: ";")
    }
    func table(_ heading: String, _ letter: String, _ row: () -> [String]) -> String {
      let rows = (0..<(counts[letter] ?? 0)).map { index in
        (["\(letter)\(index + 1)", name()] + row()).map(quoted).joined(separator: ",")
      }
      return ([heading] + rows).joined(separator: "\n") + "\n"
    }
    var files = ["plan.csv": "id,name,year,tambon,province\nsized,แผนสุ่ม,2567,หนองสุ่ม,สุรินทร์\n"]
    files["places.csv"] = table("id,name", "V") { [] }
    files["mechanisms.csv"] = table("id,name,level", "M") { ["ตำบล"] }
    files["organisations.csv"] = table("id,name,places", "O") { [some("V", 2)] }
    files["leaders.csv"] = table("id,name,consent,place,organisations,funds", "L") {
      [
        Bool.random(using: &random) ? "ใช่" : "ไม่", some("V", 1), some("O", 2), some("F", 2),
      ]
    }
    files["funds.csv"] = table("id,name,places,members,savings", "F") {
      [some("V", 2), "\(Int.random(in: 3...900, using: &random))", "1,250,000"]
    }
    files["activities.csv"] = table(
      "id,name,status,issues,places,organisations,leaders,funds,mechanisms,budget", "A"
    ) {
      [
        ["planned", "active", "done", ""].randomElement(using: &random) ?? "",
        Set((0..<2).compactMap { _ in issues.randomElement(using: &random) }).sorted()
          .joined(separator: ";"),
        some("V", 2), some("O", 2), some("L", 2), some("F", 1), some("M", 2),
        Bool.random(using: &random) ? "25,000" : "-",
      ]
    }
    return files
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
