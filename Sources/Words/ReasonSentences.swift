import Graphs
import Linkage
import Plans

extension OpportunitySentences {
  /// The nodes of several paths by their place in the path.
  private struct Paths {
    let paths: [[NodeID]]

    /// The nodes at a place, each once, the heaviest path's first.
    func nodes(_ position: Int) -> [NodeID] {
      var seen: Set<NodeID> = []
      return paths.compactMap { path in
        path.indices.contains(position) && seen.insert(path[position]).inserted
          ? path[position] : nil
      }
    }
  }

  /// What paths of one metapath say.
  func reason(_ key: String, _ evidence: [Evidence]) -> String {
    let paths = Paths(paths: evidence.map(\.nodes))
    let known: String? =
      switch approach.name {
      case "savings": savings(key, paths)
      case "hub": hub(key, paths)
      case "leaders": leaders(key, paths)
      case "adoption": adoption(key, paths)
      case "partners": partners(key, paths)
      case _ where approach.measure == .offers: exchange(evidence)
      case "forum": forum(paths)
      default: nil
      }
    return known ?? plain(evidence)
  }

  private func savings(_ key: String, _ paths: Paths) -> String? {
    switch key {
    case "leader":
      let isOne = paths.nodes(1).count == 1
      return language.pick(
        "มี \(people(paths, 1)) เป็นกรรมการ ซึ่งเป็นแกนนำกิจกรรมนี้อยู่แล้วด้วย",
        "\(people(paths, 1)) \(isOne ? "sits" : "sit") on its committee and "
          + "\(isOne ? "leads" : "lead") this work already")
    case "organisation":
      return language.pick(
        "เป็นกลุ่มการเงินในสังกัด \(each(paths, 1)) ซึ่งเป็นผู้ทำกิจกรรมนี้",
        "it belongs to \(each(paths, 1)), which runs this work")
    case "leader-organisation":
      return language.pick(
        "มีกรรมการคือ \(people(paths, 1)) เป็นสมาชิกของ \(each(paths, 2)) ซึ่งเป็นผู้ทำกิจกรรมนี้",
        "\(people(paths, 1)) of its committee \(paths.nodes(1).count == 1 ? "is" : "are") in "
          + "\(each(paths, 2)), which runs this work")
    case "issue":
      return language.pick(
        "เคยออกทุนหรือออกทุนอยู่ให้งานเรื่อง \(each(paths, 2)) เช่น \(work(paths, 1))",
        "it finances or has financed work on \(each(paths, 2)), such as \(work(paths, 1))")
    case "place":
      return language.pick(
        "ดูแลพื้นที่เดียวกับกิจกรรมนี้ คือ \(each(paths, 1))", "both are in \(each(paths, 1))")
    case "near":
      return language.pick(
        "เคยออกทุนหรือออกทุนอยู่ให้งานในพื้นที่เดียวกัน คือ \(each(paths, 2)) เช่น \(work(paths, 1))",
        "it finances or has financed work in \(each(paths, 2)), such as \(work(paths, 1))")
    case "leader-place":
      let isOne = paths.nodes(2).count == 1
      return language.pick(
        "แกนนำกิจกรรมนี้ คือ \(people(paths, 2)) อยู่ที่ \(each(paths, 1)) ซึ่งเป็นพื้นที่ขององค์กรการเงินนี้",
        "\(people(paths, 2)), who \(isOne ? "leads" : "lead") this work, "
          + "\(isOne ? "lives" : "live") in \(each(paths, 1)), where the fund is")
    case "mechanism":
      return language.pick(
        "มี \(each(paths, 2)) สนับสนุนทั้งกิจกรรมนี้และ \(work(paths, 1)) ซึ่งองค์กรการเงินนี้ออกทุนให้",
        "\(each(paths, 2)) \(paths.nodes(2).count == 1 ? "supports" : "support") both this work and "
          + "\(work(paths, 1)), which the fund finances")
    case "years":
      return language.pick(
        "เคยออกทุนให้งานที่เริ่มในช่วงปีเดียวกัน เช่น \(work(paths, 1))",
        "it finances work that began in the same years, such as \(work(paths, 1))")
    case "size":
      return language.pick(
        "เคยออกทุนให้งานที่ใช้งบใกล้เคียงกัน เช่น \(work(paths, 1))",
        "it finances work of a like budget, such as \(work(paths, 1))")
    case "name":
      return language.pick(
        "เคยออกทุนให้งานที่ชื่อคล้ายกัน เช่น \(work(paths, 1))",
        "it finances work of a like name, such as \(work(paths, 1))")
    case "issue-years":
      return language.pick(
        "เคยออกทุนให้งานเรื่องเดียวกันในช่วงปีเดียวกัน เช่น \(work(paths, 1))",
        "it finances work on the same issue in the same years, such as \(work(paths, 1))")
    case "years-size":
      return language.pick(
        "เคยออกทุนให้งานที่ใช้งบใกล้เคียงกันในช่วงปีเดียวกัน เช่น \(work(paths, 1))",
        "it finances work of a like budget in the same years, such as \(work(paths, 1))")
    case "issue-place":
      return language.pick(
        "เคยออกทุนให้งานเรื่องเดียวกันในพื้นที่เดียวกัน เช่น \(work(paths, 1))",
        "it finances work on the same issue in the same place, such as \(work(paths, 1))")
    case "co-finance":
      return language.pick(
        "เคยออกทุนร่วมกับ \(each(paths, 2)) ซึ่งหนุนกิจกรรมนี้อยู่ ในงาน \(work(paths, 1))",
        "it finances \(work(paths, 1)) together with \(each(paths, 2)), which stands beside this work"
      )
    default: return nil
    }
  }

  private func hub(_ key: String, _ paths: Paths) -> String? {
    switch key {
    case "activity":
      language.pick(
        "ทั้งสองหนุนงานเดียวกันอยู่แล้ว คือ \(work(paths, 1))",
        "both stand beside \(work(paths, 1)) already")
    case "leader":
      language.pick(
        "\(people(paths, 1)) กรรมการของกลุ่มการเงินนี้ เป็นแกนนำ \(work(paths, 2)) ซึ่งหน่วยงานนี้สนับสนุนอยู่",
        "\(people(paths, 1)) of the fund's committee \(paths.nodes(1).count == 1 ? "leads" : "lead") "
          + "\(work(paths, 2)), which the agency supports")
    case "organisation":
      language.pick(
        "\(each(paths, 1)) ต้นสังกัดของกลุ่มการเงินนี้ เป็นผู้ทำ \(work(paths, 2)) ซึ่งหน่วยงานนี้สนับสนุนอยู่",
        "\(each(paths, 1)), to which the fund belongs, runs \(work(paths, 2)), which the agency supports"
      )
    case "issue":
      language.pick(
        "กลุ่มการเงินนี้ออกทุนให้งานเรื่อง \(each(paths, 2)) ซึ่งหน่วยงานนี้ดูแล เช่น \(work(paths, 1))",
        "the fund finances work on \(each(paths, 2)), which the agency covers, such as "
          + work(paths, 1))
    case "leader-issue":
      language.pick(
        "มีกรรมการที่ทำงานเรื่อง \(each(paths, 2)) ซึ่งหน่วยงานนี้ดูแล คือ \(people(paths, 1))",
        "\(people(paths, 1)) of its committee \(paths.nodes(1).count == 1 ? "works" : "work") on "
          + "\(each(paths, 2)), which the agency covers")
    case "place":
      language.pick(
        "ดูแลพื้นที่เดียวกัน คือ \(each(paths, 1))", "both are in \(each(paths, 1))")
    default: nil
    }
  }

  private func leaders(_ key: String, _ paths: Paths) -> String? {
    switch key {
    case "issue":
      language.pick("ทำงานเรื่อง \(each(paths, 1)) อยู่แล้ว", "this person works on \(each(paths, 1))")
    case "similar":
      language.pick(
        "เป็นแกนนำงานเรื่อง \(each(paths, 2)) มาแล้ว คือ \(work(paths, 1))",
        "this person carries or has carried work on \(each(paths, 2)): \(work(paths, 1))")
    case "organisation":
      language.pick(
        "เป็นสมาชิก \(each(paths, 1)) ซึ่งเป็นผู้ทำกิจกรรมนี้",
        "this person is in \(each(paths, 1)), which runs the work")
    case "fund":
      language.pick(
        "เป็นกรรมการ \(each(paths, 1)) ซึ่งออกทุนให้กิจกรรมนี้",
        "this person serves on \(each(paths, 1)), which finances the work")
    case "fund-organisation":
      language.pick(
        "เป็นกรรมการ \(each(paths, 1)) ซึ่งสังกัด \(each(paths, 2)) ผู้ทำกิจกรรมนี้",
        "this person serves on \(each(paths, 1)) of \(each(paths, 2)), which runs the work")
    case "place":
      language.pick(
        "อยู่ที่ \(each(paths, 1)) ซึ่งเป็นพื้นที่ของกิจกรรมนี้",
        "this person lives in \(each(paths, 1)), where the work is")
    case "colleague":
      language.pick(
        "เคยทำงานด้วยกันกับ \(people(paths, 2)) แกนนำกิจกรรมนี้ ใน \(work(paths, 1))",
        "this person carries \(work(paths, 1)) together with \(people(paths, 2)), who leads this work"
      )
    default: nil
    }
  }

  private func adoption(_ key: String, _ paths: Paths) -> String? {
    switch key {
    case "support":
      language.pick("สนับสนุนกิจกรรมนี้อยู่แล้ว", "it supports the work already")
    case "issue":
      language.pick(
        "กิจกรรมนี้เป็นเรื่อง \(each(paths, 1)) ซึ่งเป็นงานที่หน่วยงานนี้ดูแล",
        "the work is about \(each(paths, 1)), which it covers")
    case "similar":
      language.pick(
        "เคยบรรจุงานเรื่อง \(each(paths, 2)) ไว้ในแผนแล้ว เช่น \(work(paths, 1))",
        "it has taken work on \(each(paths, 2)) into its plan before, such as \(work(paths, 1))")
    case "place":
      language.pick(
        "กิจกรรมนี้อยู่ในพื้นที่ที่หน่วยงานนี้ดูแล คือ \(each(paths, 1))",
        "the work is where it serves: \(each(paths, 1))")
    case "leader":
      language.pick(
        "\(people(paths, 2)) แกนนำกิจกรรมนี้ นำ \(work(paths, 1)) ซึ่งอยู่ในแผนแล้วด้วย",
        "\(people(paths, 2)), who \(paths.nodes(2).count == 1 ? "leads" : "lead") this work, also "
          + "\(paths.nodes(2).count == 1 ? "leads" : "lead") \(work(paths, 1)), which is in its plan"
      )
    case "organisation":
      language.pick(
        "\(each(paths, 2)) ผู้ทำกิจกรรมนี้ ทำ \(work(paths, 1)) ซึ่งอยู่ในแผนแล้วด้วย",
        "\(each(paths, 2)), which \(paths.nodes(2).count == 1 ? "runs" : "run") this work, also "
          + "\(paths.nodes(2).count == 1 ? "runs" : "run") \(work(paths, 1)), which is in its plan")
    case "fund":
      language.pick(
        "เป็นภาคีกับ \(each(paths, 1)) ซึ่งออกทุนให้กิจกรรมนี้",
        "it is a partner of \(each(paths, 1)), which finances the work")
    default: nil
    }
  }

  private func partners(_ key: String, _ paths: Paths) -> String? {
    switch key {
    case "shared-leader":
      language.pick(
        "มีคนอยู่ในทั้งสองกลุ่ม คือ \(people(paths, 1))",
        "\(people(paths, 1)) "
          + "\(paths.nodes(1).count == 1 ? "is" : "are") in both")
    case "shared-activity":
      language.pick("ทำงานเดียวกันอยู่ คือ \(work(paths, 1))", "both run \(work(paths, 1))")
    case "shared-issue":
      language.pick("ทำเรื่องเดียวกัน คือ \(each(paths, 1))", "both work on \(each(paths, 1))")
    case "shared-place":
      language.pick("อยู่พื้นที่เดียวกัน คือ \(each(paths, 1))", "both are in \(each(paths, 1))")
    case "shared-fund":
      language.pick(
        "มีกลุ่มการเงินเดียวกัน คือ \(each(paths, 1))", "both have the fund \(each(paths, 1))")
    case "shared-organisation", "shared-mechanism":
      language.pick(
        "ต่างร่วมงานกับ \(each(paths, 1)) อยู่แล้ว", "both are tied to \(each(paths, 1)) already")
    case "three":
      language.pick(
        "\(first(paths, 1)) ของฝ่ายหนึ่ง เกี่ยวข้องกับ \(first(paths, 2)) ของอีกฝ่าย\(rest(paths))",
        "\(first(paths, 1)) of the one is tied to \(first(paths, 2)) of the other\(rest(paths))")
    default: nil
    }
  }

  private func exchange(_ evidence: [Evidence]) -> String? {
    let sentences = ExchangeSentences(names)
    let said = evidence.flatMap(\.exchange).map(sentences.reason)
    return said.isEmpty
      ? nil
      : language.list(said, atMost: 2) {
        language.pick("อีก \($0) รายการ", "\($0) more things")
      }
  }

  /// What brings funds near that could learn from one another.
  private func forum(_ paths: Paths) -> String? {
    guard let path = paths.paths.first else { return nil }
    guard path.count == 3 else {
      return language.pick(
        "เป็นกลุ่มประเภทเดียวกันหรืออยู่ตำบลเดียวกัน", "they are of one kind or in one tambon")
    }
    return names.plans.graph.kind(of: path[1]) == .place
      ? language.pick("อยู่พื้นที่เดียวกัน คือ \(each(paths, 1))", "both are in \(each(paths, 1))")
      : language.pick(
        "หนุนงานเรื่องเดียวกัน คือ \(each(paths, 1))", "both finance work on \(each(paths, 1))")
  }

  private func first(_ paths: Paths, _ position: Int) -> String {
    paths.paths.first.map { names.name(of: $0[position]) } ?? ""
  }

  private func rest(_ paths: Paths) -> String {
    let more = paths.paths.count - 1
    return more > 0 ? language.pick(" และอีก \(more) ทาง", ", and \(more) more such ways") : ""
  }

  /// Paths of a metapath that no sentence is written for, tie by tie, the heaviest.
  private func plain(_ evidence: [Evidence]) -> String {
    guard let first = evidence.first else { return "" }
    let text = names.chain(first, approach)
    let rest = evidence.count - 1
    return text
      + (rest > 0 ? language.pick(" และอีก \(rest) เส้นทาง", " and \(rest) more such paths") : "")
  }

  /// Names as a list; past two they are counted.
  private func each(_ paths: Paths, _ position: Int) -> String {
    list(paths.nodes(position), names.name(of:))
  }

  private func people(_ paths: Paths, _ position: Int) -> String {
    list(paths.nodes(position), names.nameWithRole(of:))
  }

  /// Activities that are only named beside: long names are cut.
  private func work(_ paths: Paths, _ position: Int) -> String {
    let most = approach.from == .fund && approach.to == .activity ? 2 : 1
    return list(paths.nodes(position), atMost: most) {
      "“\(names.name(of: $0).clipped(to: 60))”"
    }
  }

  private func list(
    _ nodes: [NodeID], atMost most: Int = 2, _ name: (NodeID) -> String
  ) -> String {
    let kind = nodes.first.map(names.plans.graph.kind(of:)) ?? .activity
    return language.list(nodes.map(name), atMost: most) { language.more($0, kind) }
  }
}
