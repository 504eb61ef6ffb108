import Glibc

extension PlanDate {
  /// The day that terms and years are reckoned by: of `SOURCE_DATE_EPOCH` where it is set, else today.
  public static var today: PlanDate {
    let given = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
    var seconds = given.map { time_t($0) } ?? time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return PlanDate(
      year: Int(parts.tm_year) + 1_900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
