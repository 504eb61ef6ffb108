/// What the runs of one program took.
struct Timing {
  var seconds: [Double] = []
  var megabytes: Double

  init(megabytes: Double) { self.megabytes = megabytes }

  var median: Double { seconds.sorted()[seconds.count / 2] }

  var text: String {
    let (least, most) = (seconds.min() ?? 0, seconds.max() ?? 0)
    return "median \(rounded(median * 1_000)) ms (\(rounded(least * 1_000))–"
      + "\(rounded(most * 1_000))), \(rounded(megabytes)) MB beyond what was loaded"
  }

  /// The median of the ratios run by run, so that a drift of the machine's speed meets both.
  func ratio(to other: Timing) -> Double { ratios(to: other)[seconds.count / 2] }

  /// That ratio and its range, in words.
  func share(of other: Timing) -> String {
    let ratios = ratios(to: other).map { rounded($0 * 100) }
    return "\(ratios[ratios.count / 2])% (\(ratios[0])–\(ratios[ratios.count - 1]))"
  }

  private func ratios(to other: Timing) -> [Double] {
    zip(seconds, other.seconds).map { $0 / $1 }.sorted()
  }
}
