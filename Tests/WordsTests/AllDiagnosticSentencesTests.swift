import Graphs
import Plans
import Sheets
import TestSupport
import Testing
import Words

@Suite("The sentences of all that the check finds")
struct AllDiagnosticSentencesTests {
  private static let files = [
    "places.csv": "id,name,latitude\nV1,บ้านหนึ่ง,200\n",
    "activities.csv": """
    แผนงานตำบล,,,,,,,,
    ลำดับ,id,name,issues,places,budget,own_budget,start,end,leaders,funds
    1,A1,งานหนึ่ง,"น้ำ, ป่า",V1,"50,000",30%,66,2566,นางหนึ่ง  ใจดี,กลุ่มออมทรัพย์บ้านหนึ่ง
    2,A2,งานสอง,น้ำ,V1,40001,60000,2567,2566,L1,กลุ่มออมทรัพบ้านหนึ่ง
    3,A3,งานสาม,-,,40002,-,-,–,L1,F9
    4,A4,งานสี่,,,40003,-,-,-,-,กองทุนพัฒนาตำบล 7
    5,A5,งานห้า,,,40004,-,-,-,-,กองทุนพัฒนาตำบล 8
    6,A6,งานหก,,,(5),50%,-,-,-,กองทุนพัฒนาตำบล 9
    รวม,,,,,5,,,,,

    """,
    "leaders.csv": "id,name,until\nL1,นางหนึ่ง ใจดี,2560\nL2,นายสอง ลับสุดยอด,\n",
    "funds.csv": "id,name,founded,loans,overdue,savings\nF1,กลุ่มออมทรัพย์บ้านหนึ่ง,2600,5,6,50%\n",
    "mapping.yaml": "same: [{kind: fund, name: กลุ่มออมทรัพย์บ้านหนึ่ง, also: กลุ่มหนึ่ง}]\n",
  ]

  private static func reading() throws -> PlanReading {
    let folder = try TemporaryFolder()
    for (name, text) in SmallPlan.files.merging(files, uniquingKeysWith: { $1 }) {
      try folder.write("all/small/" + name, text)
    }
    try folder.write("all/broken.xlsx", bytes: [0x50, 0x4B, 3, 4])
    return try PlanReading([folder.file("all")], examinedAsOf: PlanDate(year: 2025))
  }

  @Test(
    "There are sentences for each, in one language, with what to do", arguments: Language.allCases)
  func both(language: Language) throws {
    let found = try Self.reading().diagnostics
    let codes = Set(found.map(\.code))
    let expected: Set = [
      "unreadable", "title-lines", "totals-row", "split-values", "two-digit-year",
      "share-of-amount",
      "percentage", "end-before-start", "part-over-whole", "negative-amount", "not-on-earth",
      "near-names", "dangling-reference", "joined-names", "term-ended", "in-future",
      "unknown-cells", "several-dashes", "counting-amounts", "series", "activity-without-leader",
      "leader-without-ties",
    ]
    #expect(codes.isSuperset(of: expected), "\(expected.subtracting(codes).sorted())")
    for diagnostic in found {
      let sentences = [language.message(of: diagnostic), language.suggestion(for: diagnostic)]
      #expect(sentences.allSatisfy { $0.count > 3 }, "\(diagnostic.code)")
      for sentence in sentences {
        let isThai = sentence.unicodeScalars.prefix { $0 != "“" }.contains { $0.value > 0xE00 }
        #expect(language == .thai || !isThai, "\(diagnostic.code): \(sentence)")
      }
    }
  }

  @Test("Names of people are left out where others read them")
  func people() throws {
    for diagnostic in try Self.reading().diagnostics {
      for language in Language.allCases {
        let text = language.message(of: diagnostic, hidesPeople: true)
        #expect(!text.contains("ใจดี"), "\(diagnostic.code): \(text)")
      }
    }
  }

  @Test("A two-digit year is asked about with both readings")
  func twoDigits() throws {
    let found = try #require(
      try Self.reading().diagnostics.first { $0.code == "two-digit-year" })
    let text = Language.thai.message(of: found)
    #expect(text.contains("พ.ศ. 2566 (ค.ศ. 2023)") && text.contains("ค.ศ. 2066"))
  }

  @Test("A near name is shown with both places and the code that accepts it")
  func nearName() throws {
    let reading = try Self.reading()
    let found = try #require(reading.diagnostics.first { $0.code == "near-names" })
    guard case .nearNames(let proposal) = found.problem else { return }
    #expect(Language.thai.message(of: found).contains(Language.thai.place(of: proposal.place)))
    #expect(Language.thai.suggestion(for: found).contains("--accept " + proposal.code))
  }

  @Test("Kinds of dash are told with their names and cells")
  func dashes() throws {
    let found = try #require(
      try Self.reading().diagnostics.first { $0.code == "several-dashes" })
    let text = Language.english.message(of: found)
    #expect(text.contains("hyphen") && text.contains("en dash") && text.contains("(I5)"))
  }
}
