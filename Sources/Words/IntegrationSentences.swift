public import Graphs
public import Linkage
import Plans

/// What is said of who holds a plan together.
public struct IntegrationSentences: Sendable {
  /// The names under which everything appears.
  public let names: Names

  var language: Language { names.language }

  /// Sentences under names.
  public init(_ names: Names) { self.names = names }

  /// Whether the funds are the integrator in this plan, and the numbers that make it so.
  public func verdict(_ integration: Integration) -> String {
    if case .unknown(let reason) = integration.verdict { return unknown(reason, integration) }
    let word =
      switch integration.verdict {
      case .integrator:
        language.pick(
          "ในแผนนี้ กองทุนเป็นตัวเชื่อม ทั้งโดยรวมและต่อแห่ง",
          "In this plan the funds are what brings work together, in sum and per head")
      case .perHead:
        language.pick(
          "ในแผนนี้ กองทุนแต่ละแห่งเชื่อมงานได้มากกว่าองค์กรหรือหน่วยงานแต่ละแห่ง แต่รวมกันแล้วยังไม่ใช่ตัวเชื่อมหลัก",
          "In this plan each fund brings more work together than each organisation or agency, but all funds "
            + "together are not yet what holds it")
      case .inSum:
        language.pick(
          "ในแผนนี้ กองทุนรวมกันเชื่อมงานได้มากที่สุด แต่เฉลี่ยต่อแห่งยังน้อยกว่า",
          "In this plan all funds together bring most work together, but each of them less than others"
        )
      default:
        language.pick(
          "ในแผนนี้ กองทุนยังไม่ใช่ตัวเชื่อมหลัก", "In this plan the funds are not yet the integrator")
      }
    let compared = [NodeKind.fund, .organisation, .mechanism].compactMap(integration.figure)
    return language.pick(
      "\(word): งานต่างประเด็นมาพบกัน\(compared.map(sum).joined(separator: " "))",
      "\(word). Work on different issues meets \(compared.map(sum).joined(separator: ", ")).")
  }

  /// `ผ่านกองทุน 63 คู่ (14 แห่ง เฉลี่ยแห่งละ 4.5)`.
  private func sum(_ figure: Integration.KindFigure) -> String {
    let mean = figure.perHead.map { language.number(($0 * 10).rounded() / 10) }
    let each = mean.map { language.pick(" เฉลี่ยแห่งละ \($0)", ", \($0) each") } ?? ""
    return language.pick(
      "ผ่าน\(name(of: figure.kind)) \(language.number(figure.pairs)) คู่ (\(figure.heads) แห่ง\(each))",
      "through \(plural(of: figure.kind)) \(language.number(figure.pairs)) times (\(figure.heads)\(each))"
    )
  }

  private func unknown(_ reason: Integration.TooLittle, _ integration: Integration) -> String {
    let why =
      switch reason {
      case .noFunds: language.pick("แผนไม่ได้บอกองค์กรการเงิน", "it names no fund")
      case .fewIssues:
        language.pick(
          "กิจกรรมบอกประเด็นไม่ถึงสองเรื่อง", "its work is about fewer than two issues")
      case .nothingMeets:
        language.pick(
          "ยังไม่มีใครอยู่ในงานสองเรื่องพร้อมกัน", "nobody stands beside work on two issues")
      case .fewTies:
        language.pick(
          "มีเพียง \(integration.tied) จาก \(language.count(integration.activities, .activity)) ที่บอกว่าใครออกทุน ใครทำ หรือใครสนับสนุน",
          "only \(integration.tied) of \(language.count(integration.activities, .activity)) say who finances, "
            + "runs or supports them")
      case .nothingBeside:
        language.pick(
          "แผนไม่ได้บอกว่าองค์กรหรือหน่วยงานใดทำหรือสนับสนุนงานใด จึงไม่มีสิ่งที่จะเทียบ",
          "it ties no organisation or agency to work, so there is nothing to compare with")
      }
    return language.pick(
      "ยังบอกไม่ได้ว่าในแผนนี้กองทุนเป็นตัวเชื่อมหรือไม่ เพราะ\(why)",
      "Whether the funds are the integrator in this plan cannot be told: \(why).")
  }

  func name(of kind: NodeKind) -> String {
    switch kind {
    case .fund: language.pick("กองทุน", "fund")
    case .mechanism: language.pick("หน่วยงาน", "agency")
    default: language.name(of: kind)
    }
  }

  private func plural(of kind: NodeKind) -> String {
    kind == .mechanism ? language.pick("หน่วยงาน", "agencies") : language.plural(of: kind)
  }

  /// What meets through nothing but funds, and through nothing but others.
  public func only(_ integration: Integration) -> String {
    guard let funds = integration.figure(.fund), funds.pairs > 0 else { return "" }
    return language.pick(
      "ของคู่ที่พบกันผ่านกองทุนทั้งหมด \(funds.pairs) คู่ มี \(funds.only) คู่ที่พบกันผ่านกองทุนเท่านั้น ไม่มีองค์กร หน่วยงาน หรือแกนนำใดอยู่ในงานทั้งสองด้วย",
      "Of the \(funds.pairs) pairs that meet through funds, \(funds.only) meet through them alone: no organisation, agency or leader is in both."
    )
  }

  /// What falls apart without all of a kind.
  public func without(_ integration: Integration) -> String {
    let total = names.plans.graph.nodes(of: .activity, in: integration.plan + 1).count
    let parts = [NodeKind.fund, .organisation, .mechanism, .leader].compactMap(integration.figure)
      .filter { $0.active > 0 }
      .map { figure in
        language.pick(
          "ถ้าไม่มี\(name(of: figure.kind))เลย เหลือ \(figure.largestWithout)",
          "without any \(name(of: figure.kind)) \(figure.largestWithout)")
      }
    guard !parts.isEmpty else { return "" }
    return language.pick(
      "วันนี้งานที่โยงถึงกันเป็นผืนเดียวมี \(integration.largest) จาก \(total) กิจกรรม \(parts.joined(separator: " "))",
      "Today \(integration.largest) of \(total) activities hang together; \(parts.joined(separator: ", "))."
    )
  }

  /// What one of them brings together, and what would fall off without it.
  public func sentence(_ broker: Integration.Broker) -> String {
    let issues = language.list(broker.issues.map(names.name(of:)), atMost: 4) {
      language.more($0, .issue)
    }
    var parts = [
      language.pick(
        "\(names.nameWithRole(of: broker.node)) อยู่ใน \(language.count(broker.activities, .activity)) "
          + "ทำให้งานต่างประเด็นพบกัน \(broker.pairs) คู่",
        "\(names.nameWithRole(of: broker.node)) is in \(language.count(broker.activities, .activity)) "
          + "and brings \(broker.pairs) pairs on different issues together")
    ]
    if !issues.isEmpty, broker.pairs > 0 { parts[0] += " (\(issues))" }
    if broker.only > 0 {
      parts.append(
        language.pick(
          "\(broker.only) คู่ไม่มีทางอื่น", "\(broker.only) of which meet through nothing else"))
    }
    let cut = cutOff(broker)
    if !cut.isEmpty { parts.append(cut) }
    return parts.joined(separator: language.pick(" ", "; "))
  }

  /// The fund that brings most together, and its place among all; empty where none does.
  public func leading(_ integration: Integration) -> String {
    let graph = names.plans.graph
    guard
      let place = integration.brokers.firstIndex(where: {
        graph.kind(of: $0.node) == .fund && $0.pairs > 0
      })
    else { return "" }
    let fund = integration.brokers[place]
    let all = integration.brokers.count { $0.pairs > 0 }
    return language.pick(
      "กองทุนที่เชื่อมมากที่สุดคือ \(names.name(of: fund.node)) \(fund.pairs) คู่ เป็นอันดับ \(place + 1) จาก \(all) รายที่ทำให้งานต่างประเด็นพบกัน",
      "The fund that brings most together is \(names.name(of: fund.node)), \(fund.pairs) times: number "
        + "\(place + 1) of the \(all) that bring any together.")
  }

  /// What would no longer hang together with the rest; empty where all would.
  func cutOff(_ broker: Integration.Broker) -> String {
    let cut = names.told(broker)
    guard !cut.isEmpty else { return "" }
    let work = cut.map { "“\(names.name(of: $0).clipped(to: 40))”" }
    let list = language.list(work, atMost: 2) { language.more($0, .activity) }
    return language.pick(
      "ถ้าขาดไป งาน \(list) จะหลุดจากส่วนที่เหลือ", "without it \(list) would fall off")
  }
}

extension Names {
  /// What would no longer hang together with the rest without a broker, as far as everybody may hear it:
  /// what hangs on one person is for the officer alone.
  public func told(_ broker: Integration.Broker) -> [NodeID] {
    plans.graph.kind(of: broker.node) == .leader ? [] : broker.cutOff
  }
}
