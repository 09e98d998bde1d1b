import Foundation
import Testing

/// Each library has a page that says what its folders hold.
@Suite struct TargetPageTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  /// The program is one file, and has no page.
  static let targets =
    ImportTests.allowed.keys.filter { $0 != "callboard" }.sorted() + ["CallboardBenchmarks"]

  @Test(arguments: targets)
  func `a target's page names its folders, and no others`(_ target: String) throws {
    let folder = Self.sources.appending(path: target)
    let page = try String(
      contentsOf: folder.appending(path: "\(target).docc/\(target).md"), encoding: .utf8)
    #expect(page.hasPrefix("# ``\(target)``\n\n"))
    let named = page.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("| `") else { return nil }
      return String(line.dropFirst(3).prefix { $0 != "`" })
    }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let folders = Set(
      paths.filter { $0.hasSuffix(".swift") }
        .map { $0.split(separator: "/").dropLast().joined(separator: "/") })
    for name in named {
      #expect(
        folders.contains { $0 == name || $0.hasPrefix(name + "/") }, "\(target) has no \(name)")
    }
    for held in folders where !held.isEmpty {
      let isNamed = named.contains { held == $0 || held.hasPrefix($0 + "/") }
      #expect(isNamed, "the page of \(target) does not name \(held)")
    }
  }
}
