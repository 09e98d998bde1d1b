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
    // Ends with the reader: SIGPIPE is left as it is.
    try? FileHandle.standardOutput.write(contentsOf: Data(waiting))
    waiting.removeAll(keepingCapacity: true)
  }
}
