public import Plans

/// A plan small enough to reckon with by hand, read as any plan is.
///
/// Fund F1 has leader L1 on its committee and is in village V1; L1 leads A1 (land, in V1), which no
/// fund stands beside. Fund F2 finances A2 (land). L2 leads A2 and has not consented to be named.
public enum SmallPlan {
  /// The files of the plan, by name.
  public static let files = [
    "plan.csv": "id,name,tambon,year\nsmall,แผนเล็ก,ตัวอย่าง,2567\n",
    "places.csv": "id,name\nV1,บ้านหนึ่ง\nV2,บ้านสอง\n",
    "activities.csv": """
    id,name,issues,places,status,leaders,funds,mechanisms
    A1,รังวัดที่ดิน,ที่ดิน,V1,กำลังทำ,L1,,M1
    A2,ออมซื้อที่ดินคืน,ที่ดิน,V2,กำลังทำ,L2,F2,M1
    A3,ขุดบ่อ,น้ำ,V2,เสร็จ,L1,,

    """,
    "leaders.csv": """
    id,name,place,positions,funds,phone,consent
    L1,นางหนึ่ง ใจดี,V1,ประธานกลุ่มออมทรัพย์,F1,080-000-0001,ใช่
    L2,นายสอง ลับสุดยอด,V2,ผู้ใหญ่บ้าน,,080-000-0002,ไม่

    """,
    "funds.csv": "id,name,places,savings\nF1,กลุ่มออมทรัพย์บ้านหนึ่ง,V1,\"1,000\"\nF2,กองทุนที่ดิน,V2,-\n",
    "mechanisms.csv": "id,name,level\nM1,ส.ป.ก.,จังหวัด\n",
  ]

  /// The plan, read.
  ///
  /// - Parameter changed: Files that stand in place of those of the same name.
  public static func reading(changed: [String: String] = [:]) throws -> PlanReading {
    let folder = try TemporaryFolder()
    for (name, text) in files.merging(changed, uniquingKeysWith: { $1 }) {
      try folder.write("small/" + name, text)
    }
    return try PlanReading([folder.file("small")])
  }

  /// The plan's graph.
  public static func graph(changed: [String: String] = [:]) throws -> PlanGraph {
    PlanGraph(try reading(changed: changed).plans)
  }
}
