import Foundation

/// Writes to stdout in large pieces.
struct StandardOutput {
  private var waiting: [UInt8] = []

  mutating func write(_ bytes: some Sequence<UInt8>) {
    waiting.append(contentsOf: bytes)
    if waiting.count >= 1 << 16 { flush() }
  }

  mutating func line(_ text: String) { write((text + "\n").utf8) }

  mutating func flush() {
    // Where nobody reads any more SIGPIPE has ended the program.
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(waiting))
    } catch {
      Failure.say("cannot write the output: \(error.localizedDescription)")
      exit(74)
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
