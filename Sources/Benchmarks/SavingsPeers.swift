/// The programs of others that rank savings, each as good as a capable user would write it.
struct SavingsPeers: ~Copyable {
  static let names = ["scipy", inBlocks, "polars", "duckdb"]
  static let inBlocks = "scipy in blocks of plans"

  private let scipy: Peer?
  private let scipyBlocks: Peer?
  private let polars: Peer?
  private let duckdb: Peer?

  /// Starts all on a folder of edges.
  init(folder: String) {
    scipy = Peer.start("savings_scipy", folder)
    scipyBlocks = Peer.start("savings_scipy", folder, "256")
    polars = Peer.start("savings_polars", folder)
    duckdb = Peer.start("savings_duckdb", folder)
  }

  /// Lets each do the work once, in turn; nil for those that are missing.
  func run() -> [Command.Usage?] {
    [scipy?.run(), scipyBlocks?.run(), polars?.run(), duckdb?.run()]
  }

  /// Has one write its last answer to a file.
  func writeAnswer(of index: Int, to path: String) -> Bool {
    switch index {
    case 0: scipy?.writeAnswer(to: path) ?? false
    case 1: scipyBlocks?.writeAnswer(to: path) ?? false
    case 2: polars?.writeAnswer(to: path) ?? false
    default: duckdb?.writeAnswer(to: path) ?? false
    }
  }
}
