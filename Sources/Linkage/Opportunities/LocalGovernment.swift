public import Plans

extension Mechanism {
  /// Whether it is local government (องค์กรปกครองส่วนท้องถิ่น), by its name or agency: อบต, เทศบาล, อบจ,
  /// กทม or เมืองพัทยา.
  public var isLocalGovernment: Bool {
    let words = [
      "องค์การบริหารส่วน", "อบต", "อบจ", "เทศบาล", "ทต.", "ทม.", "ทน.", "เมืองพัทยา", "กรุงเทพมหานคร",
      "local government", "municipality", "subdistrict administrative organization",
      "subdistrict administrative organisation", "tambon administrative organization",
      "provincial administrative organization",
    ].map(MatchKey.name)
    return [name, agency ?? ""].map(MatchKey.name).contains { text in
      words.contains { text.hasPrefix($0) }
    }
  }
}
