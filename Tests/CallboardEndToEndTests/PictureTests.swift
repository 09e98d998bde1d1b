import Foundation
import Testing

/// The pictures of README.md and of the guide are what the program draws today.
@Suite struct PictureTests {
  private static let pictures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Assets/Pictures")

  /// `callboard demo --rate 8 … --picture Assets/Pictures/NAME.svg` makes one anew.
  @Test(arguments: [
    ("calls", 118, ""), ("timeline", 600, "3 +"), ("ladder", 600, "4 j Enter Tab"),
    ("agent", 300, "2 g Enter"),
  ])
  func `a picture is current`(_ name: String, _ after: Int, _ keys: String) throws {
    let file = URL.temporaryDirectory.appending(path: "\(name)-\(UUID().uuidString).svg")
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try Program.run(
      Program.callboard,
      ["demo", "--rate", "8", "--after", "\(after)", "--keys", keys, "--picture", file.path])
    #expect(output.status == 0, "\(output.errors)")
    let drawn = try String(contentsOf: file, encoding: .utf8)
    let kept = try String(
      contentsOf: Self.pictures.appending(path: "\(name).svg"), encoding: .utf8)
    #expect(drawn == kept)
  }
}
