import Glibc

/// Messages over a socket: a line with a word and a length, then so many bytes.
struct FramedStream {
  /// The end of a wait.
  enum Received {
    /// A message came.
    case frame(Substring, [UInt8])
    /// The time was over before.
    case timeout
    /// The other side hung up, or sent what is no message.
    case closed
  }

  /// Bytes of a message at most: a drawing of that size is none.
  private static let limit = 256 << 20

  private let socket: Int32

  init(_ socket: Int32) { self.socket = socket }

  /// Sends a message.
  ///
  /// - Returns: Whether the other side took it.
  func send(_ word: Substring, _ bytes: [UInt8]) -> Bool {
    var rest = (Array("\(word) \(bytes.count)\n".utf8) + bytes)[...]
    while !rest.isEmpty {
      // A child that is gone must not end this process by a signal.
      let sent = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// Waits for a message until a time, or for ever.
  func receive(until deadline: ContinuousClock.Instant?) -> Received {
    var bytes: [UInt8] = []
    var needed: (word: Substring, from: Int, count: Int)?
    while true {
      if needed == nil, let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        let parts = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
        guard parts.count == 2, let count = Int(parts[1]), 0...Self.limit ~= count else {
          return .closed
        }
        needed = (parts[0], end + 1, count)
      }
      if let needed, bytes.count >= needed.from + needed.count {
        return .frame(needed.word, Array(bytes[needed.from..<(needed.from + needed.count)]))
      }
      switch more(until: deadline) {
      case .some(let more) where more.isEmpty: return .closed
      case .some(let more): bytes += more
      case nil: return .timeout
      }
    }
  }

  /// The next bytes, none where the other side hung up; nil where the time is over.
  private func more(until deadline: ContinuousClock.Instant?) -> [UInt8]? {
    while true {
      let left = deadline.map { max(.zero, $0 - .now) / .milliseconds(1) }
      var wait = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wait, 1, left.map { Int32(min($0.rounded(.up), 1e9)) } ?? -1)
      if ready == 0 { return nil }
      if ready < 0, errno == EINTR { continue }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = chunk.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
      if count < 0, errno == EINTR { continue }
      return Array(chunk.prefix(max(0, count)))
    }
  }
}
