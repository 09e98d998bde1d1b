import CallModel
import Foundation
import Testing

/// Every file in `Stories` tells what arrives and how the board looks at the end. A picture that
/// is missing is recorded, and the test fails.
@Suite struct StoryTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Stories")

  static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []

  @Test(arguments: names.sorted()) func `a story ends as its picture says`(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let story = Story(text)
    let (board, now) = story.play()
    let picture = Picture.of(board, now: now)
    if story.picture.isEmpty {
      let recorded = text.hasSuffix("\n") ? text : text + "\n"
      try (recorded + "---\n" + picture).write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name) had no picture; recorded:\n\(picture)")
    }
    #expect(picture == story.picture, "\(name)")
  }

  @Test func `there are stories`() { #expect(Self.names.count > 20) }
}
