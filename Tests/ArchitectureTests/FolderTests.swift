import Foundation
import Testing

/// Targets of many files have a folder for each subject, and their tests have the same ones.
@Suite struct FolderTests {
  /// Where one looks for a subject that has grown beyond this.
  private static let mostFiles = 20
  private static let targets = ["CallboardCommands", "LiveBoard"]

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The number of files in each folder of a target; "" is the target itself.
  private static func folders(_ path: String) throws -> [String: Int] {
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: path).path)
    return files.filter { $0.hasSuffix(".swift") }.reduce(into: [:]) { counts, file in
      counts[file.split(separator: "/").dropLast().joined(separator: "/"), default: 0] += 1
    }
  }

  @Test(arguments: targets)
  func `no file lies outside of a folder, and no folder has too many`(_ target: String) throws {
    let folders = try Self.folders("Sources/" + target)
    #expect(!folders.isEmpty)
    #expect(folders[""] == nil)
    for (folder, count) in folders where count > Self.mostFiles {
      Issue.record("\(target)/\(folder) has \(count) files")
    }
  }

  @Test(arguments: targets)
  func `tests are in the folders of what they test`(_ target: String) throws {
    let sources = try Self.folders("Sources/" + target)
    let tests = try Self.folders("Tests/\(target)Tests")
    #expect(Set(tests.keys).subtracting(sources.keys).sorted() == [])
  }

  @Test func `the program is its main file alone`() throws {
    #expect(try Self.folders("Sources/callboard") == ["": 1])
  }
}
