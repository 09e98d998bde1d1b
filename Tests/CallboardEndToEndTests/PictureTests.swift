import Foundation
import Testing

/// The pictures of the README are what the program draws today.
@Suite struct PictureTests {
  private static let pictures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Assets/Pictures")

  /// `callboard demo --rate 8 --after 118 --picture Assets/Pictures/calls.svg` makes it anew.
  @Test func `the picture of the calls is current`() throws {
    let file = URL.temporaryDirectory.appending(path: "calls-\(UUID().uuidString).svg")
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try Program.run(
      Program.callboard, ["demo", "--rate", "8", "--after", "118", "--picture", file.path])
    #expect(output.status == 0, "\(output.errors)")
    let drawn = try String(contentsOf: file, encoding: .utf8)
    let kept = try String(
      contentsOf: Self.pictures.appending(path: "calls.svg"), encoding: .utf8)
    #expect(drawn == kept)
  }
}
