import Foundation
import Testing

/// The list of promises names tests and scripts that are there.
@Suite struct PromiseTests {
  private static let tests = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The texts of all suites, by target and suite.
  private func suites() throws -> [String: String] {
    var suites: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: Self.tests.path)
    where path.hasSuffix("Tests.swift") {
      let parts = path.split(separator: "/")
      guard let target = parts.first, let file = parts.last else { continue }
      let name = "\(target)/\(file.dropLast(".swift".count))"
      suites[name] = try String(contentsOf: Self.tests.appending(path: path), encoding: .utf8)
    }
    return suites
  }

  private func isThere(_ script: Substring) -> Bool {
    let path = script.prefix { $0 != " " }.dropFirst("Tests/".count)
    return FileManager.default.fileExists(atPath: Self.tests.appending(path: String(path)).path)
  }

  @Test func `what a promise names is there`() throws {
    let suites = try suites()
    let list = try String(contentsOf: Self.tests.appending(path: "Promises.md"), encoding: .utf8)
    let promises = list.split(separator: "\n").filter { $0.hasPrefix("- ") }
    #expect(promises.count > 40)
    for promise in promises {
      // Every other piece stands between backticks.
      let pieces = promise.split(separator: "`", omittingEmptySubsequences: false)
      #expect(pieces.count > 1 || promise.contains("By hand only"), "\(promise)")
      var suite = ""
      for (place, piece) in pieces.enumerated() {
        if place % 2 == 0 {
          let named = piece.split(separator: " ").last { $0.contains("Tests/") }
          suite = named.map(String.init) ?? suite
        } else if piece.hasPrefix("Tests/Benchmarks/") {
          #expect(isThere(piece), "\(piece)")
        } else {
          #expect(suites[suite]?.contains("func `\(piece)`") == true, "\(suite) has no \(piece)")
        }
      }
    }
  }
}
