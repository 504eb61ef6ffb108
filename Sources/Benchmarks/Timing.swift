/// What the runs of one program took.
struct Timing {
  var seconds: [Double] = []
  /// The largest peak of memory: of a whole process where one was run, else beyond what was loaded.
  var megabytes: Double

  init(megabytes: Double) { self.megabytes = megabytes }

  /// Of the runs of a whole process.
  init(_ usages: [Command.Usage]) {
    seconds = usages.map(\.seconds)
    megabytes = usages.map(\.megabytes).max() ?? 0
  }

  var median: Double {
    let sorted = seconds.sorted()
    return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
  }

  /// The least and the most, in milliseconds.
  var spread: String {
    "\(rounded((seconds.min() ?? 0) * 1_000))–\(rounded((seconds.max() ?? 0) * 1_000))"
  }

  var text: String {
    "median \(rounded(median * 1_000)) ms (\(spread))"
      + (megabytes > 0 ? ", \(rounded(megabytes)) MB" : "")
  }
}
