import Drawing
import Glibc
import Sheets
import Synchronization
import Words

/// The end that a user asks for with Ctrl-C, or the system with SIGTERM: nothing half-written stays, no
/// child goes on, and the exit code is 128 and the signal's number.
enum Interruption {
  private static let hasBegun = Atomic(false)

  /// Waits for the two signals on a thread of its own; to be called before any other thread is there,
  /// as threads inherit what they leave to it.
  ///
  /// A signal that whoever started the program has told it to ignore stays ignored.
  static func watch() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] where !isIgnored(number) { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var signals = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &signals)
        var number: Int32 = 0
        while sigwait(&signals, &number) != 0 {}
        Interruption.end(by: number)
      }, nil)
  }

  /// Holds a thread for ever once the end has begun, so that it does not complain of what is taken away.
  static func holdIfBegun() {
    while hasBegun.load(ordering: .acquiring) { sleep(1) }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    guard let handler = action.__sigaction_handler.sa_handler else { return false }
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func end(by number: Int32) -> Never {
    hasBegun.store(true, ordering: .releasing)
    LayoutPool.endAll()
    Unfinished.abandon {
      Progress.shared.clear()
      let sentence = Sanphaen.language.pick(
        "หยุดตามคำสั่งแล้ว ไม่มีไฟล์ใดค้างครึ่งทาง ไฟล์เดิมยังอยู่ครบ",
        "Stopped as asked; nothing was left half-written, and files from before are as they were.")
      Terminal.say(sentence)
      _exit(128 + number)
    }
  }
}
