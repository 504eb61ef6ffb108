import Graphs
public import Linkage
import Plans

extension Language {
  /// What a reading is called at a meeting.
  public func name(of reading: LeaderReading) -> String {
    switch reading {
    case .reach: pick("การเข้าถึง", "reach")
    case .bridge: pick("การเป็นสะพาน", "bridging")
    case .spread: pick("การกระจายข่าว", "spreading word")
    case .experience: pick("ประสบการณ์", "experience")
    }
  }

  /// What a reading is taken on.
  public func basis(of reading: LeaderReading) -> String {
    switch reading {
    case .reach:
      pick(
        "การเข้าถึง: นับกิจกรรม หมู่บ้าน และประเด็นที่อยู่ภายในสองต่อจากแกนนำ ผ่านงานและกลุ่ม ไม่ผ่านหมู่บ้าน",
        "Reach counts activities, villages and issues within two steps, through work and groups, not "
          + "through villages.")
    case .bridge:
      pick(
        "การเป็นสะพาน: ค่าคั่นกลาง (betweenness, Freeman 1977) บน\(graphOfLeaders)",
        "Bridging is betweenness (Freeman 1977) on \(graphOfLeaders).")
    case .spread:
      pick(
        "การกระจายข่าว: diffusion centrality (Banerjee และคณะ 2013) บน\(graphOfLeaders) "
          + "ส่งต่อ \(LeaderMeasures.diffusionPasses) ทอด โอกาสส่งต่อ = 1 หารค่าเฉพาะใหญ่สุดของผัง",
        "Spread is diffusion centrality (Banerjee et al. 2013) on \(graphOfLeaders), with "
          + "\(LeaderMeasures.diffusionPasses) passes and a chance of 1 / its largest eigenvalue.")
    case .experience:
      pick(
        "ประสบการณ์: ครึ่งหนึ่งจากจำนวนปี ครึ่งหนึ่งจากงานที่พาจนเสร็จ เทียบกับมากที่สุดในแผน สิ่งที่ไม่ทราบไม่นับเพิ่ม",
        "Experience is half by years, half by work carried through, each beside the most in the plan; "
          + "what is not known adds nothing.")
    }
  }

  private var graphOfLeaders: String {
    pick(
      "ผังไม่มีทิศของแกนนำ องค์กร กองทุน กิจกรรม พื้นที่ กลไก และความเชื่อมโยง (ไม่รวมแผน ประเด็น และใครถามใคร) "
        + "เทียบกับจำนวนทั้งหมดในผัง",
      "the undirected simple graph of leaders, organisations, funds, activities, places, mechanisms and "
        + "links (without plans, issues and who asks whom), normalised over its nodes")
  }

  /// What holds of every reading.
  public var basisOfAllReadings: String {
    pick(
      "เทียบกันได้เฉพาะในแผนเดียวกัน เป็นจุดตั้งต้นให้คุยกัน ไม่ใช่การตัดสินคน "
        + "“งานในมือ” คือกิจกรรมที่เป็นแผน กำลังทำ หรือไม่ได้บอกสถานะ",
      "Compared within one plan only; a start for talk, no verdict on people. What somebody leads now is "
        + "planned, active, or without a status.")
  }

  /// What a team is taken on.
  public var basisOfTeams: String {
    pick(
      "นับว่าครอบคลุมประเด็น เมื่อแกนนำระบุว่าทำหรือนำงานเรื่องนั้น ครอบคลุมหมู่บ้าน เมื่ออยู่ที่นั่นหรือนำงานที่นั่น "
        + "(งานที่ระบุเกินครึ่งของหมู่บ้านถือเป็นงานทั้งตำบล ไม่นับเป็นของหมู่บ้านใด) "
        + "ค้นไม่เกินสิบห้าล้านขั้นหรือสิบวินาที ถ้ายังพิสูจน์ไม่ได้จะบอกว่าห่างจากดีที่สุดอย่างมากเท่าใด",
      "A leader covers an issue that the own row names or own work is about, and a village by living or "
        + "leading work there (work in more than half of the villages is the whole tambon's, and of "
        + "none). The search takes fifteen million steps or ten seconds at most; what is not proven by then is "
        + "said, with how far from the best it can be."
    )
  }

  /// What is said of `leaders` where its options are listed.
  public var aboutLeaders: String {
    let readings = LeaderReading.allCases.map { "• " + basis(of: $0) }
    let people = pick(
      "• ค่าข้อจำกัด (constraint) ขนาดผล (effective size, Burt 1992) และบทบาทคนกลาง (Gould & Fernandez 1989) "
        + "วัดบนผังระหว่างคน: แกนนำสองคนเชื่อมกันตามจำนวนกิจกรรม กลุ่ม กองทุน และความเชื่อมโยงที่มีร่วมกัน",
      "• Constraint, effective size (Burt 1992) and brokerage (Gould & Fernandez 1989) are taken on the "
        + "projection to people: two leaders are tied by each activity, group, fund or link that they "
        + "share, weighted.")
    let asked = pick(
      "• “มีคนไปปรึกษา” มาจากแถว asked_by ในแผ่นความเชื่อมโยง (จาก = ผู้ถูกถาม ถึง = ผู้ถาม) แสดงไว้ข้างกัน ไม่นำไปคิดอันดับ",
      "• Who is asked comes from links rows asked_by (from = who is asked, to = who asks), shown beside "
        + "the rank, never mixed in.")
    let trust = pick(
      "• reach เป็นเกณฑ์ที่ใช้ถ้าไม่บอก เพราะในหมู่บ้านจริงที่รู้ตัวผู้นำ บอกผู้นำได้ดีที่สุดในบรรดาตัววัด (AUC 0.65) ค่าคั่นกลางบอกไม่ได้ "
        + "ไม่มีตัวใดบอกได้แน่นอน",
      "• Reach is the default: in real villages whose leaders are known it told them apart best of all "
        + "measures (AUC 0.65); betweenness did not, and none is a certainty.")
    return (readings + [trust, people, asked, "• " + basisOfTeams, "• " + basisOfAllReadings])
      .joined(separator: "\n")
  }

  /// That no leader passes the filters.
  public var noLeaders: String {
    pick(
      "ไม่มีแกนนำที่ตรงทุกข้อ ลองลดเงื่อนไขลง", "No leader fits all that was asked; try with less.")
  }

  /// What stands below the officer's working paper.
  public var officersOwn: String {
    pick(
      "กระดาษทำงานของเจ้าหน้าที่ ใช้ดูว่าควรชวนใครมาช่วยแบ่งเบา ไม่ใช่การประเมินคน ไม่ควรแจกในที่ประชุม",
      "The officer's own working paper: it shows where to ask for help, rates nobody, and is not handed "
        + "out.")
  }
}

extension Language {
  /// That nothing is known of what somebody carries.
  var unknownLoad: String {
    pick(
      "ไม่ทราบงานในมือ เพราะแผนไม่ได้บอกกิจกรรม",
      "what is carried now is not known: the plan names no work")
  }
}

extension Names {
  /// Whether the plan of a leader names activities at all.
  func knowsWork(of leader: NodeID) -> Bool {
    plans.plan(of: leader).map { !plans.plans[$0].activities.isEmpty } ?? false
  }
}
