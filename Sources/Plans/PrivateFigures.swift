/// Figures that would tell what a single person owns or owes: a sum of few people is as good as theirs.
extension Fund {
  /// So many people at least stand behind a figure that may be shown.
  public static let leastPeople = 5.0

  /// The number of borrowers, where the planner keeps such a column; the least where several say it.
  public var borrowers: Double? { borrowerCells.compactMap(\.number).min() }

  /// Whether loans, what is overdue of them, and all that follows from these must not be shown: fewer
  /// than five borrow.
  ///
  /// Where the number of borrowers is not known, that of the members stands for it. One that is there
  /// and cannot be read hides them too.
  public var hidesLoans: Bool {
    if (loans ?? 0) == 0, (overdue ?? 0) == 0 { return false }
    let known = borrowerCells.filter { !$0.isUnknown }
    if !known.isEmpty { return known.contains { ($0.number ?? 0) < Self.leastPeople } }
    return (members ?? .infinity) < Self.leastPeople
  }

  /// Whether what the members have put in must not be shown: the fund has fewer than five.
  public var hidesDeposits: Bool { (members ?? .infinity) < Self.leastPeople }

  /// Whether the amounts of a column must not be shown.
  public func hides(_ column: Column) -> Bool {
    switch column {
    case .loans, .overdue: hidesLoans || hidesDeposits
    case .savings, .shares, .welfarePaid, .reserves, .assets, .externalDebt: hidesDeposits
    default: false
    }
  }

  /// Whether a cell under a heading that FORMAT does not know must not be shown.
  public func hides(_ extra: ExtraValue) -> Bool {
    extra.isOfOnePerson || hidesDeposits || (hidesLoans && extra.isAboutLoans)
  }

  /// Cells whose heading may promise how many borrow; an amount of money under such a heading is more
  /// than five anyway.
  private var borrowerCells: [ExtraValue] { extra.filter(\.isAboutBorrowers) }
}

extension ExtraValue {
  /// Whether the heading speaks of loans and debts.
  public var isAboutLoans: Bool { mentions(Self.loanWords) }

  /// Whether the heading speaks of those who borrow.
  var isAboutBorrowers: Bool { mentions(["ผู้กู้", "คนกู้", "ที่กู้", "ลูกหนี้", "borrower", "debtor"]) }

  /// Whether a heading's key is that of the number of those who borrow, and of nothing else.
  static func isBorrowers(headingKey key: String) -> Bool { borrowers.contains(key) }

  private static let borrowers = Set(
    ["ผู้กู้", "จำนวนผู้กู้", "borrowers", "number of borrowers"].map(MatchKey.heading))

  /// Whether the heading promises what one person owes or owns: หนี้ส่วนตัว, หนี้สินรายคน.
  public var isOfOnePerson: Bool {
    mentions(Self.loanWords + Self.moneyWords) && mentions(Self.personWords)
  }

  private func mentions(_ words: [String]) -> Bool {
    let key = MatchKey.name(heading)
    return words.contains { key.contains($0) }
  }

  private static let loanWords = [
    "กู้", "ค้าง", "หนี้", "loan", "debt", "overdue", "arrear", "delinquen", "borrow", "owe",
  ]
  private static let moneyWords = ["ออม", "ฝาก", "รายได้", "saving", "deposit", "income"]
  private static let personWords = [
    "รายคน", "รายบุคคล", "บุคคล", "ส่วนตัว", "รายครัวเรือน", "รายสมาชิก", "รายตัว", "ชื่อ", "person",
    "individual", "own debt", "name", "each member",
  ]
}
