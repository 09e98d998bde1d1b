import Foundation

/// A `callboard serve` that keeps a journal.
final class ServedBoard: ServedProgram {
  init(data: String, _ options: [String] = []) async throws {
    let port = try Program.freePort()
    try await super.init(port, ["serve", "--port", "\(port)", "--data", data] + options) {
      try await $0.status("/healthz") == 200
    }
  }

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
