import Sheets

/// Rows of a sheet that sum up the others.
enum TotalsRow {
  /// What stands for a name in such a row, by the key of a heading.
  static let words: Set<String> = [
    "รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "รวมเงิน", "รวมเป็นเงิน", "รวมเป็นเงินทั้งสิ้น", "รวมงบประมาณ",
    "รวมงบประมาณทั้งสิ้น", "รวมยอด", "ยอดรวม", "ยอดรวมทั้งสิ้น", "รวมย่อย", "ทั้งหมด", "ทั้งสิ้น", "total",
    "grandtotal", "subtotal", "sum",
  ]

  /// Whether a cell's text says that its row sums up others: `รวม`, `รวม 12 โครงการ`, `รวม (บาท)`.
  ///
  /// A name that only begins alike, such as รวมพลังคนรักป่า, is none.
  static func isTotal(_ text: String) -> Bool {
    let key = MatchKey.name(text)
    if words.contains(MatchKey.heading(key)) { return true }
    guard let end = key.firstIndex(where: { $0.isNumber || "(:=".contains($0) }) else {
      return false
    }
    let rest = key[end...].drop { $0.isNumber || "(:=,. ".contains($0) }
    return words.contains(MatchKey.heading(String(key[..<end])))
      && (rest.isEmpty || units.contains { rest.hasPrefix($0) })
  }

  private static let units = [
    "โครงการ", "กิจกรรม", "รายการ", "บาท", "คน", "ราย", "หมู่บ้าน", "แห่ง", "กลุ่ม", "กองทุน", "องค์กร",
    "ครัวเรือน", "project", "baht", "item",
  ]
}
