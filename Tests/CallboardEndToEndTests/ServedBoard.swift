import Foundation
import FoundationNetworking

/// A `callboard serve` that keeps a journal, until it is stopped or killed.
final class ServedBoard {
  let port: Int
  private let folder: URL
  private let process: pid_t
  private var hasEnded = false

  /// Waits until it answers.
  init(data: String) async throws {
    port = try Program.freePort()
    folder = URL.temporaryDirectory.appending(path: "served-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process = try Program.spawn(
      [Program.callboard, "serve", "--port", "\(port)", "--data", data],
      output: "/dev/null", errors: folder.appending(path: "log").path, state: folder.path)
    let limit = ContinuousClock.now + .seconds(60)
    while try await status("/healthz") != 200 {
      guard ContinuousClock.now < limit else {
        throw TerminalSession.Failure(description: "serve does not answer: \(log)")
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  deinit {
    stop(SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  var base: String { "http://127.0.0.1:\(port)" }

  var log: String {
    (try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? ""
  }

  func stop(_ signal: Int32) {
    guard !hasEnded else { return }
    hasEnded = true
    kill(process, signal)
    _ = Program.end(of: process)
  }

  /// Nil where nothing answers.
  func get(_ path: String) async -> (response: HTTPURLResponse, body: Data)? {
    guard let url = URL(string: base + path) else { return nil }
    var request = URLRequest(url: url)
    request.timeoutInterval = 30
    guard let (body, response) = try? await URLSession.shared.data(for: request) else { return nil }
    return (response as? HTTPURLResponse).map { ($0, body) }
  }

  func status(_ path: String) async throws -> Int? { await get(path)?.response.statusCode }

  /// How many callbacks each call on the board has, by sid.
  func callbackCounts() async throws -> [String: Int] {
    struct Page: Decodable {
      struct Call: Decodable {
        var sid: String
        var callbackCount: Int
      }
      var calls: [Call]
      var cursor: String?
    }
    var counts: [String: Int] = [:]
    var cursor: String? = ""
    while let place = cursor {
      let query = place.isEmpty ? "" : "&cursor=\(place)"
      guard let answer = await get("/v1/calls?state=all&limit=1000\(query)") else { break }
      let page = try JSONDecoder().decode(Page.self, from: answer.body)
      for call in page.calls { counts[call.sid] = call.callbackCount }
      cursor = page.cursor
    }
    return counts
  }
}
