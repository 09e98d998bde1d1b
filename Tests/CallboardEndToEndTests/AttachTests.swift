import Foundation
import Testing

/// `callboard attach`: the board of a listener elsewhere.
@Suite(.serialized) struct AttachTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `three screens behind a rough proxy have the listener's board, call by call`()
    async throws
  {
    let board = try await ServedBoard(data: folder.path("journal"), ["--missed-after", "2"])
    let proxy = try RoughProxy(to: board.port)
    defer { proxy.stop() }
    let screens = try (0..<3).map { _ in
      try TerminalSession("\(Program.callboard) attach http://127.0.0.1:\(proxy.port)")
    }
    for screen in screens { try await screen.wait(for: "attached to 127.0.0.1:\(proxy.port)") }
    try simulate(to: board)
    #expect(proxy.connections > 8, "nothing was cut: \(proxy.connections)")
    proxy.makeGood()
    let expected = try await endedCalls(board)
    let callbacks = try await board.callbackCounts().values.reduce(0, +)
    #expect(callbacks >= 10_000)
    for screen in screens {
      try await screen.wait(for: "● attached to")
      let shown = try await exportedCalls(screen, count: expected.count)
      #expect(shown.count == expected.count)
      let differing = expected.filter { shown[$0.key] != $0.value }
      #expect(
        differing.isEmpty,
        "\(differing.values.first ?? "") \(shown[differing.keys.first ?? ""] ?? "")")
      try screen.type("q")
    }
  }

  @Test func `https is read, where the certificate is trusted`() async throws {
    let made = try Program.run(
      "/usr/bin/env",
      [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
        "-nodes", "-keyout", folder.path("key"), "-out", folder.path("certificate"), "-days", "2",
        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
      ])
    #expect(made.status == 0, "\(made.errors)")
    let board = try await ServedBoard(data: folder.path("journal"))
    let proxy = try await TLSProxy(
      to: board.port, certificate: folder.path("certificate"), key: folder.path("key"))
    let url = "https://localhost:\(proxy.port)"
    let trusting = "SSL_CERT_FILE=\(folder.path("certificate"))"

    let strange = try Program.run(Program.callboard, ["attach", url])
    #expect(strange.status == 69 && strange.errors.contains("certificate is not trusted here"))
    let other = try Program.run(
      "/usr/bin/env", [trusting, Program.callboard, "attach", "https://127.0.0.1:\(proxy.port)"])
    #expect(other.status == 69 && other.errors.contains("that of another host"), "\(other)")
    let screen = try TerminalSession("\(trusting) \(Program.callboard) attach \(url)")
    try await screen.wait(for: "● attached to localhost:\(proxy.port)")
    let dial = "/exotel?CallSid=tls-1&DialWhomNumber=204&EventType=Dial"
    #expect(try await board.status(dial) == 200)
    try await screen.wait(for: "dialing", "204")
    try screen.type("q")
    try await proxy.stop()
  }

  /// More than 10,000 callbacks, some of them twice and some too late.
  private func simulate(to board: ServedBoard) throws {
    let scenario = """
      summary: a large floor
      agents: [{number: "+919880000001", count: 900, team: All, answers: 3s..9s, talks: 5s..40s}]
      lines: [{number: "08044556601", label: All}]
      arrivals: {per-minute: 1200}
      flows:
        - line: All
          steps:
            - wait: 1s..4s
            - dial:
                {team: All, attempts: 2, rings: 5s, fates: [{answers: 1, rejects: 2}, {answers: 1}]}
      """
    try scenario.write(toFile: folder.path("floor.yaml"), atomically: true, encoding: .utf8)
    let run = try Program.run(
      Program.callboard,
      [
        "simulate", folder.path("floor.yaml"), "--to", board.base + "/exotel", "--calls", "3200",
        "--speed", "20", "--duplicate", "5%", "--reorder", "--seed", "4",
      ])
    #expect(run.status == 0, "\(run.errors)")
  }

  /// All calls of the listener, once none is live.
  private func endedCalls(_ board: ServedBoard) async throws -> [String: String] {
    let limit = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < limit {
      let answer = await board.get("/v1/calls?state=live")
      if let answer, String(decoding: answer.body, as: UTF8.self).contains("\"total\":0") { break }
      try await Task.sleep(for: .milliseconds(100))
    }
    var (calls, cursor): ([String: String], String?) = ([:], "")
    while let place = cursor {
      let query = place.isEmpty ? "" : "&cursor=\(place)"
      guard let answer = await board.get("/v1/calls?state=ended&limit=1000\(query)") else { break }
      let page = try JSONSerialization.jsonObject(with: answer.body) as? [String: Any]
      calls.merge(try texts(page?["calls"])) { $1 }
      cursor = page?["cursor"] as? String
    }
    return calls
  }

  /// What the screen writes of its history.
  private func exportedCalls(
    _ screen: TerminalSession, count: Int
  ) async throws -> [String: String] {
    try screen.type("4")
    try await screen.wait(for: "History \(count)")
    try screen.type("x")
    try await screen.wait(for: "Export as")
    try screen.type("j")
    try await screen.wait(for: "\(count) calls.")
    let names = try FileManager.default.contentsOfDirectory(atPath: screen.folder.path)
    let name = try #require(names.first { $0.hasSuffix(".json") })
    let data = try Data(contentsOf: screen.folder.appending(path: name))
    return try texts(JSONSerialization.jsonObject(with: data))
  }

  /// The whole of each call, but for what a screen masks.
  private func texts(_ calls: Any?) throws -> [String: String] {
    let calls = try #require(calls as? [[String: Any]])
    let pairs = try calls.map { call in
      let shown = call.filter { $0.key != "recordingURL" }
      let data = try JSONSerialization.data(withJSONObject: shown, options: .sortedKeys)
      return (call["sid"] as? String ?? "", String(decoding: data, as: UTF8.self))
    }
    return Dictionary(pairs) { $1 }
  }
}
