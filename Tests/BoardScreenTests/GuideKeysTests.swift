import Foundation
import Testing

@testable import BoardScreen

/// The key table of the guide is the program's.
@Suite struct GuideKeysTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Assets/Guide/Reference.md")

  private static let table: String = {
    let rows = KeyBindings.standard.all.map { row in
      let keys = row.keys.map { "`\($0.name)`" }.joined(separator: " ")
      let views = ScreenView.Kind.allCases.filter { row.works(in: $0) }
      let isEverywhere = views.count == ScreenView.Kind.allCases.count
      let names = isEverywhere ? [] : views.map { "\($0)" }
      let places = (names + (row.isOfReplay ? ["in a replay"] : [])).joined(separator: ", ")
      return "| \(keys) | \(row.words) | \(places) |\n"
    }
    return "| key | what it does | where, if not everywhere |\n|---|---|---|\n" + rows.joined()
  }()

  /// `CALLBOARD_RECORD=1` writes it anew.
  @Test func `the guide has the key table as it is`() throws {
    let page = try String(contentsOf: Self.file, encoding: .utf8)
    let parts = page.split(separator: /<!-- \/?keys -->\n/, omittingEmptySubsequences: false)
    try #require(parts.count == 3, "the table stands between <!-- keys --> and <!-- /keys -->")
    if ProcessInfo.processInfo.environment["CALLBOARD_RECORD"] == "1" {
      let new = parts[0] + "<!-- keys -->\n" + Self.table + "<!-- /keys -->\n" + parts[2]
      try String(new).write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(parts[1] == Self.table)
    }
  }
}
