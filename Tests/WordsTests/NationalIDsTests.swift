import Plans
import TestSupport
import Testing

@testable import Words

@Suite("Identity cards' numbers in texts")
struct NationalIDsTests {
  private func shown(_ text: String) throws -> String {
    Privacy(try SmallPlan.reading().plans, .thai).shown(text)
  }

  @Test(
    "are kept out, whatever stands between their digits",
    arguments: [
      "เลข 1101700207030 ครับ", "1-1017-00207-03-0", "1 1017 00207 03 0", "๑๑๐๑๗๐๐๒๐๗๐๓๐",
      "(3100600445635)", "บัตร:1101700207030/2567", "ผิดหลักท้าย 1101700207031",
    ])
  func hidden(text: String) throws {
    let shown = try shown(text)
    #expect(shown.contains("(ไม่แสดงเลขประจำตัว)"))
    #expect(!shown.contains("00207") && !shown.contains("๐๐๒๐๗") && !shown.contains("00445"))
  }

  @Test(
    "leave other long numbers alone",
    arguments: ["11017002070301", "110170020703", "งบ 1,101,700,207,030 บาท"])
  func others(text: String) throws {
    #expect(try shown(text) == text)
  }
}
