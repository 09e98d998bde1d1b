import CallbackWire
import Foundation
import Testing

/// A request in `Assets/Callbacks`: request line, headers, an empty line, the body.
struct RecordedRequest {
  /// The file's name without `.http`.
  let name: String
  let raw: RawCallback

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "../../../Assets/Callbacks")
    .standardizedFileURL

  static func all() throws -> [RecordedRequest] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "http" }
      .sorted { $0.path < $1.path }
      .map(RecordedRequest.init)
  }

  private init(_ file: URL) throws {
    name = file.deletingPathExtension().lastPathComponent
    raw = try #require(RawCallback(requestText: Array(try Data(contentsOf: file))))
  }
}
