import Foundation

/// A folder that goes away with its suite.
final class TemporaryFolder {
  private let url: URL

  init() throws {
    url = URL.temporaryDirectory.appending(path: "callboard-suite-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in it.
  func path(_ name: String) -> String { url.appending(path: name).path }
}
