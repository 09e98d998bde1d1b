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
    let text = try String(contentsOf: file, encoding: .utf8)
    let head = try #require(text.range(of: "\n\n"))
    let lines = text[..<head.lowerBound].split(separator: "\n")
    let requestLine = try #require(lines.first).split(separator: " ")
    try #require(requestLine.count == 3)
    let contentType = lines.dropFirst()
      .first { $0.lowercased().hasPrefix("content-type:") }
      .map { $0.dropFirst("content-type:".count).trimmingCharacters(in: .whitespaces) }
    // The file ends with a newline of its own.
    let body = text[head.upperBound...].hasSuffix("\n") ? text[head.upperBound...].dropLast() : ""
    raw = RawCallback(
      method: String(requestLine[0]), target: String(requestLine[1]), contentType: contentType,
      body: Array(body.utf8))
  }
}
