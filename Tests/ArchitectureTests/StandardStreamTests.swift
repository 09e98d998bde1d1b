import Foundation
import Testing

/// Standard output and standard error are written in one place each, which cannot trap.
@Suite struct StandardStreamTests {
  /// What writes to them past that place, or ends the program after writing.
  private static let forbidden = [
    "FileHandle.standardError", "FileHandle.standardOutput", "StreamLogHandler", "exit(withError",
    "fputs(", "fputc(", " puts(",
    "putchar(", "fwrite(", "vprintf", "debugPrint(", " dump(", " print(\"", "(print(",
  ]
  /// The only files that name the descriptors in order to write to them.
  private static let writers: Set = [
    "StandardOutput.swift", "StandardError.swift", "LineOutput.swift",
  ]

  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  private func files() throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path)
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("CallboardBenchmarks") }
      .map { Self.sources.appending(path: $0) }
  }

  @Test func `nothing else writes to them`() throws {
    let files = try files()
    #expect(files.count > 100)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in Self.forbidden {
        #expect(!text.contains(word), "\(file.lastPathComponent) has \(word)")
      }
      let writes =
        text.contains("to: STDOUT_FILENO") || text.contains("to: STDERR_FILENO")
        || text.contains("write(STDOUT_FILENO") || text.contains("write(STDERR_FILENO")
      #expect(
        !writes || Self.writers.contains(file.lastPathComponent), "\(file.lastPathComponent)")
    }
  }
}
