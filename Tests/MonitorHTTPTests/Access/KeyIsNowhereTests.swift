import CallJournal
import CallModel
import CallbackWire
import Foundation
import ListenerTesting
import Logging
import Monitoring
import Synchronization
import Testing

@testable import MonitorHTTP

/// The key in every place of a request, escaped in many ways, and all that is written and told then.
struct KeyIsNowhereTests {
  /// Keeps all lines of the log.
  private final class Log: Sendable {
    let lines = Mutex<[String]>([])

    var logger: Logger { Logger(label: "") { _ in Handler(log: self) } }

    private struct Handler: LogHandler {
      let log: Log
      var logLevel = Logger.Level.trace
      var metadata = Logger.Metadata()

      subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
      }

      func log(event: LogEvent) { log.lines.withLock { $0.append("\(event.message)") } }
    }
  }

  /// All texts in some JSON, those of bodies in base 64 decoded.
  private func texts(_ value: Any) -> [String] {
    switch value {
    case let text as String:
      [text] + (Data(base64Encoded: text).map { [String(decoding: $0, as: UTF8.self)] } ?? [])
    case let array as [Any]: array.flatMap(texts)
    case let object as [String: Any]: object.flatMap { [$0.key] + texts($0.value) }
    default: []
    }
  }

  /// True where any reading of the text has the key.
  private func holds(_ text: String, _ key: String) -> Bool {
    var text = text
    for _ in 0..<6 {
      if text.contains(key) { return true }
      if let json = try? JSONSerialization.jsonObject(with: Data("[\"\(text)\"]".utf8)),
        texts(json).contains(where: { $0.contains(key) })
      {
        return true
      }
      let decoded = text.replacing("+", with: " ").removingPercentEncoding ?? text
      if decoded.contains(key) { return true }
      text = text.removingPercentEncoding ?? text
    }
    return false
  }

  private func percent(_ text: String, of share: Int) -> String {
    text.utf8.map { byte in
      let mustBe = !(UInt8(ascii: "0")...UInt8(ascii: "z")).contains(byte)
      return mustBe || Int.random(in: 0..<3) < share
        ? "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16, uppercase: true)
        : String(Unicode.Scalar(byte))
    }.joined()
  }

  private func json(_ text: String) -> String {
    text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  /// Requests with the key, each in another place.
  private func requests(_ key: String, number: Int) -> [String] {
    let spelling = percent(key, of: number % 4)
    let twice = percent(spelling, of: 1)
    let escaped = json(key)
    let sid = "CallSid=s\(number)&CallFrom=1&DialWhomNumber=2&EventType=Dial"
    let right = "&key=" + percent(key, of: 0)
    func post(_ target: String, _ type: String, _ body: String) -> String {
      "POST \(target) HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(type)\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n" + body
    }
    func get(_ target: String) -> String { "GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n" }
    let form = "application/x-www-form-urlencoded"
    return [
      get("/exotel?\(sid)&key=\(spelling)"), get("/exotel?\(sid)&KEY=\(spelling)\(right)"),
      get("/exotel?\(sid)&CustomField=\(spelling)\(right)"),
      get("/exotel?\(sid)&CustomField=\(twice)\(right)"),
      get(
        "/exotel?\(sid)&CustomField=%7B%22passthru%22%3A%22\(percent(escaped, of: 1))%22%7D\(right)"
      ),
      get("/exotel?CallSid=\(spelling)\(right)"), get("/exotel?CustomField=\(twice)"),
      get("/exotel?key=wrong&x=\(twice)"), get("http://u:\(spelling)@h/exotel?\(sid)\(right)"),
      get("/exotel/\(spelling)"), get("/v1/calls/\(spelling)"), get("/v1/call?sid=\(spelling)"),
      get("/exotel/?key=\(spelling)"), get("/v1/agents/\(spelling)"),
      get("/v1/calls?\(spelling)=1"), get("/v1/calls?limit=\(spelling)"),
      get("/v1/calls?q=state:\(spelling)"), get("/v1/callbacks?window=\(spelling)"),
      post("/exotel?\(right)", form, "\(sid)&Key=\(spelling)&CustomField=\(twice)"),
      post("/exotel?\(right)", form, "\(sid)&\(spelling)=\(spelling)"),
      post(
        "/exotel?\(right)", "application/json",
        "{\"CallSid\":\"j\(number)\",\"EventType\":\"ringing\",\"From\":\"1\",\"key\":\"\(escaped)\","
          + "\"CustomField\":\"\(percent(key, of: 2))\"}"),
      post("/exotel?\(right)", "application/json", "{\"a\":\"\(escaped)\", }"),
      post("/exotel?\(right)", "text/\(percent(key, of: 0))", "x\(spelling)"),
      post(
        "/exotel?\(right)", "multipart/form-data; boundary=b\(number)",
        "--b\(number)\r\nContent-Disposition: form-data; name=\"CallSid\"\r\n\r\nm\(number)\r\n"
          + "--b\(number)\r\nContent-Disposition: form-data; name=\"CustomField\"\r\n\r\n\(twice)\r\n"
          + "--b\(number)--\r\n"),
      post("/exotel?key=x", form, "\(sid)&y=\(spelling)"),
      post("/exotel?\(right)", form, "\(sid)&y=\(spelling)&z=\u{1}").replacing(
        "\u{1}", with: "%ff"),
    ]
  }

  @Test(arguments: [
    "0123456789abcdef0123456789abcdef", "S3cret/With+Signs=", "a key, of \"words\"",
    "schlüssel-😀-é",
  ])
  func `it is in nothing that is written or told`(_ key: String) async throws {
    let folder = URL.temporaryDirectory.appending(path: "key-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let log = Log()
    let journal = try JournalWriter(
      JournalFolder(folder + "/journal"),
      JournalSettings(
        durability: .os, dayName: { _ in "2022-04-06" }, clock: { TestFloor.now },
        logger: log.logger))
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let recording = try CallbackRecording(folder + "/recording.jsonl", logger: log.logger)
    let monitor = CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(), clock: { TestFloor.now },
      windowStart: { _ in Instant(seconds: 1_649_200_000) }, journal: journal,
      recording: recording)
    var told: [String] = []
    try await TestFloor.serving(ListenerSettings(key: key), monitor: monitor) { server in
      for number in 0..<4 {
        for request in requests(key, number: number) {
          let client = try RawClient(server)
          try client.send(request)
          told.append(try client.answer().body)
        }
      }
      for path in [
        "/v1/calls?state=all&limit=1000", "/v1/rejected", "/v1/agents", "/v1/lines", "/metrics",
      ] {
        told.append(try RawClient(server).get(path).body)
      }
      for sid in (0..<4).flatMap({ ["s\($0)", "j\($0)", "m\($0)"] }) {
        told.append(try RawClient(server).get("/v1/calls/\(sid)").body)
      }
    }
    journal.close()
    recording.close()
    let written = try ["journal/2022-04-06.jsonl", "recording.jsonl"].map {
      try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
    }
    #expect(written.allSatisfy { $0.contains("***") })
    for text in told + written.flatMap({ $0.split(separator: "\n").map(String.init) }) {
      let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
      for text in [text] + (value.map(texts) ?? []) { #expect(!holds(text, key)) }
    }
    for line in log.lines.withLock(\.self) { #expect(!holds(line, key)) }
  }
}
