public import Graphs
public import Linkage
import Plans

extension OpportunitySentences {
  /// All that is known of a pair, line by line: how it stands, every path with its share, what it
  /// would change, and what speaks against it.
  public func account(of examination: Examination) -> String {
    let ends = "\(names.name(of: examination.from)) → \(names.name(of: examination.to))"
    var lines = [ends] + standing(examination)
    if examination.evidence.isEmpty {
      lines.append(
        language.pick(
          "  ไม่พบเส้นทางในแผนที่บอกว่าควรเชื่อมกัน", "  No path in the plan speaks for a link."))
    }
    if let lesson = examination.lesson {
      lines.append("  " + explanation(of: lesson))
      lines += points(of: lesson).map { "  • " + $0 }
    }
    for reason in examination.lesson == nil ? reasons(examination.evidence) : [] {
      lines.append("  \(language.percent(reason.share)) \(reason.text)")
    }
    if examination.evidence.count > 1 {
      lines.append(language.pick("  ทุกเส้นทาง:", "  All paths:"))
    }
    for item in examination.evidence where examination.evidence.count > 1 {
      lines.append("    \(language.percent(item.share)) \(names.chain(item, approach))")
    }
    let effect = effect(examination.effect)
    if !effect.isEmpty, !examination.isTied {
      lines.append(language.pick("  ถ้าเชื่อม: ", "  What it would change: ") + effect)
    }
    let cautions = cautions(examination.cautions)
    if !cautions.isEmpty { lines.append("  \(language.caution): \(cautions)") }
    return lines.joined(separator: "\n")
  }

  /// Why the pair is not among the proposals, where it is not.
  private func standing(_ examination: Examination) -> [String] {
    var lines: [String] = []
    if examination.isTied {
      lines.append(language.pick("  เชื่อมกันอยู่แล้วในแผน", "  The plan ties the two already."))
    }
    if examination.isOver, let activity = names.plans.record(of: examination.to) as? Activity {
      lines.append(
        activity.status == .done
          ? language.pick("  งานนี้เสร็จแล้ว จึงไม่เสนอ", "  The work is done, so it is not proposed.")
          : language.pick("  งานนี้หยุดแล้ว จึงไม่เสนอ", "  The work has stopped, so it is not proposed.")
      )
    }
    if let decision = examination.decision, let status = decision.status {
      let day = decision.date.map { " (" + language.date($0) + ")" } ?? ""
      let reason = decision.reason.map { ": " + names.shown($0.oneLine) } ?? ""
      let word = language.pick(status.thai, status.rawValue)
      lines.append(
        language.pick("  มติ\(day): \(word)\(reason)", "  Decision\(day): \(word)\(reason)"))
    }
    if examination.isThin, !examination.evidence.isEmpty, !examination.isTied {
      lines.append(
        language.pick(
          "  เหตุผลยังเบา จึงไม่อยู่ในรายการข้อเสนอ", "  The reason is thin, so it is not proposed."))
    }
    return lines
  }
}

extension Names {
  /// A path tie by tie: `กลุ่ม —มีกรรมการคือ→ คน —เป็นแกนนำ→ งาน`.
  public func chain(_ item: Evidence, _ approach: Approach) -> String {
    let relations = plans.relations(along: item, of: approach)
    return zip(item.nodes.dropFirst(), relations).reduce(name(of: item.nodes[0])) { text, step in
      let (node, tie) = step
      let word =
        tie.map { self.name(of: $0.relation, $0.direction) } ?? likeness(item, approach)
      return "\(text) —\(word)→ \(name(of: node))"
    }
  }
}

extension Names {
  /// In what two activities are alike, as the word on an arrow.
  private func likeness(_ item: Evidence, _ approach: Approach) -> String {
    let kinds = approach.metaPaths.first { $0.name == item.metaPath }?.likeness ?? []
    let words = kinds.map { kind in
      switch kind {
      case .issue: language.pick("เรื่องเดียวกัน", "same issue")
      case .place: language.pick("พื้นที่เดียวกัน", "same place")
      case .years: language.pick("ปีใกล้กัน", "same years")
      case .size: language.pick("งบใกล้กัน", "like budget")
      case .name: language.pick("ชื่อคล้ายกัน", "like name")
      }
    }
    return words.isEmpty ? "–" : words.joined(separator: language.pick(" ", ", "))
  }
}

extension Language {
  /// What is said where no approach links two kinds of nodes.
  public func noApproach(between kinds: [NodeKind]) -> String {
    let words = kinds.map(name(of:))
    return pick(
      "ไม่มีแนวทางใดเชื่อม\(words[0])กับ\(words[1]) ดูเส้นทางที่มีอยู่ด้วยคำสั่ง path",
      "No approach links \(words[0]) and \(words[1]); see how they hang together with path.")
  }
}
