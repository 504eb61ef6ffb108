import Plans

/// Villages, organisations, funds and agencies.
extension Growth {
  mutating func settle() {
    for _ in 0..<number(about: 10, atLeast: 4) {
      let households = max(25, Int(chance.around(115, spread: 0.4)))
      tambon.villages.append(
        .init(east: chance.unit(), north: chance.unit(), households: households))
    }
  }

  private var everywhere: [Int] { Array(tambon.villages.indices) }

  mutating func foundOrganisations() {
    let shares: [OrganisationKind: Double] = [
      .occupation: 6, .resource: 2, .network: 2, .women: 2, .youth: 1,
    ]
    let weights = OrganisationKind.allCases.map { shares[$0] ?? 0 }
    let wide = OrganisationKind.allCases.filter(\.isWide)
    for position in 0..<number(about: 15, atLeast: 5) {
      let kind =
        position < wide.count
        ? wide[position] : OrganisationKind.allCases[chance.position(in: weights) ?? 0]
      let spread = kind == .network ? 3 : 1 + chance.count([70, 22, 8])
      tambon.organisations.append(
        .init(
          kind: kind, places: kind.isWide ? everywhere : cluster(spread),
          issues: issues(1 + chance.count([50, 35, 15]), likely: kind.issues, likelihood: 30),
          size: chance.heavy(1.6)))
    }
  }

  mutating func foundFunds() {
    for position in 0..<number(about: 12, atLeast: 4) {
      let kind: FundKind =
        switch position {
        case 0: .institution
        case 1: .welfare
        default: [.village, .savings, .union, .group][chance.count([45, 30, 8, 17])]
        }
      let places = kind.isWide ? everywhere : cluster(kind == .union ? 3 : 1)
      tambon.funds.append(
        .init(
          kind: kind, places: places, organisations: hosts(of: kind, places),
          size: chance.heavy(1) * (kind.isWide ? 3 : 1), appetite: appetite(of: kind)))
    }
  }

  /// The organisation that a fund belongs to, if any: one at the same places.
  private mutating func hosts(of kind: FundKind, _ places: [Int]) -> [Int] {
    guard chance.occurs(kind == .group ? 0.95 : 0.4) else { return [] }
    return chance.positions(
      1,
      in: tambon.organisations.map { organisation in
        guard Growth.overlap(organisation.places, places) else { return 0 }
        return organisation.kind.isWide == kind.isWide ? organisation.size : 0.2
      })
  }

  private mutating func appetite(of kind: FundKind) -> [Double] {
    var appetite: [Double] = []
    for issue in IssueKind.all {
      let middle = kind.issues.contains(issue.key) ? 0.75 : 0.22
      appetite.append(min(1, chance.around(middle, spread: 0.5)))
    }
    return appetite
  }

  mutating func bringAgencies() {
    for (position, kind) in Agency.kinds.enumerated() where chance.occurs(kind.reach) {
      let seat =
        switch kind.level {
        case .national: 0
        case .province: tambon.province
        case .amphoe: tambon.amphoe
        case .village, .tambon: tambon.index
        }
      let known = kind.issues.compactMap(IssueKind.position)
      let covered = known.filter { _ in chance.occurs(0.8) }
      tambon.mechanisms.append(
        .init(
          agency: Agency(kind: position, seat: seat), issues: covered.isEmpty ? known : covered,
          presence: chance.heavy(1.8)))
    }
  }

  /// Ties between funds, and between organisations, that help each other.
  mutating func joinPartners() {
    for fund in tambon.funds.indices.dropFirst() where chance.occurs(0.35) {
      let weights = tambon.funds.indices.map {
        $0 == fund ? 0 : tambon.funds[$0].size / (0.2 + between(fund, $0))
      }
      guard let other = chance.position(in: weights) else { continue }
      tambon.partners.append(
        .init(relation: .partners, fromKind: .fund, from: fund, toKind: .fund, to: other))
    }
    for one in tambon.organisations.indices where chance.occurs(0.25) {
      let issues = tambon.organisations[one].issues
      let weights = tambon.organisations.indices.map { other in
        other != one && Growth.overlap(tambon.organisations[other].issues, issues) ? 1.0 : 0
      }
      guard let other = chance.position(in: weights) else { continue }
      tambon.partners.append(
        .init(
          relation: .partners, fromKind: .organisation, from: one, toKind: .organisation, to: other)
      )
    }
  }

  private func between(_ one: Int, _ other: Int) -> Double {
    distance(tambon.funds[one].places, tambon.funds[other].places)
  }
}
