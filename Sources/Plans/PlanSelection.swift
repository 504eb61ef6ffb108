import Sheets

extension PlanReading {
  /// The reading as if only some of its plans were there: their rows, their ties with one another, and
  /// what was found in their files; its `contents` stay those of all.
  ///
  /// - Parameter chosen: The indices of the plans, each once; they keep this order.
  /// - Complexity: O(records + ties of the chosen plans + sheets + problems).
  public func only(_ chosen: [Int]) -> PlanReading {
    let places = Set(chosen.map { Self.place(ofFile: plans[$0].source.file) })
    func isOfChosen(_ file: String) -> Bool {
      places.contains(Self.place(ofFile: file)) || places.contains(Self.onlyFolder)
    }
    let numbers = Dictionary(uniqueKeysWithValues: zip(chosen, chosen.indices))
    return PlanReading(
      plans: chosen.map { plans[$0].renumbered { numbers[$0] } },
      diagnostics: diagnostics.filter { isOfChosen($0.file) },
      sheets: sheets.filter { isOfChosen($0.source.file) }, paths: paths)
  }

  /// The reading as told by one who reads some columns that FORMAT does not know: these are unknown no
  /// more, and not what a column of FORMAT may have been renamed to.
  ///
  /// - Parameter isRead: Whether a table's column of a heading is read; the heading is as
  ///   `ExtraValue.headingKey` has it.
  public func knowing(_ isRead: (Table, _ headingKey: String) -> Bool) -> PlanReading {
    func isOfColumns(_ diagnostic: Diagnostic) -> Bool {
      if case .unknownColumns = diagnostic.problem { true } else { false }
    }
    guard diagnostics.contains(where: isOfColumns) else { return self }
    let told = diagnostics.compactMap { diagnostic -> Diagnostic? in
      guard case .unknownColumns(let table, let headings, let absent) = diagnostic.problem else {
        return diagnostic
      }
      let left = headings.filter { heading in
        let key = ExtraValue.key(ofHeading: heading)
        // How many borrow says which sums may be shown.
        return !(table == .funds && ExtraValue.isBorrowers(headingKey: key)) && !isRead(table, key)
      }
      return left.isEmpty
        ? nil : diagnostic.telling(.unknownColumns(table, headings: left, absent: absent))
    }
    return PlanReading(
      plans: plans, diagnostics: told, sheets: sheets, paths: paths, proposals: proposals)
  }

  private init(
    plans: [Plan], diagnostics: [Diagnostic], sheets: [SheetReading], paths: [String],
    proposals: [AcceptableProposal] = []
  ) {
    self.plans = plans
    self.diagnostics = diagnostics
    self.sheets = sheets
    self.paths = paths
    self.proposals = proposals
  }

  /// For each diagnostic the plans whose files it is about; all that stand in one workbook or folder
  /// where that holds several.
  ///
  /// - Complexity: O(plans + diagnostics).
  public var plansOfDiagnostics: [[Int]] {
    let byPlace = Dictionary(grouping: plans.indices) {
      Self.place(ofFile: plans[$0].source.file)
    }
    let rest = byPlace[Self.onlyFolder] ?? []
    return diagnostics.map { byPlace[Self.place(ofFile: $0.file)] ?? rest }
  }

  /// The plans of which too much is lost for anything sound to be made of them, ascending.
  ///
  /// - Complexity: O(plans + diagnostics).
  public var blockedPlans: [Int] {
    Set(zip(diagnostics, plansOfDiagnostics).flatMap { $0.blocksResults ? $1 : [] }).sorted()
  }

  /// What the files of one plan share: the workbook, or the folder where several are read together.
  private static func place(ofFile file: String) -> Substring {
    if let slash = file.firstIndex(of: "/") { return file[..<slash] }
    return Folder.isTextSheet(file) ? onlyFolder : file[...]
  }

  /// The one folder of CSV that was read, which its files do not name.
  private static let onlyFolder: Substring = "/"
}

extension Plan {
  /// The plan by itself, as the first and only one: what ties it to other plans is left out.
  ///
  /// - Parameter index: Its index among those that it was read with.
  public func alone(at index: Int) -> Plan { renumbered { $0 == index ? 0 : nil } }

  /// The plan among others; ties that lead to a plan without a new index are left out.
  fileprivate func renumbered(_ index: (Int) -> Int?) -> Plan {
    func moved(_ node: NodeReference?) -> NodeReference? {
      node.flatMap { node in
        index(node.plan).map { NodeReference(plan: $0, kind: node.kind, index: node.index) }
      }
    }
    var plan = self
    plan.ties = TieList()
    for tie in ties {
      guard let from = moved(tie.from), let to = moved(tie.to) else { continue }
      plan.ties.append(
        Tie(
          relation: tie.relation, from: from, to: to, source: tie.source, since: tie.since,
          note: tie.note))
    }
    plan.offers = offers.map { offer in
      Offer(
        id: offer.id, owner: moved(offer.owner), direction: offer.direction, item: offer.item,
        category: offer.category, quantity: offer.quantity, unit: offer.unit,
        months: offer.months, place: moved(offer.place), source: offer.source)
    }
    plan.decisions = decisions.map { decision in
      Decision(
        approach: decision.approach, from: moved(decision.from), to: moved(decision.to),
        status: decision.status, owner: decision.owner, due: decision.due, date: decision.date,
        reason: decision.reason, evidence: decision.evidence, source: decision.source)
    }
    return plan
  }
}
