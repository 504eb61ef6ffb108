import Graphs
import Plans
import Words

/// What the three approaches ask that propose one kind of link between two kinds, and in which words.
public enum ProposalSubject: Sendable {
  /// What local government has in its plan already, and what it could take in.
  case adoption
  /// Who leads what, and what else each could help to lead.
  case leads
  /// Which organisations work together, and which could.
  case partners

  /// The kind of those who would have the link.
  var from: NodeKind {
    switch self {
    case .adoption: .mechanism
    case .leads: .leader
    case .partners: .organisation
    }
  }

  /// The kind of what they would have it with.
  var to: NodeKind { self == .partners ? .organisation : .activity }

  /// The link.
  var relation: Relation {
    switch self {
    case .adoption: .adopts
    case .leads: .leads
    case .partners: .partners
    }
  }

  /// Whether all such ties of the plan are shown; else those alone of whom something is proposed.
  var showsAll: Bool { self == .adoption }

  /// How a tie is drawn that is there.
  var line: Diagram.Line { self == .adoption ? .support : .plain }

  /// The word that files and ids are named after.
  var key: String {
    switch self {
    case .adoption: "adoption"
    case .leads: "leads"
    case .partners: "partners"
    }
  }

  func name(_ language: Language) -> String {
    switch self {
    case .adoption: language.pick("แผนท้องถิ่น", "Local plans")
    case .leads: language.pick("ชวนใครนำงานใด", "Who for which work")
    case .partners: language.pick("ภาคี", "Partners")
    }
  }

  func title(_ language: Language) -> String {
    switch self {
    case .adoption:
      language.pick(
        "แผนท้องถิ่น: งานใดบรรจุแล้ว และงานใดน่าจะบรรจุอีก?",
        "Local plans: what have they taken in, and what could they?")
    case .leads:
      language.pick(
        "ใครนำงานใดอยู่ และน่าชวนมาช่วยนำงานใดอีก?",
        "Who leads which work, and which other work could they be asked to help lead?")
    case .partners:
      language.pick(
        "องค์กรใดจับมือกันอยู่ และใครน่าจะจับมือกันอีก?",
        "Which organisations are partners, and which could be?")
    }
  }

  /// What is said of one to which so much is tied already; nothing where it need not be said.
  func detail(_ count: Int, _ language: Language) -> String? {
    switch self {
    case .adoption:
      language.pick(
        "บรรจุแล้ว \(count) กิจกรรม", "has taken in \(language.count(count, .activity))")
    case .leads, .partners: nil
    }
  }

  /// What a tie means that is there.
  func tie(_ language: Language) -> String {
    switch self {
    case .adoption: language.pick("บรรจุในแผนแล้ว", "taken in already")
    case .leads: language.pick("นำงานนี้อยู่", "leads it now")
    case .partners: language.pick("เป็นภาคีกันอยู่", "partners already")
    }
  }
}
