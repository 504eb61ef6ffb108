import Graphs
import Sheets

/// What was read of one plan or several, before all is put together.
struct PartReading: Sendable {
  var plans: [Plan]
  /// The number that the first plan bears in its own references.
  var firstPlan = 0
  /// What was found, by the steps of reading.
  var steps: [[Diagnostic]]
  var sheets: [PlanReading.SheetReading]
  var proposals: [AcceptableProposal]
  /// The ids of plans that a cell may have named, and that are not among them.
  let strangePlans: Set<NameKey>
  /// The same of a plain plan: codes, capitals as small letters.
  let strangeCodes: [TextCode]

  init(_ reader: PlanReader) {
    plans = reader.plans
    steps = reader.log.steps
    sheets = reader.sheets
    proposals = reader.proposals
    // Each was looked up before it was added.
    strangePlans = reader.index.strangePlans.subtracting(reader.plans.map { NameKey($0.id) })
    strangeCodes = []
  }
}

extension PartReading {
  /// Joins what is the same; no other part tells of the same sheets.
  mutating func joinDiagnostics() { steps = Diagnostic.joined(steps) }

  /// Plans that were read together, to which nothing is to be added.
  init(
    plans: [Plan], steps: [[Diagnostic]], sheets: [PlanReading.SheetReading],
    proposals: [AcceptableProposal]
  ) {
    self.plans = plans
    self.steps = steps
    self.sheets = sheets
    self.proposals = proposals
    strangePlans = []
    strangeCodes = []
  }
}

extension PlanReading {
  /// Reads a folder of plan folders, each on its own, on all cores, and keeps no cells.
  ///
  /// Nil where the plans have more to do with each other than their names: a cell that names another
  /// plan's row, mappings that join names, meetings' decisions, or anything that cannot be read.
  static func readApart(_ paths: [String], _ today: PlanDate?) -> PartReading? {
    guard paths.count == 1, let folders = PlanInput.folders(at: paths[0]), folders.count > 1 else {
      return nil
    }
    let known = KnownLayouts()
    let parts = concurrentMap(
      folders.count,
      preparing: { read in
        let lexicon = Lexicon()
        read { Self.read(folder: folders[$0], $0, today, known, lexicon) }
      })
    var found: [PartReading] = []
    for part in parts {
      switch part {
      case .plans(let reading): found.append(reading)
      case .noPlan: break
      case .entangled: return nil
      }
    }
    return found.count > 1 ? joined(found) : nil
  }

  private enum FolderReading {
    case plans(PartReading)
    case noPlan
    case entangled
  }

  /// - Parameter number: The number that its plan will have, if every folder before it is one plan.
  private static func read(
    folder: String, _ number: Int, _ today: PlanDate?, _ known: KnownLayouts, _ lexicon: Lexicon
  ) -> FolderReading {
    do {
      guard let input = try PlanInput.planFolder(folder) else { return .noPlan }
      guard input.mapping?.same.isEmpty ?? true, !input.holdsOnlyDecisions else {
        return .entangled
      }
      let named = input.namingItsFolder
      if var reading = PlainReader.read(named, number, today, known, lexicon) {
        reading.joinDiagnostics()
        return .plans(reading)
      }
      var reader = PlanReader()
      reader.known = known
      try reader.readRows(of: named)
      reader.readReferences(examinedAsOf: today)
      var reading = PartReading(reader)
      reading.movePlans(to: number)
      reading.joinDiagnostics()
      return .plans(reading)
    } catch {
      return .entangled
    }
  }

  /// The parts as one; nil where two plans bear one id, or a cell names a plan of another part.
  private static func joined(_ parts: [PartReading]) -> PartReading? {
    let ids = parts.flatMap { $0.plans.map { NameKey($0.id) } }
    let known = Set(ids)
    let codes = Set(ids.compactMap { TextCode($0.text)?.folded })
    guard known.count == ids.count,
      parts.allSatisfy({
        known.isDisjoint(with: $0.strangePlans) && codes.isDisjoint(with: $0.strangeCodes)
      })
    else { return nil }
    return PartReading(parts)
  }
}

extension PartReading {
  /// Numbers the plans from another number on.
  fileprivate mutating func movePlans(to first: Int) {
    for plan in plans.indices { plans[plan].movePlans(by: first - firstPlan) }
    firstPlan = first
  }

  /// Parts put together: step by step, and in each the parts in their order.
  fileprivate init(_ parts: [PartReading]) {
    self = parts[0]
    plans = []
    for part in parts {
      var part = part
      part.movePlans(to: plans.count)
      plans += part.plans
    }
    steps = steps.indices.map { step in parts.flatMap { $0.steps[step] } }
    sheets = parts.flatMap(\.sheets)
    proposals = parts.flatMap(\.proposals)
  }
}
