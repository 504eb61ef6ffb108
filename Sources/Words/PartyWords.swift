/// Words that say that what is named is no person: bodies, their short forms, roles, and small words.
enum PartyWords {
  struct Kinds: OptionSet {
    let rawValue: Int
    /// A body or a place; what follows in the same word is its name.
    static let body = Kinds(rawValue: 1)
    /// The short form of a body; its name follows a full stop.
    static let short = Kinds(rawValue: 2)
    /// A body's word that does not stand without a name.
    static let named = Kinds(rawValue: 8)
    /// What somebody is, or a small word; what follows may be a name.
    static let role = Kinds(rawValue: 4)
  }

  /// All of them.
  static let index: PhraseIndex<Kinds> = {
    var index = PhraseIndex<Kinds>()
    let lists: [(words: String, kind: Kinds)] = [
      (named, [.body, .named]), (bodies, .body), (shorts, .short), (roles, .role),
    ]
    for (words, kind) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        index.insert(FoldedText(word).letters, kind)
      }
    }
    // ม.3 is a village; ม.ล. stands before a person.
    for digit in "0123456789๐๑๒๓๔๕๖๗๘๙" { index.insert("ม\(digit)".unicodeScalars, .role) }
    return index
  }()

  /// Titles that stand before a person within a longer word.
  static let titles = ["นาย", "นางสาว"].map { FoldedText($0).letters }

  private static let named = """
    กลุ่ม กองทุน ชมรม สมาคม สหกรณ์ วิสาหกิจ เครือข่าย ศูนย์ สถาบัน สำนักงาน มูลนิธิ บริษัท ธนาคาร โรงเรียน โรงพยาบาล มหาวิทยาลัย วิทยาลัย \
    เทศบาล อำเภอ จังหวัด ตำบล วัด มัสยิด โครงการ
    """

  private static let bodies = """
    กองช่าง กองคลัง กองสวัสดิการ กองการศึกษา กองสาธารณสุข คณะกรรมการ คณะทำงาน คณะผู้ คณะสงฆ์ \
    สภาองค์กร สภาเด็ก สภาเกษตรกร สภาตำบล สภาเทศบาล สถานี สำนัก กระทรวง กรมการ กรมส่งเสริม กรมพัฒนา กรมชลประทาน \
    กรมป่าไม้ กรมที่ดิน ฝ่าย แผนก หน่วย องค์การ องค์กร ห้างหุ้นส่วน โรงสี โรงงาน \
    หมู่บ้าน หมู่ บ้าน ชุมชน ตลาด ร้านค้า ป่าชุมชน ทีมงาน สถานศึกษา การไฟฟ้า การประปา \
    นายกอบต นายกอบจ นายกองค์การ นายกเทศมนตรี นายกสมาคม ออมทรัพย์ ฌาปนกิจ เครดิตยูเนี่ยน ประปาหมู่บ้าน \
    group committee fund funds office council school temple network bank cooperative association foundation centre \
    center club department ministry hospital company village tambon district province municipality agency union \
    community board team
    """

  private static let shorts = """
    อบต อบจ อปท ทต ทม ทน อสม อปพร ชรบ รพสต รพช รพ สสจ สสอ พมจ พม พช พอช กศน สกร ศกร ธกส ธอส กทบ กขคจ สปสช สปก สทนช กฟภ กปภ \
    สพป สพม ปภ ศพก ศพด ทสจ ทสม กสจ สสส สช สตง ปปส ตชด สภ ศจพ พชอ พชต ศอช กพสต สค มรภ มทร ต tao sao pao ngo
    """

  private static let roles = """
    ประธาน รอง เลขา เลขานุการ เหรัญญิก ผู้ช่วย กรรมการ อนุกรรมการ สมาชิก สมาชิกสภา ที่ปรึกษา ผู้จัดการ ผู้ประสานงาน ผู้ดูแล ผู้แทน ตัวแทน หัวหน้า \
    หัวหน้าชุด แกนนำ เจ้าหน้าที่ จนท พนักงาน ลูกจ้าง วิทยากร อาสาสมัคร อาสา กำนัน สารวัตรกำนัน แพทย์ประจำตำบล ผู้ใหญ่บ้าน ผู้ใหญ่ ปลัด นายอำเภอ \
    ผู้ว่าราชการ ผู้อำนวยการ ผอ ครู ครูใหญ่ ครูภูมิปัญญา ครูพี่เลี้ยง หมอดิน หมอพื้นบ้าน หมออนามัย ช่าง ช่างชุมชน ช่างโยธา นายช่าง นิติกร \
    พัฒนากร พัฒนาการ เกษตร ปศุสัตว์ ประมง สาธารณสุข ท้องถิ่น ที่ดิน โยธา ป่าไม้ นักวิชาการ นักพัฒนา นักพัฒนาชุมชน การเงิน การคลัง การศึกษา \
    เจ้าอาวาส เจ้าคณะ พยาบาล โต๊ะอิหม่าม อิหม่าม ปราชญ์ชาวบ้าน ปราชญ์ชุมชน ผู้นำ ผู้นำชุมชน ผู้สูงอายุ ผู้พิการ ผู้ใช้น้ำ แม่บ้าน พ่อบ้าน สตรี เยาวชน เด็ก ชาวบ้าน ประชาชน \
    เจ้าของ ครัวเรือน ผู้ปกครอง นักเรียน เกษตรกร ผู้ตรวจสอบ บัญชี ธุรการ ทะเบียน ประชาสัมพันธ์ ที่ประชุม ทุกคน ทุกฝ่าย ทุก ทั้งหมด และ กับ หรือ ของ \
    ประจำ ตำแหน่ง ยังไม่มี ยังไม่กำหนด ไม่มี ไม่ระบุ \
    chair chairman chairwoman chairperson deputy vice secretary treasurer member members head manager coordinator \
    officer staff leader leaders adviser advisor teacher nurse mayor all everybody everyone none villagers farmers \
    women youth elders volunteers volunteer and of the for in with or by to
    """
}
