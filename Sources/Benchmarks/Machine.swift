import Glibc
import Sheets

/// What the figures were taken on: the machine, the day, and the versions of what was compared.
enum Machine {
  static var lines: [String] {
    [
      "machine: \(cores) cores of \(field("model name", of: "/proc/cpuinfo") ?? "unknown make"), "
        + "\(memory) GB of memory, \(system)",
      "day: \(day)", "commit: \(commit)", "compiler: \(compiler)", "peers: \(peers)",
    ]
  }

  private static var cores: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  private static var memory: String {
    let kilobytes = field("MemTotal", of: "/proc/meminfo").flatMap { text in
      Double(text.prefix { $0.isNumber })
    }
    return kilobytes.map { rounded($0 / 1_048_576) } ?? "?"
  }

  private static var system: String {
    guard let bytes = Command("cat").with("/etc/os-release").output() else { return "Linux" }
    let line = bytes.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
    return line.map { String($0.dropFirst(12)).replacing("\"", with: "") } ?? "Linux"
  }

  private static var day: String {
    Command("date").with("-u", "+%Y-%m-%d").output().map(trimmed) ?? "unknown"
  }

  private static var commit: String {
    let name = Command("git").with("rev-parse", "--short", "HEAD").output().map(trimmed)
    let isChanged = Command("git").with("diff", "--quiet", "HEAD", "--", "Sources").run() == nil
    return (name ?? "unknown") + (isChanged ? ", with changes" : "")
  }

  private static var compiler: String {
    let text = Command("swift").with("--version").output() ?? ""
    return text.split(separator: "\n").first.map(String.init) ?? "unknown"
  }

  /// The versions of the peers that are installed.
  private static var peers: String {
    let script = """
      import importlib.metadata as m, platform
      found = ['python ' + platform.python_version()]
      for name in ['polars', 'duckdb', 'scipy', 'numpy', 'igraph', 'networkit', 'rustworkx', 'python-calamine']:
          try: found.append(name + ' ' + m.version(name))
          except m.PackageNotFoundError: found.append(name + ' missing')
      print(', '.join(found))
      """
    let libraries = python.with("-c", script).output().map(trimmed) ?? "python libraries missing"
    let dot = Command("sh").with("-c", "dot -V 2>&1").output().map(trimmed) ?? "dot missing"
    return libraries + ", " + dot
  }

  private static func field(_ key: String, of path: String) -> String? {
    let text = Command("cat").with(path).output() ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
    return line?.split(separator: ":").last.map { trimmed(String($0)) }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
