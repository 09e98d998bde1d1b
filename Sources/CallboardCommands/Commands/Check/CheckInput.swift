import CallbackWire
import Foundation

/// What is to be checked, told apart by how it begins.
enum CheckInput {
  case recording(path: String)
  /// One callback, and what it was read as.
  case callback(RawCallback, readAs: String)

  /// No callback is as large, its head and its encoding included.
  private static let maximumBytes = 1 << 20

  /// - Throws: exit code 65 or 66, after telling why it is nothing that can be checked.
  init(_ path: String) throws {
    let name = path == "-" ? "standard input" : path
    if path == "-" {
      let bytes = Array((try? FileHandle.standardInput.readToEnd()) ?? Data())
      self =
        Self.isRecording(bytes)
        ? .recording(path: try Self.spool(bytes)) : try Self.callback(bytes, name)
      return
    }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isThere, isFolder.boolValue {
      self = .recording(path: path)
      return
    }
    if !isThere, Self.isText(path) {
      self = try Self.callback(Array(path.utf8), "it")
      return
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      let reason = String(cString: strerror(errno))
      throw Failure.tell(
        "cannot read \(path): \(reason); name a file, or - for standard input", code: 66)
    }
    let bytes = Array((try? file.read(upToCount: Self.maximumBytes + 1)) ?? Data())
    self =
      Self.isRecording(bytes) ? .recording(path: path) : try Self.callback(bytes, name)
  }

  /// Compressed, or lines of the journal's format.
  private static func isRecording(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: "{\"v\":".utf8)
  }

  /// True for what is no file's name, but the callback itself.
  private static func isText(_ argument: String) -> Bool {
    argument.contains("=") || argument.hasPrefix("{") || argument.hasPrefix("[")
  }

  /// Into a file of its own, as recordings are read from files. It has callers' numbers, and the folder
  /// is everybody's: `mkstemp` makes a new one that only its owner can read, under a name that nobody
  /// could have put a link at before. The caller removes it.
  private static func spool(_ bytes: [UInt8]) throws -> String {
    var name = Array((NSTemporaryDirectory() + "callboard-check-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else {
      throw Failure.tell(
        "cannot keep standard input: \(String(cString: strerror(errno)))", code: 74)
    }
    try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: Data(bytes))
    return String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func callback(_ bytes: [UInt8], _ name: String) throws -> CheckInput {
    guard bytes.count <= maximumBytes else {
      throw Failure.tell("\(name) is no recording, and too large for one callback", code: 65)
    }
    let text = String(decoding: bytes, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { throw Failure.tell("\(name) is empty", code: 66) }
    if let raw = RawCallback(requestText: bytes) { return .callback(raw, readAs: "a request") }
    if text.hasPrefix("{") || text.hasPrefix("[") {
      return .callback(post(bytes, "application/json"), readAs: "a JSON body")
    }
    if text.hasPrefix("--"), let line = text.split(whereSeparator: \.isNewline).first {
      let boundary = "multipart/form-data; boundary=\"\(line.dropFirst(2))\""
      return .callback(post(bytes, boundary), readAs: "a multipart body")
    }
    do throws(CurlCommand.Fault) {
      if let command = try CurlCommand(text) {
        return .callback(try command.request, readAs: "a curl command")
      }
    } catch {
      throw Failure.tell("\(name) is no callback: \(error)", code: 65)
    }
    guard !text.contains(where: \.isNewline), text.contains("=") else {
      throw Failure.tell(
        "\(name) is no callback: give a recording, a request, a body, a URL or a query", code: 65)
    }
    return try line(text, name)
  }

  /// A line that is no body.
  private static func line(_ text: String, _ name: String) throws -> CheckInput {
    if let request = requestOfLog(text) {
      return .callback(request, readAs: "a request in a line of a log")
    }
    // A URL up to its query, or the name of a query's first field.
    let head = text.prefix { !"?=".contains($0) }
    guard !head.contains(where: { $0.isWhitespace || "\"'".contains($0) }) else {
      throw Failure.tell(
        "\(name) is no callback, though there may be one in it; give the URL or the query alone",
        code: 65)
    }
    let rest = text[head.endIndex...]
    guard rest.first == "?" else {
      return .callback(RawCallback(method: "GET", target: "/exotel?" + text), readAs: "a query")
    }
    return .callback(RawCallback(method: "GET", target: "/exotel" + rest), readAs: "a URL")
  }

  /// As web servers log a request: `… "GET /exotel?… HTTP/1.1" 200 …`, without its body.
  private static func requestOfLog(_ text: String) -> RawCallback? {
    guard let found = text.firstMatch(of: /\b([A-Z]{3,7}) (\/\S*|https?:\S+) HTTP\/[0-9.]+/) else {
      return nil
    }
    return RawCallback(method: String(found.output.1), target: String(found.output.2))
  }

  private static func post(_ bytes: [UInt8], _ type: String) -> RawCallback {
    RawCallback(method: "POST", target: "/exotel", contentType: type, body: bytes)
  }
}
