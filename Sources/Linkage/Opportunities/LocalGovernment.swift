public import Plans

extension Mechanism {
  /// Whether it is local government (องค์กรปกครองส่วนท้องถิ่น), as its name or agency begins.
  public var isLocalGovernment: Bool {
    [name, agency ?? ""].map(MatchKey.name).contains { text in
      Self.localWords.contains { text.hasPrefix($0) }
    }
  }

  private static let localWords = [
    "องค์การบริหารส่วน", "อบต", "อบจ", "เทศบาล", "ทต.", "ทม.", "ทน.", "เมืองพัทยา", "กรุงเทพมหานคร",
    "local government", "municipality", "subdistrict administrative organization",
    "subdistrict administrative organisation", "tambon administrative organization",
    "provincial administrative organization",
  ].map(MatchKey.name)
}
