import ArgumentParser
import CProcess
import Foundation

/// Writes to stdout in large pieces. Where that fails the program ends: with 74 and a word on stderr, or,
/// where nobody reads any more, by SIGPIPE, without a word.
struct StandardOutput {
  /// The exit code where the output cannot be written.
  static let unwritten: Int32 = 74

  private var waiting: [UInt8] = []

  mutating func write(_ bytes: some Sequence<UInt8>) {
    waiting.append(contentsOf: bytes)
    if waiting.count >= 1 << 16 { flush() }
  }

  mutating func line(_ text: String) { write((text + "\n").utf8) }

  /// Writes what waits. A reader is waited for no longer than `limit`: at the end of a program that has
  /// been asked to stop.
  mutating func flush(waitingAtMost limit: Duration? = nil) {
    let error = DescriptorWriting.write(waiting, to: STDOUT_FILENO, within: limit)
    if let error { Self.end(error) }
    waiting.removeAll(keepingCapacity: true)
  }

  static func tell(_ error: Int32) {
    Failure.say("cannot write the output: \(String(cString: strerror(error)))")
  }

  private static func end(_ error: Int32) -> Never {
    if error == EPIPE { cp_end_by(SIGPIPE) }
    tell(error)
    exit(unwritten)
  }
}
