import Foundation
import Testing

/// What README.md and the guide name is there: pages, headings, files.
@Suite struct DocumentTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .standardizedFileURL

  /// README.md and all pages below `Assets/Guide`, by their paths from the root.
  private static func pages() throws -> [String] {
    let guide = root.appending(path: "Assets/Guide")
    let names = try FileManager.default.subpathsOfDirectory(atPath: guide.path).sorted()
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.map { "Assets/Guide/" + $0 }
  }

  private static func text(_ page: URL) throws -> String {
    try String(contentsOf: page, encoding: .utf8)
  }

  /// The lines outside of code blocks.
  private static func prose(_ text: String) -> [Substring] {
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return !isCode && !line.hasPrefix("```")
    }
  }

  /// The anchors that headings of a page have, as code hosts make them.
  private static func anchors(_ text: String) -> Set<String> {
    var anchors: Set<String> = []
    for line in prose(text) where line.hasPrefix("#") {
      let words = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
      let kept = words.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
      anchors.insert(kept.replacing(" ", with: "-"))
    }
    return anchors
  }

  private static func isThere(_ file: URL) -> Bool {
    FileManager.default.fileExists(atPath: file.path)
  }

  @Test func `the guide has a page for each kind of reader`() throws {
    let names = try Self.pages()
    for name in [
      "README", "Supervisors", "Agents", "Testers", "Integrators", "Operators", "API", "Reference",
      "Security", "CHANGELOG",
    ] {
      #expect(names.contains("Assets/Guide/\(name).md"), "\(name)")
    }
  }

  @Test func `a link leads to a file that is there, and to a heading that it has`() throws {
    var count = 0
    for name in try Self.pages() {
      let page = Self.root.appending(path: name)
      let text = try Self.text(page)
      for link in Self.prose(text).joined(separator: "\n").matches(of: /\]\(([^)\s]+)\)/) {
        let target = String(link.output.1)
        if target.contains("://") { continue }
        count += 1
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let folder = page.deletingLastPathComponent()
        let file = parts[0].isEmpty ? page : folder.appending(path: parts[0]).standardizedFileURL
        guard Self.isThere(file) else {
          Issue.record("\(name): \(target) leads to no file")
          continue
        }
        if parts.count > 1 {
          let isHeading = Self.anchors(try Self.text(file)).contains(String(parts[1]))
          #expect(isHeading, "\(name): \(target) leads to no heading")
        }
      }
    }
    #expect(count > 40)
  }

  @Test func `a file that is named in backticks is there`() throws {
    var count = 0
    for name in try Self.pages() {
      let text = Self.prose(try Self.text(Self.root.appending(path: name))).joined(separator: "\n")
      for found in text.matches(of: /`((?:Assets|Sources|Tests)\/[^`\s]*)`/) {
        count += 1
        let file = Self.root.appending(path: String(found.output.1))
        #expect(Self.isThere(file), "\(name): \(found.output.1) is not there")
      }
    }
    #expect(count > 3)
  }
}
