/// A province of Thailand and the region that it lies in.
struct Province {
  let name: String
  let region: String

  static let all = north + northEast + centre + east + west + south

  private static func provinces(_ region: String, _ names: String) -> [Province] {
    names.split(whereSeparator: \.isWhitespace).map { Province(name: String($0), region: region) }
  }

  private static let north = provinces(
    "ภาคเหนือ", "เชียงราย เชียงใหม่ น่าน พะเยา แพร่ แม่ฮ่องสอน ลำปาง ลำพูน อุตรดิตถ์")

  private static let northEast = provinces(
    "ภาคตะวันออกเฉียงเหนือ",
    """
    กาฬสินธุ์ ขอนแก่น ชัยภูมิ นครพนม นครราชสีมา บึงกาฬ บุรีรัมย์ มหาสารคาม มุกดาหาร ยโสธร
    ร้อยเอ็ด เลย ศรีสะเกษ สกลนคร สุรินทร์ หนองคาย หนองบัวลำภู อำนาจเจริญ อุดรธานี อุบลราชธานี
    """)

  private static let centre = provinces(
    "ภาคกลาง",
    """
    กรุงเทพมหานคร กำแพงเพชร ชัยนาท นครนายก นครปฐม นครสวรรค์ นนทบุรี ปทุมธานี พระนครศรีอยุธยา
    พิจิตร พิษณุโลก เพชรบูรณ์ ลพบุรี สมุทรปราการ สมุทรสงคราม สมุทรสาคร สระบุรี สิงห์บุรี สุโขทัย
    สุพรรณบุรี อ่างทอง อุทัยธานี
    """)

  private static let east = provinces(
    "ภาคตะวันออก", "จันทบุรี ฉะเชิงเทรา ชลบุรี ตราด ปราจีนบุรี ระยอง สระแก้ว")

  private static let west = provinces("ภาคตะวันตก", "กาญจนบุรี ตาก ประจวบคีรีขันธ์ เพชรบุรี ราชบุรี")

  private static let south = provinces(
    "ภาคใต้",
    """
    กระบี่ ชุมพร ตรัง นครศรีธรรมราช นราธิวาส ปัตตานี พังงา พัทลุง ภูเก็ต ยะลา ระนอง สงขลา สตูล
    สุราษฎร์ธานี
    """)
}
