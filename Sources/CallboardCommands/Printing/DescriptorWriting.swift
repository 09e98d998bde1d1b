import Foundation

/// Writing to a descriptor, whatever it is.
enum DescriptorWriting {
  /// Writes all bytes; waits until they are taken, or no longer than `limit`. Gives the system's error
  /// where that fails: EPIPE where nobody reads any more, ETIMEDOUT after the limit.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, within limit: Duration? = nil
  ) -> Int32? {
    let end = limit.map { ContinuousClock.now + $0 }
    var rest = bytes[...]
    while !rest.isEmpty {
      if let end, !isReady(descriptor, until: end) { return ETIMEDOUT }
      // A pipe that is ready takes this number of bytes without waiting.
      let piece = limit == nil ? rest : rest.prefix(Int(PIPE_BUF))
      let count = piece.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      let error = errno
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 {
        return EIO
      } else if error == EAGAIN {
        // Whoever shares the descriptor made it so.
        if end == nil { _ = wait(for: descriptor, milliseconds: -1) }
      } else if error != EINTR {
        return error
      }
    }
    return nil
  }

  private static func isReady(_ descriptor: Int32, until end: ContinuousClock.Instant) -> Bool {
    while true {
      let left = max(end - ContinuousClock.now, .zero) / .milliseconds(1)
      let count = wait(for: descriptor, milliseconds: Int32(clamping: Int(left.rounded(.up))))
      if count != 0, count > 0 || errno != EINTR { return true }
      if count == 0 { return false }
    }
  }

  private static func wait(for descriptor: Int32, milliseconds: Int32) -> Int32 {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&wanted, 1, milliseconds)
  }
}
