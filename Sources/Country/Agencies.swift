import Plans

/// An agency that helps activities: a kind of office, and where it sits.
struct Agency: Hashable {
  /// The position in `Agency.kinds`.
  let kind: Int
  /// The tambon, amphoe or province that it serves; 0 where it serves the nation.
  let seat: Int

  /// Whether all plans that name it mean one and the same.
  var isShared: Bool { [.province, .national].contains(Agency.kinds[kind].level) }

  struct Kind {
    let level: Mechanism.Level
    /// How it is written; the name of its seat follows where it has one.
    let name: String
    /// The body above it.
    let body: String
    let issues: [String]
    /// How many plans name it, as a share.
    let reach: Double
  }

  static let kinds: [Kind] = tambon + amphoe + province + nation

  private static let tambon = [
    Kind(
      level: .tambon, name: "อบต.", body: "องค์การบริหารส่วนตำบล",
      issues: ["water", "welfare", "environment", "youth", "waste", "disaster", "culture"], reach: 1
    ),
    Kind(
      level: .tambon, name: "รพ.สต.", body: "กระทรวงสาธารณสุข", issues: ["health", "elderly"],
      reach: 1),
    Kind(
      level: .tambon, name: "กองทุนหลักประกันสุขภาพตำบล", body: "สปสช.",
      issues: ["health", "elderly", "youth"], reach: 0.85),
    Kind(
      level: .tambon, name: "โรงเรียนบ้าน", body: "กระทรวงศึกษาธิการ",
      issues: ["education", "youth", "drugs", "culture"], reach: 0.8),
  ]

  private static let amphoe = [
    Kind(
      level: .amphoe, name: "พช.อำเภอ", body: "กรมการพัฒนาชุมชน",
      issues: ["livelihood", "debt", "savings", "organic-farming"], reach: 0.9),
    Kind(
      level: .amphoe, name: "เกษตรอำเภอ", body: "กรมส่งเสริมการเกษตร",
      issues: ["farming", "organic-farming", "water"], reach: 0.85),
    Kind(
      level: .amphoe, name: "ธ.ก.ส. สาขา", body: "ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร",
      issues: ["debt", "farming", "savings"], reach: 0.7),
    Kind(
      level: .amphoe, name: "สกร.อำเภอ", body: "กรมส่งเสริมการเรียนรู้",
      issues: ["education", "livelihood", "elderly"], reach: 0.6),
  ]

  private static let province = [
    Kind(
      level: .province, name: "ส.ป.ก.จังหวัด", body: "สำนักงานการปฏิรูปที่ดินเพื่อเกษตรกรรม",
      issues: ["land", "water"], reach: 0.7),
    Kind(
      level: .province, name: "พมจ.", body: "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
      issues: ["welfare", "housing", "elderly", "youth"], reach: 0.75),
    Kind(
      level: .province, name: "ปภ.จังหวัด", body: "กรมป้องกันและบรรเทาสาธารณภัย",
      issues: ["disaster", "water"], reach: 0.55),
    Kind(
      level: .province, name: "สำนักงานวัฒนธรรมจังหวัด", body: "กระทรวงวัฒนธรรม",
      issues: ["culture", "tourism"], reach: 0.45),
    Kind(
      level: .province, name: "ทสจ.", body: "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
      issues: ["environment", "waste", "forest"], reach: 0.55),
    Kind(
      level: .province, name: "สหกรณ์จังหวัด", body: "กรมส่งเสริมสหกรณ์",
      issues: ["savings", "debt", "livelihood"], reach: 0.5),
  ]

  private static let nation = [
    Kind(
      level: .national, name: "พอช.", body: "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)",
      issues: ["land", "housing", "welfare", "savings"], reach: 0.9),
    Kind(
      level: .national, name: "สสส.", body: "สำนักงานกองทุนสนับสนุนการสร้างเสริมสุขภาพ",
      issues: ["health", "youth", "drugs", "elderly"], reach: 0.7),
    Kind(
      level: .national, name: "สำนักงานกองทุนหมู่บ้านและชุมชนเมืองแห่งชาติ", body: "สำนักนายกรัฐมนตรี",
      issues: ["livelihood", "debt", "savings"], reach: 0.75),
    Kind(
      level: .national, name: "กรมป่าไม้", body: "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
      issues: ["forest", "land"], reach: 0.6),
    Kind(
      level: .national, name: "กรมทรัพยากรน้ำ", body: "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
      issues: ["water", "disaster"], reach: 0.5),
    Kind(
      level: .national, name: "กรมพัฒนาที่ดิน", body: "กระทรวงเกษตรและสหกรณ์",
      issues: ["organic-farming", "farming", "land"], reach: 0.55),
    Kind(
      level: .national, name: "ธนาคารออมสิน", body: "กระทรวงการคลัง",
      issues: ["savings", "debt", "livelihood"], reach: 0.45),
    Kind(
      level: .national, name: "ป.ป.ส.", body: "กระทรวงยุติธรรม", issues: ["drugs", "youth"],
      reach: 0.35),
    Kind(
      level: .national, name: "กยท.", body: "การยางแห่งประเทศไทย",
      issues: ["farming", "livelihood"],
      reach: 0.25),
    Kind(
      level: .national, name: "อพท.", body: "สำนักนายกรัฐมนตรี", issues: ["tourism", "culture"],
      reach: 0.2),
  ]
}
