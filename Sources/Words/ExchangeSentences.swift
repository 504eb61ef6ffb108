import Graphs
public import Linkage
public import Plans

/// What is said of offers, needs and what fits.
public struct ExchangeSentences: Sendable {
  /// The names under which everything appears.
  public let names: Names

  var language: Language { names.language }

  /// Sentences under names.
  public init(_ names: Names) { self.names = names }

  // MARK: - Parts of a sentence

  /// Whose it is; of a leader with consent the position too.
  public func owner(of listing: Listing) -> String { names.nameWithRole(of: listing.owner) }

  /// What it is, without what may not be shown.
  public func item(of listing: Listing) -> String { names.shown(listing.item.oneLine) }

  /// The category as typed, without what may not be shown.
  public func category(of listing: Listing) -> String? {
    listing.category.map { names.shown($0.oneLine) }
  }

  /// The unit as typed, without what may not be shown.
  public func unit(of listing: Listing) -> String? { listing.unit.map { names.shown($0.oneLine) } }

  /// The id outside of the plan; where the item serves as id, without what may not be shown.
  public func id(of listing: Listing) -> String {
    listing.isNamedByItem ? names.shown(listing.id) : listing.id
  }

  /// So much of something: `400 กระสอบ`; nil where the number is not known.
  public func amount(_ quantity: Double?, of listing: Listing) -> String? {
    quantity.map { quantity in
      let unit = unit(of: listing).map { " " + $0 }
      return language.number(quantity) + (unit ?? language.pick(" (ไม่ทราบหน่วย)", " (unit unknown)"))
    }
  }

  /// The item with so much of it; in Thai the amount follows the thing.
  private func thing(_ listing: Listing, _ quantity: Double?) -> String {
    guard let amount = amount(quantity, of: listing) else { return called(listing) }
    return language.pick("\(called(listing)) \(amount)", "\(called(listing)) (\(amount))")
  }

  /// The item as it stands in a sentence: what people know or do is quoted, since it is no thing to have.
  private func called(_ listing: Listing) -> String {
    let skills: Set<String> = [
      "ความรู้", "ทักษะ", "ความสามารถ", "แรงงาน", "บริการ", "knowledge", "skill", "skills", "labour",
      "service", "services",
    ]
    let isSkill = listing.category.map { skills.contains(MatchKey.name($0)) } ?? false
    return isSkill ? "“\(item(of: listing))”" : item(of: listing)
  }

  /// When: of a match the months that both have, of a row its own.
  public func months(_ months: Months?, _ listings: [Listing]) -> String {
    if let months {
      return (months == .wholeYear ? "" : language.pick("ช่วง ", "in ")) + language.months(months)
    }
    if let typed = listings.compactMap(\.unreadMonths).first {
      let text = names.shown(typed.oneLine)
      return language.pick(
        "เดือนเขียนไว้ว่า “\(text)” ต้องถามว่าเดือนใด", "the months say “\(text)”: ask which")
    }
    return language.pick("ยังไม่ทราบเดือน", "months not known")
  }

  /// How near the two are.
  public func nearness(_ nearness: Nearness) -> String {
    switch nearness {
    case .sameVillage: language.pick("อยู่หมู่บ้านเดียวกัน", "in the same village")
    case .kilometres(let kilometres):
      kilometres < 0.95
        ? language.pick("ห่างกันไม่ถึง 1 กม.", "less than a kilometre apart")
        : language.pick(
          "ห่างกันราว \(rounded(kilometres)) กม.", "some \(rounded(kilometres)) km apart")
    case .sameTambon:
      language.pick("อยู่ตำบลเดียวกัน ไม่ทราบระยะทาง", "in the same tambon, how far is not known")
    case .otherTambon(let one, let other, _):
      language.pick(
        "อยู่คนละตำบล (\(one) กับ \(other)) ไม่ทราบระยะทาง",
        "in two tambons (\(one), \(other)), how far is not known")
    case .unknown: language.pick("ไม่ทราบว่าอยู่ไกลกันเพียงใด", "how far apart is not known")
    }
  }

  private func rounded(_ kilometres: Double) -> String {
    language.number(
      kilometres < 10 ? (kilometres * 10).rounded() / 10 : kilometres.rounded())
  }

  /// What must be asked before it can be agreed on; empty where nothing must.
  public func questions(_ match: ExchangeMatch) -> String {
    let asked = match.questions.compactMap { question -> String? in
      switch question {
      case .offerQuantity: language.pick("มีให้เท่าใด", "how much there is")
      case .needQuantity: language.pick("ต้องการเท่าใด", "how much is needed")
      case .unit: language.pick("นับเป็นหน่วยใด", "in what unit it is counted")
      case .otherUnit:
        language.pick(
          "เทียบหน่วยกันอย่างไร (\(unit(of: match.offer) ?? "") กับ \(unit(of: match.need) ?? ""))",
          "how the units compare (\(unit(of: match.offer) ?? ""), \(unit(of: match.need) ?? ""))")
      case .months: language.pick("เดือนใด", "which months")
      case .substitute:
        language.pick(
          "ใช้แทน\(item(of: match.need))ได้หรือไม่", "whether it would do for \(item(of: match.need))")
      }
    }
    return asked.isEmpty
      ? "" : language.pick("ต้องถามก่อนว่า", "to be asked first: ") + language.list(asked)
  }

  /// The plans of the two, where they are not one.
  private func plans(_ match: ExchangeMatch) -> String {
    guard match.offer.plan != match.need.plan else { return "" }
    if case .otherTambon = match.nearness { return "" }
    let all = names.plans.plans
    let here = [match.offer.plan, match.need.plan].map { index in
      all[index].tambon.map { language.pick("ต.", "Tambon ") + $0 } ?? names.shown(all[index].name)
    }
    return language.pick(
      "อยู่คนละแผน (\(here[0]) กับ \(here[1]))", "in two plans (\(here[0]), \(here[1]))")
  }

  private func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: language.pick(" ", ", "))
  }
}

// MARK: - Sentences

extension ExchangeSentences {
  /// Who has what whom needs, how much, when and how far.
  public func sentence(_ match: ExchangeMatch) -> String {
    let (giver, taker) = (owner(of: match.offer), owner(of: match.need))
    let has = thing(match.offer, match.offer.quantity)
    let claim =
      match.questions.contains(.substitute)
      ? language.pick(
        "\(giver) มี\(has) \(likeness(match)) \(thing(match.need, match.need.quantity)) ที่ \(taker) ต้องการ",
        "\(giver) has \(has), \(likeness(match)) the \(thing(match.need, match.need.quantity)) that "
          + "\(taker) needs")
      : language.pick(
        "\(giver) มี\(has) \(part(match, taker))", "\(giver) has \(has) \(part(match, taker))")
    return joined([claim, circumstances(match), swap(match, giver, taker), decision(match)])
  }

  /// Why the owner of an offer could give, said of that owner.
  public func reason(_ match: ExchangeMatch) -> String {
    let has = called(match.offer)
    let claim =
      match.questions.contains(.substitute)
      ? language.pick(
        "มี\(has) \(likeness(match)) \(item(of: match.need)) ที่อีกฝ่ายต้องการ",
        "it has \(has), \(likeness(match)) the \(item(of: match.need)) that the other needs")
      : language.pick(
        "มี\(has)ที่อีกฝ่ายต้องการ"
          + (amount(match.quantity, of: match.need).map { " แบ่งได้ \($0)" } ?? ""),
        "it has \(has) that the other needs"
          + (amount(match.quantity, of: match.need).map { " (\($0))" } ?? ""))
    let swap =
      match.isMutual
      ? language.pick("และอีกฝ่ายก็มีของที่ฝ่ายนี้ต้องการ", "and the other has what it needs itself") : ""
    return joined([claim, circumstances(match), swap])
  }

  private func circumstances(_ match: ExchangeMatch) -> String {
    let when =
      match.months == nil && match.offer.unreadMonths == nil && match.need.unreadMonths == nil
      ? "" : months(match.months, [match.offer, match.need])
    let asked = questions(match)
    return joined([when, nearness(match.nearness), plans(match)])
      + (asked.isEmpty ? "" : " (\(asked))")
  }

  private func likeness(_ match: ExchangeMatch) -> String {
    match.likeness == .similar
      ? language.pick("ซึ่งชื่อคล้ายกับ", "called much like")
      : language.pick("ซึ่งอยู่หมวดเดียวกับ", "of one kind with")
  }

  /// What a meeting has said of it; empty where none has.
  public func decision(_ match: ExchangeMatch) -> String {
    switch match.decision {
    case nil: ""
    case .rejected: language.pick("ที่ประชุมเคยไม่เห็นชอบ", "a meeting has rejected it")
    case .proposed: language.pick("เสนอที่ประชุมแล้ว รอมติ", "put to a meeting, not decided")
    case .postponed: language.pick("ที่ประชุมเลื่อนไว้ ยังรอมติ", "postponed by a meeting, not decided")
    default: language.pick("ที่ประชุมเห็นชอบแล้ว", "a meeting has agreed on it")
    }
  }

  /// How much of the need the offer covers.
  private func part(_ match: ExchangeMatch, _ taker: String) -> String {
    guard let quantity = match.quantity, let moved = amount(quantity, of: match.need),
      let needed = match.need.quantity
    else {
      let needed = amount(match.need.quantity, of: match.need)
      return language.pick(
        "ที่ \(taker) ต้องการ\(needed.map { " \($0)" } ?? "")",
        "that \(taker) needs\(needed.map { " (\($0))" } ?? "")")
    }
    if quantity >= needed * 0.999_999 {
      return match.offer.quantity == quantity && match.offer.unit == match.need.unit
        ? language.pick("ที่ \(taker) ต้องการพอดี", "that \(taker) needs, no more and no less")
        : language.pick(
          "แบ่งให้ \(taker) ได้ครบ \(moved) ที่ต้องการ",
          "and could give \(taker) all of the \(moved) needed")
    }
    let all = amount(needed, of: match.need) ?? ""
    return language.pick(
      "แบ่งให้ \(taker) ได้ \(moved) จาก \(all) ที่ต้องการ",
      "and could give \(taker) \(moved) of the \(all) needed")
  }

  private func swap(_ match: ExchangeMatch, _ giver: String, _ taker: String) -> String {
    guard match.isMutual else { return "" }
    return language.pick(
      "และ \(taker) ก็มีของที่ \(giver) ต้องการ แลกกันได้ตรง ๆ",
      "and \(taker) has what \(giver) needs, so that the two can swap")
  }

  /// What goes round among three.
  public func sentence(_ ring: ExchangeRing) -> String {
    let legs = ring.legs.map { leg in
      let when = leg.months.map { " (\(language.months($0)))" } ?? ""
      let what = thing(leg.need, leg.quantity) + when
      return language.pick(
        "\(owner(of: leg.offer)) ให้\(what) แก่ \(owner(of: leg.need))",
        "\(owner(of: leg.offer)) gives \(what) to \(owner(of: leg.need))")
    }
    let asked = Set(ring.legs.map(questions)).subtracting([""]).sorted()
    return language.pick(
      legs.joined(separator: " แล้ว ") + " แลกกันสองฝ่ายไม่ลงตัว แต่เวียนกันสามฝ่ายได้",
      legs.joined(separator: "; ") + ": no two of them could swap, the three together can")
      + (asked.isEmpty ? "" : " (\(asked.joined(separator: language.pick(" ", "; "))))")
  }

  /// What somebody needs and does not get.
  public func sentence(_ unmet: UnmetNeed) -> String {
    let need = unmet.need
    let who = owner(of: need)
    let wanted = thing(need, need.quantity)
    let claim = language.pick("\(who) ต้องการ\(wanted)", "\(who) needs \(wanted)")
    let missing = amount(unmet.missing, of: need)
    let why: String
    switch unmet.reason {
    case .nobody: why = language.pick("ยังไม่มีใครมีให้", "nobody offers it yet")
    case .otherMonths(let listings):
      let others = listings.map { listing in
        owner(of: listing) + (listing.months.map { " (\(language.months($0)))" } ?? "")
      }
      why = language.pick(
        "มีผู้มีให้แต่คนละเดือน คือ \(language.list(others, atMost: 2))",
        "there is some, but in other months: \(language.list(others, atMost: 2))")
    case .notEnough:
      why = language.pick(
        "ของที่มีไม่พอ" + (missing.map { " ยังขาดอีก \($0)" } ?? ""),
        "there is not enough" + (missing.map { ": \($0) more are missing" } ?? ""))
    }
    return joined([claim, months(need.months, [need]), why])
  }

  /// What somebody has and nobody takes.
  public func sentence(_ surplus: SurplusOffer) -> String {
    let offer = surplus.offer
    let (who, left) = (owner(of: offer), thing(offer, surplus.left))
    let when = months(offer.months, [offer])
    return surplus.isPart
      ? joined([language.pick("\(who) ยังเหลือ\(left)", "\(who) has \(left) left"), when])
      : joined([
        language.pick("\(who) มี\(left)", "\(who) has \(left)"), when,
        language.pick("ยังไม่มีใครขอ", "nobody has asked for it yet"),
      ])
  }
}

extension Language {
  /// What is said where no offers or needs are written down.
  public var noOffers: String {
    pick(
      "แผนนี้ยังไม่มีรายการแลกเปลี่ยน เติมได้ในแผ่น “แลกเปลี่ยน”: เจ้าของ ชนิด (มีให้/ต้องการ) รายการ จำนวน หน่วย เดือน",
      "The plan lists nothing to exchange yet; fill the sheet “offers”: owner, type (offer or need), "
        + "item, quantity, unit, months.")
  }

  /// What is said where there is nothing to draw of an exchange.
  public var noMatches: String {
    pick(
      "แผนนี้ยังไม่มีสิ่งที่ฝ่ายหนึ่งมีให้และอีกฝ่ายต้องการ จึงวาดไม่ได้ ดูรายการด้วยคำสั่ง exchange",
      "Nobody in this plan has what another needs, so there is nothing to draw; see exchange.")
  }

  /// What is said where there is no ring of three to draw.
  public var noRings: String {
    pick(
      "แผนนี้ไม่มีวงแลกเปลี่ยนสามฝ่าย จึงวาดไม่ได้ ใช้ --view exchange แทน",
      "There is no ring of three in this plan; use --view exchange.")
  }

  /// How many rows could not take part, and why; empty where all could.
  public func leftOut(of exchange: Exchange) -> String {
    var parts: [String] = []
    if exchange.incomplete > 0 {
      parts.append(
        pick(
          "เว้นไว้ \(exchange.incomplete) แถวที่ไม่ทราบเจ้าของหรือไม่ทราบว่ามีให้หรือต้องการ ดูด้วยคำสั่ง check",
          "\(exchange.incomplete) rows name no owner, or neither offer nor need; see check."))
    }
    if exchange.outdated > 0 {
      parts.append(
        pick(
          "เว้นไว้ \(exchange.outdated) แถวของแผนปีก่อน เพราะมีแผนปีหลังของตำบลเดียวกัน",
          "\(exchange.outdated) rows of earlier years are left out, since a later plan was read."))
    }
    return parts.joined(separator: " ")
  }
}
