import Graphs
public import Linkage
import Plans

extension OpportunitySentences {
  /// What the link would change, in words; empty where nothing is new.
  public func effect(_ effect: Effect) -> String {
    var parts: [String] = []
    if effect.isFirst { parts.append(first) }
    if !effect.isFirst, !effect.newActivities.isEmpty {
      let activities = effect.newActivities.map { "“\(names.name(of: $0).clipped(to: 40))”" }
      let list = language.list(activities, atMost: 2) { language.more($0, .activity) }
      parts.append(
        language.pick(
          "หน่วยงานจะเข้าถึงงานที่ยังไม่ได้สนับสนุน คือ \(list)",
          "the agency would reach work that it does not support yet: \(list)"))
    }
    if !effect.newPlaces.isEmpty {
      let places = language.list(effect.newPlaces.map(names.name(of:)), atMost: 3)
      parts.append(
        language.pick(
          "ทุนชุมชนจะไปถึง\(places)เป็นครั้งแรก", "savings would reach \(places) for the first time"))
    }
    if effect.joinsPieces {
      parts.append(
        language.pick(
          "เชื่อมสองกลุ่มงานที่ยังไม่โยงถึงกันเลย", "two pieces of the plan that nothing joins would be one"))
    }
    if let share = effect.ownShare, share < 0.5 {
      parts.append(
        language.pick(
          "วันนี้งบของงานนี้เป็นทุนชุมชนเอง \(language.percent(share))",
          "today \(language.percent(share)) of its budget is the community's own"))
    }
    return parts.joined(separator: " · ")
  }

  private var first: String {
    switch approach.proposes {
    case .leads: language.pick("งานนี้ยังไม่มีแกนนำ", "nobody leads this work yet")
    case .adopts:
      language.pick("งานนี้ยังไม่อยู่ในแผนของท้องถิ่น", "it is in no plan of local government yet")
    case .finances: language.pick("งานนี้ยังไม่มีองค์กรการเงินหนุน", "no fund stands beside this work yet")
    default: language.pick("ยังไม่มีความเชื่อมโยงแบบนี้", "it has no such tie yet")
    }
  }

  /// What speaks against it, or should be known first; empty where nothing does.
  public func cautions(_ cautions: [Caution]) -> String {
    cautions.map(caution).joined(separator: " · ")
  }

  private func caution(_ caution: Caution) -> String {
    switch caution {
    case .accountsNotCurrent(let fund):
      language.pick(
        "บัญชีของ \(names.name(of: fund)) ยังไม่เป็นปัจจุบัน",
        "the accounts of \(names.name(of: fund)) are not up to date")
    case .overdue(let fund, let share):
      language.pick(
        "\(names.name(of: fund)) มีหนี้ค้างชำระ \(language.percent(share)) ของเงินกู้",
        "\(language.percent(share)) of the loans of \(names.name(of: fund)) are overdue")
    case .strengthUnknown(let fund):
      language.pick(
        "ยังไม่ทราบความเข้มแข็งของ \(names.name(of: fund)) (ไม่มีข้อมูลหนี้ค้างและบัญชี)",
        "how strong \(names.name(of: fund)) is, is not known (neither overdue loans nor accounts)")
    case .leaderLoaded(let leader, let count):
      language.pick(
        "\(names.name(of: leader)) รับงานอยู่แล้ว \(language.count(count, .activity))",
        "\(names.name(of: leader)) carries \(language.count(count, .activity)) already")
    case .termEnds(let leader, let date):
      language.pick(
        "\(names.name(of: leader)) จะครบวาระก่อนงานจบ (\(language.date(date)))",
        "the term of \(names.name(of: leader)) ends before the work does (\(language.date(date)))")
    case .otherTambon(let one, let other):
      language.pick("อยู่คนละตำบล (\(one) กับ \(other))", "they are in two tambons (\(one), \(other))")
    case .otherPlaces:
      language.pick("อยู่คนละหมู่บ้าน", "they are in different villages")
    }
  }

  /// What a meeting has said of it before; empty where none has.
  public func history(_ history: History?) -> String {
    guard let history else { return "" }
    let day = history.date.map { language.pick("เมื่อ ", "on ") + language.date($0) } ?? ""
    switch history.outcome {
    case .pending:
      return language.pick("เคยเสนอที่ประชุมแล้ว รอมติ", "put to a meeting already, not decided")
    case .postponed:
      return language.pick(
        day.isEmpty ? "ที่ประชุมเลื่อนไว้ ยังรอมติ" : "ที่ประชุม\(day) เลื่อนไว้ ยังรอมติ",
        day.isEmpty
          ? "postponed by a meeting, not decided" : "postponed by a meeting \(day), not decided")
    case .rejected(let grown):
      var subjects: [String] = []
      for subject in grown.map(subject) where !subjects.contains(subject) {
        subjects.append(subject)
      }
      let reasons = subjects.joined(separator: language.pick(" ", ", "))
      let why = history.reason.map { " (" + names.shown($0.oneLine) + ")" } ?? ""
      return language.pick(
        "ที่ประชุมเคยไม่เห็นชอบ\(day)\(why) แต่มีเหตุเพิ่มขึ้นแล้ว คือเรื่อง\(reasons)",
        "a meeting rejected it \(day)\(why), but more speaks for it since: \(reasons)")
    }
  }

  /// What the paths of a metapath are about, in a word or two.
  private func subject(_ metaPath: String) -> String {
    let words: [(String, String, String)] = [
      ("leader", "คน", "people"), ("organisation", "กลุ่ม", "groups"), ("issue", "ประเด็น", "issues"),
      ("place", "พื้นที่", "places"), ("mechanism", "หน่วยงานที่สนับสนุน", "supporters"),
      ("co-finance", "ทุนที่ร่วมกัน", "joint funds"), ("near", "พื้นที่", "places"),
      ("similar", "งานที่คล้ายกัน", "similar work"), ("fund", "องค์กรการเงิน", "funds"),
      ("activity", "งานที่ทำร่วมกัน", "joint work"), ("support", "การสนับสนุน", "support"),
      ("shared", "สิ่งที่มีร่วมกัน", "what they share"), ("colleague", "คนที่เคยร่วมงาน", "colleagues"),
      ("years", "งานในช่วงปีเดียวกัน", "work of the same years"),
      ("size", "งานที่ใช้งบใกล้เคียงกัน", "work of a like budget"),
      ("name", "งานที่ชื่อคล้ายกัน", "work of a like name"),
      ("three", "ทางที่โยงถึงกัน", "ways between them"),
    ]
    guard let found = words.first(where: { metaPath.hasPrefix($0.0) }) else { return metaPath }
    return language.pick(found.1, found.2)
  }
}

extension OpportunitySentences {
  /// What stands elsewhere, and that its parts are all here.
  func explanation(of pattern: Pattern, from plan: NodeID) -> String {
    let (there, here) = (pattern.there, pattern.here)
    let (issue, other) = (names.name(of: pattern.issue), names.name(of: plan))
    let done = (names.plans.record(of: there.activity) as? Activity)?.status == .done
    return language.pick(
      "ใน\(other) \(names.name(of: there.fund)) หนุน “\(names.name(of: there.activity))” เรื่อง\(issue) "
        + "โดยมี \(names.name(of: there.mechanism)) สนับสนุน \(done ? "ทำสำเร็จแล้ว" : "กำลังทำอยู่") "
        + "ที่นี่มีทั้ง \(names.name(of: here.fund)) “\(names.name(of: here.activity))” และ "
        + "\(names.name(of: here.mechanism)) แล้ว \(missing(pattern))",
      "In \(other), \(names.name(of: there.fund)) stands beside “\(names.name(of: there.activity))” "
        + "(\(issue)), supported by \(names.name(of: there.mechanism)); it is "
        + "\(done ? "done" : "under way"). Here are \(names.name(of: here.fund)), "
        + "“\(names.name(of: here.activity))” and \(names.name(of: here.mechanism)) too; "
        + missing(pattern))
  }

  /// Which tie is missing here.
  private func missing(_ pattern: Pattern) -> String {
    let (fund, work) = (names.name(of: pattern.here.fund), names.name(of: pattern.here.activity))
    let supporter = names.name(of: pattern.here.mechanism)
    if pattern.hasFund {
      return language.pick(
        "\(fund) หนุนงานนี้อยู่แล้ว ขาดแต่ \(supporter) ยังไม่ได้สนับสนุน",
        "\(fund) stands beside “\(work)” already, but \(supporter) does not support it yet")
    }
    if pattern.hasSupporter {
      return language.pick(
        "\(supporter) สนับสนุนงานนี้อยู่แล้ว ขาดแต่ \(fund) ยังไม่ได้หนุน",
        "\(supporter) supports “\(work)” already, but \(fund) does not stand beside it yet")
    }
    return language.pick(
      "แต่ทั้ง \(fund) และ \(supporter) ยังไม่ได้หนุนงานนี้",
      "but neither \(fund) nor \(supporter) stands beside it yet")
  }
}
