public import Linkage

extension Language {
  /// The figures of an approach and its baselines as a table, with a word of caution where the hidden
  /// ties are few.
  public func table(of evaluations: [Evaluation], _ approach: Approach) -> String {
    var lines = ["— " + question(ofApproach: approach.name)]
    guard let first = evaluations.first else {
      lines.append(
        pick(
          "  แผนนี้มีความเชื่อมโยงแบบนี้น้อยเกินไป จึงประเมินไม่ได้",
          "  The plans hold too few such ties to hide any."))
      return lines.joined(separator: "\n")
    }
    lines.append(
      pick(
        "  ซ่อน \(first.hidden) ความเชื่อมโยง สุ่ม \(first.seeds) ครั้ง (± คือความกว้างของผลแต่ละครั้ง)",
        "  \(count(first.hidden, one: "tie", many: "ties")) hidden, \(first.seeds) times over "
          + "(± is the spread)"))
    lines.append(
      pick(
        "  วิธี                        เจอใน 10 อันดับแรก   MRR              ความแม่นเฉลี่ย",
        "  method                      hits@10             MRR              average precision"))
    for evaluation in evaluations {
      let figures = [
        evaluation.hitsAt10, evaluation.meanReciprocalRank, evaluation.averagePrecision,
      ].map { "\(digits($0.mean)) ± \(digits($0.spread))" }.joined(separator: "    ")
      lines.append("  \(padded(name(of: evaluation.method, approach), to: 28))\(figures)")
    }
    if let single = first.withoutTwins {
      lines.append(
        pick(
          "  เมื่อไม่นับรายการที่มีคู่แฝด (งานอื่นที่เหมือนกันทุกอย่าง): ",
          "  Without ties that a twin gives away (other work alike in everything): ")
          + "hits@10 \(digits(single.hitsAt10.mean)), MRR \(digits(single.meanReciprocalRank.mean))"
      )
    }
    if first.hidden < 30 {
      lines.append(
        pick(
          "  ระวัง: ซ่อนได้ไม่ถึง 30 รายการ ตัวเลขจึงแกว่งมาก ใช้ดูแนวโน้มเท่านั้น",
          "  Mind: fewer than 30 ties are hidden, so the figures waver; take them for a hint only.")
      )
    }
    return lines.joined(separator: "\n")
  }

  /// The words above a file of learned weights.
  public func learnedFrom(_ plans: String) -> String {
    pick(
      "น้ำหนักที่เรียนจากความเชื่อมโยงในแผน: \(plans)\nใช้ด้วย --approaches ไฟล์นี้ ตัวเลขแก้เองได้",
      "Weights learned from the ties of: \(plans)\nUse it with --approaches; the numbers may be changed."
    )
  }

  private func name(of method: Evaluation.Method, _ approach: Approach) -> String {
    switch method {
    case .approach: "sanphaen (\(approach.name))"
    case .baseline(let baseline): baseline.rawValue.replacing("_", with: " ")
    }
  }

  private func count(_ number: Int, one: String, many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  private func digits(_ value: Double) -> String {
    let thousandths = Int((value * 1_000).rounded())
    let rest = String(thousandths % 1_000)
    return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
