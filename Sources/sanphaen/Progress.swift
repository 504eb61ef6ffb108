import Glibc
import Synchronization
import Words

/// Tells on the error stream what is being done, where that takes longer than two seconds.
///
/// It is one line that is written over and over and is gone in the end, so it is only shown where the error
/// stream is a terminal: what goes to a file or another program is read afterwards, when nobody asks how
/// far the work has come. A thread of its own looks up twice a second, so that work that tells nothing
/// of itself is told of, too.
final class Progress: Sendable {
  /// The program's own.
  static let shared = Progress()

  /// Work of less than this is not told of.
  private static let patience = Duration.seconds(2)
  private static let interval: useconds_t = 200_000

  private struct State {
    var text = ""
    var total: Int?
    var begun = ContinuousClock.now
    var language = Language.thai
    /// The line that stands on the terminal; empty where none does.
    var shown = ""
    var isWatched = false

    mutating func clear() {
      if !shown.isEmpty { Progress.put(Progress.lineStart) }
      shown = ""
    }
  }

  /// Back to the beginning of the line, and all of it gone.
  private static let lineStart = "\r\u{1B}[K"

  private let state = Mutex(State())
  private let done = Atomic(0)

  /// Begins a piece of work.
  ///
  /// - Parameter total: How many steps it has, where that is known.
  func begin(_ text: String, of total: Int? = nil, _ language: Language) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    done.store(0, ordering: .relaxed)
    let isFirst = state.withLock { state in
      state.text = text
      state.total = total
      state.language = language
      defer { state.isWatched = true }
      return !state.isWatched
    }
    if isFirst { watch() }
  }

  /// One more step is done; from any thread.
  func step() { done.add(1, ordering: .relaxed) }

  /// Takes the line away, so that something else can be written.
  func clear() { state.withLock { $0.clear() } }

  /// Takes the line away for good: what follows is the result.
  func end() {
    state.withLock { state in
      state.clear()
      state.text = ""
    }
  }

  private func watch() {
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        while true {
          usleep(Progress.interval)
          Progress.shared.show()
        }
      }, nil)
  }

  private func show() {
    state.withLock { state in
      let elapsed = ContinuousClock.now - state.begun
      guard !state.text.isEmpty, elapsed > Self.patience else { return }
      let line = Self.line(
        state.text, done: done.load(ordering: .relaxed), of: state.total,
        seconds: Int(elapsed.components.seconds), state.language)
      if line == state.shown { return }
      Self.put(Self.lineStart + line)
      state.shown = line
    }
  }

  /// `สรุปแผน 120 จาก 7,255 (8 วินาที)`.
  static func line(
    _ text: String, done: Int, of total: Int?, seconds: Int, _ language: Language
  ) -> String {
    let count = total.map { total in
      language.pick(
        " \(language.number(min(done, total))) จาก \(language.number(total))",
        " \(language.number(min(done, total))) of \(language.number(total))")
    }
    return text + (count ?? "") + language.pick(" (\(seconds) วินาที)", " (\(seconds) s)")
  }

  private static func put(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
