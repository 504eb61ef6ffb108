import TestSupport
import Testing

@Suite struct ReportCommandTests {
  private func report(
    _ plan: String, to name: String, in folder: borrowing TemporaryFolder, _ options: [String] = []
  ) throws -> Program {
    try Program.sanphaen(
      ["report", plan, "--output", name] + options, in: folder.path, epoch: "1700000000")
  }

  /// Every text that a report says, by file; those of PDFs where pdftotext is installed.
  private func texts(_ name: String, in folder: borrowing TemporaryFolder) throws -> [(
    String, [UInt8]
  )] {
    var texts: [(String, [UInt8])] = []
    for file in folder.everything() where file.hasPrefix(name + "/") {
      if [".html", ".json", ".svg", ".dot"].contains(where: file.hasSuffix) {
        texts.append((file, try folder.bytes(file)))
      } else if file.hasSuffix(".xlsx") {
        texts.append((file, Array(try folder.cells(file).utf8)))
      } else if file.hasSuffix(".pdf"), !file.contains("/diagrams/"),
        let run = try? Program("/usr/bin/pdftotext", [file, "-"], in: folder.path), run.code == 0
      {
        texts.append((file, Array(run.output.utf8)))
      }
    }
    return texts
  }

  @Test("Two reports of one plan on one date are the same bytes, file by file")
  func sameBytes() throws {
    let folder = try TemporaryFolder()
    let plan = Repository.plan("khok-charoen")
    for name in ["one", "two"] { #expect(try report(plan, to: name, in: folder).code == 0) }
    let all = folder.everything()
    let files = all.filter { $0.hasPrefix("one/") }.map { $0.dropFirst(4) }
    #expect(all.filter { $0.hasPrefix("two/") }.map { $0.dropFirst(4) } == files)
    #expect(all.count == 2 * files.count + 2)
    for name in ["booklet.pdf", "opportunities.xlsx", "findings.json", "index.html"] {
      #expect(files.contains(Substring(name)))
    }
    #expect(files.contains { $0.hasSuffix(".svg") } && files.contains { $0.hasSuffix(".png") })
    for file in files where file != "diagrams" {
      let isSame = try folder.bytes("one/\(file)") == folder.bytes("two/\(file)")
      #expect(isSame, "\(file)")
    }
  }

  @Test("No text of a report names a leader without consent or holds a phone number")
  func privacy() throws {
    let folder = try TemporaryFolder()
    let plan = Repository.plan("wang-ang")
    #expect(try report(plan, to: "out", in: folder).code == 0)
    let words = try PrivateWords.of(plan)
    #expect(words.count > 20)
    let texts = try texts("out", in: folder)
    #expect(texts.count > 4)
    // One who consented is found, so the search would find the others too.
    for (file, text) in texts where file.hasSuffix("index.html") || file.hasSuffix("booklet.pdf") {
      #expect(PrivateWords.found(["นายสมนึก พรุทองคำ"], in: text).count == 1, "\(file)")
    }
    for (file, text) in texts {
      let found = PrivateWords.found(words, in: text)
      #expect(found == [], "\(file)")
    }
  }

  @Test("Names stay hidden also where ids are left out, cells are wrong and columns are unknown")
  func privacyOfBadPlans() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/plan.csv", "id,name\np,Plan\n")
    try folder.write("p/places.csv", "id,name\nV1,บ้านหนึ่ง\n")
    try folder.write("p/funds.csv", "id,name,places\nF1,ออม,V1\n")
    try folder.write(
      "p/activities.csv",
      """
      id,name,places,issues,leaders,funds
      A1,ปลูกป่า,V1,ป่า,นางลับ ซ่อนเร้น;นางลับ คงเดิม,
      A2,ขุดบ่อ,V1,ป่า,นางลับ ซ่อนเร้น,F1
      """)
    try folder.write(
      "p/leaders.csv",
      """
      id,name,place,funds,since,phone,consent,ชื่อเล่น,เบอร์มือถือ
      ,นางลับ ซ่อนเร้น,V1,F1,นางลับ ปกปิด,080-000-0001,,ลับลี้,080-000-0002
      ,นางลับ ซ่อนเร้น,V1,F1,2550,080-000-0001,,ลับลี้,080-000-0002
      """)
    try folder.write(
      "p/links.csv", "from,relation,to\nนางลับ ซ่อนเร้น,partners,นางลับ หลบหน้า\nF1,partners,A1\n")
    try folder.write(
      "p/offers.csv", "id,owner,type,item\nX1,นางลับ มิดชิด,offer,ปุ๋ย\n")
    let run = try report("p", to: "out", in: folder)
    #expect(run.code == 1)
    let words = [
      "ซ่อนเร้น", "คงเดิม", "ปกปิด", "หลบหน้า", "มิดชิด", "ลับลี้", "080-000-0001", "080-000-0002",
    ]
    let texts = try texts("out", in: folder)
    #expect(texts.count > 4)
    for (file, text) in texts {
      let found = PrivateWords.found(words, in: text)
      #expect(found == [], "\(file)")
    }
  }

  @Test("The files that are written are named in one JSON document")
  func json() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.csv", "id,name\nF1,ออม\n")
    try folder.write("p/activities.csv", "id,name\nA1,ขุดบ่อ\n")
    let run = try report("p", to: "out", in: folder, ["--format", "json"])
    #expect(run.code == 0)
    let files = try #require(try JSON(text: run.output)["files"]).items.compactMap(\.string)
    #expect(files.first == "out/booklet.pdf")
    let left = folder.everything().filter { $0.hasPrefix("out/") && $0 != "out/diagrams" }
    #expect(files.sorted() == left)
  }

  @Test("Other files of the folder stay, and a report that cannot be written leaves nothing beside")
  func otherFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.csv", "id,name\nF1,ออม\n")
    try folder.write("out/mine.txt", "x")
    #expect(try report("p", to: "out", in: folder).code == 0)
    #expect(try folder.text("out/mine.txt") == "x")
    let kept = folder.everything().filter { $0.hasPrefix(".") }
    #expect(kept == [])
    try folder.write("taken", "x")
    try expectComplaint(
      ["report", "p", "--output", "taken/out"], in: folder, code: 3, naming: ["“taken/out"])
  }

  @Test("Where the folder stands as a file, the error names it and nothing stays beside")
  func fileInTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.csv", "id,name\nF1,ออม\n")
    try folder.write("out", "x")
    try expectComplaint(["report", "p", "--output", "out"], in: folder, code: 3, naming: ["“out"])
  }
}
