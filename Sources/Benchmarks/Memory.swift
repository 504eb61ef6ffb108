import Glibc

/// The memory of this process, as the system counts it.
enum Memory {
  /// What work takes at its peak beyond what was held before it, in megabytes.
  static func peak<Value>(of work: () throws -> Value) rethrows -> (value: Value, megabytes: Double)
  {
    returnFreed()
    resetPeak()
    let before = status("VmRSS")
    let value = try work()
    return (value, status("VmHWM") - before)
  }

  /// Gives what is freed back to the system; else work could use it again uncounted.
  private static func returnFreed() {
    guard let found = dlsym(nil, "malloc_trim") else { return }
    typealias Trim = @convention(c) (Int) -> Int32
    _ = unsafeBitCast(found, to: Trim.self)(0)
  }

  private static func resetPeak() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  /// A line of the process's status, in megabytes.
  static func status(_ key: String) -> Double {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let words = String(decoding: text, as: UTF8.self).split { ": \t\n".contains($0) }
      if words.count > 1, words[0] == key { return (Double(words[1]) ?? 0) / 1_024 }
    }
    return 0
  }
}
