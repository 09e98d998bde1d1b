import CallbackDelivery
import CallbackWire
import Foundation
import MonitorHTTP
import Synchronization
import Testing

/// What was answered with 200 is there, whatever happened in between.
@Suite(.serialized) struct DurabilityTests {
  /// How often the program is killed; `CALLBOARD_CRASHES` asks for more.
  private static let crashes =
    ProcessInfo.processInfo.environment["CALLBOARD_CRASHES"].flatMap { Int($0) } ?? 10

  private let data = URL.temporaryDirectory.appending(path: "data-\(UUID().uuidString)")

  /// The sids of callbacks that were acknowledged; each callback is a call of its own.
  private final class Acknowledged: Sendable {
    private let sids = Mutex<Set<String>>([])
    var all: Set<String> { sids.withLock { $0 } }
    func insert(_ sid: String) { sids.withLock { _ = $0.insert(sid) } }
  }

  /// Sends callbacks over many connections for as long as the board answers.
  private func load(
    _ board: ServedBoard, _ name: String, _ acknowledged: Acknowledged,
    while body: () async throws -> Void
  ) async throws {
    let sender = CallbackSender(connections: 32)
    let target = try CallbackTarget(board.base + "/exotel")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for lane in 0..<32 {
        group.addTask {
          for number in 0... {
            let sid = "\(name)-\(lane)-\(number)"
            let callback = Callbacks.connect("Ringing", sid: sid)
            guard let answer = try? await sender.send(callback, to: target) else { return }
            if answer.status == 200 { acknowledged.insert(sid) }
            guard !Task.isCancelled else { return }
          }
        }
      }
      try await body()
      try await group.waitForAll()
    }
    try await sender.close()
  }

  /// How often each call's callback stands in the journal.
  private func journalCounts() throws -> [String: Int] {
    let export = try Program.run(
      Program.callboard, ["journal", "export", "--data", data.path])
    #expect(export.status == 0, "\(export.errors)")
    var counts: [String: Int] = [:]
    for line in export.text.split(separator: "\n") {
      guard let start = line.firstRange(of: "CallSid="), let end = line.firstRange(of: "&") else {
        continue
      }
      counts[String(line[start.upperBound..<end.lowerBound]), default: 0] += 1
    }
    return counts
  }

  private func check(_ acknowledged: Acknowledged, _ board: ServedBoard) async throws {
    let counts = try await board.callbackCounts()
    let wrong = acknowledged.all.filter { counts[$0] != 1 }
    #expect(wrong.isEmpty, "\(wrong.count) of \(acknowledged.all.count) not on the board once")
  }

  @Test func `killed at any moment under load, it has lost nothing that it acknowledged`()
    async throws
  {
    defer { try? FileManager.default.removeItem(at: data) }
    let acknowledged = Acknowledged()
    for crash in 0..<Self.crashes {
      let board = try await ServedBoard(data: data.path)
      try await check(acknowledged, board)
      let before = acknowledged.all.count
      try await load(board, "crash\(crash)", acknowledged) {
        while acknowledged.all.count == before { try await Task.sleep(for: .milliseconds(1)) }
        try await Task.sleep(for: .milliseconds(.random(in: 0...300)))
        board.stop(SIGKILL)
      }
    }
    try await check(acknowledged, ServedBoard(data: data.path))
    let counts = try journalCounts()
    #expect(acknowledged.all.allSatisfy { counts[$0] == 1 })
    let verify = try Program.run(Program.callboard, ["journal", "verify", "--data", data.path])
    #expect(verify.status == 0, "\(verify.text)")
  }

  @Test func `on a full disk it says so, acknowledges nothing, and recovers by itself`()
    async throws
  {
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: data) }
    let mount = try Program.run(
      "/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=512k", "callboard", data.path])
    guard mount.status == 0 else {
      print("skipped: this machine does not let a test mount a small file system")
      return
    }
    defer { _ = try? Program.run("/usr/bin/env", ["umount", "-l", data.path]) }
    let ballast = data.appending(path: "ballast")
    try Data(count: 300_000).write(to: ballast)
    let acknowledged = Acknowledged()
    let board = try await ServedBoard(data: data.path)
    try await load(board, "full", acknowledged) {
      // The next answer may be 200 again: what is looked at is the refusal itself.
      var answer = await board.get("/healthz")
      while answer?.response.statusCode != 503 {
        try await Task.sleep(for: .milliseconds(5))
        answer = await board.get("/healthz")
      }
      let health = try #require(answer)
      #expect(health.response.value(forHTTPHeaderField: "Retry-After") == "30")
      #expect(String(decoding: health.body, as: UTF8.self).contains("No space left on device"))
      try FileManager.default.removeItem(at: ballast)
      while try await board.status("/healthz") != 200 {
        try await Task.sleep(for: .milliseconds(20))
      }
      try await Task.sleep(for: .milliseconds(100))
      board.stop(SIGKILL)
    }
    #expect(!acknowledged.all.isEmpty)
    let restarted = try await ServedBoard(data: data.path)
    try await check(acknowledged, restarted)
    restarted.stop(SIGTERM)
    let counts = try journalCounts()
    #expect(acknowledged.all.allSatisfy { counts[$0] == 1 })
  }

  @Test func `the header says in red why nothing is kept, until it is again`() async throws {
    defer { try? FileManager.default.removeItem(at: data) }
    let port = try Program.freePort()
    let terminal = try TerminalSession(
      "\(Program.callboard) --port \(port) --data \(data.path); echo left $?")
    try await terminal.wait(for: "listening 127.0.0.1:\(port)/exotel")
    let sender = CallbackSender()
    let target = try CallbackTarget("http://127.0.0.1:\(port)/exotel")
    let parked = data.path + "-parked"
    try FileManager.default.moveItem(atPath: data.path, toPath: parked)
    let answer = try await sender.send(Callbacks.connect("Ringing", sid: "lost"), to: target)
    #expect(answer.status == 503)
    try await terminal.wait(for: "not kept: No such file")
    try FileManager.default.moveItem(atPath: parked, toPath: data.path)
    try await terminal.wait(for: "listening 127.0.0.1:\(port)/exotel")
    let again = try await sender.send(Callbacks.connect("Ringing", sid: "kept"), to: target)
    #expect(again.status == 200)
    try await terminal.wait(for: "RINGING 1")
    try await sender.close()
    try terminal.type("q")
    try await terminal.wait(for: "left 0")
  }

  @Test func `a second process in the folder ends with status 69 and says who has it`()
    async throws
  {
    defer { try? FileManager.default.removeItem(at: data) }
    let board = try await ServedBoard(data: data.path)
    let second = try Program.run(
      Program.callboard,
      ["serve", "--port", "\(try Program.freePort())", "--data", data.path])
    #expect(second.status == 69)
    #expect(second.errors.contains("another callboard (process"))
    #expect(second.errors.split(separator: "\n").count == 1, "\(second.errors)")
    board.stop(SIGTERM)
  }

  @Test func `a newer journal is refused with status 65, and untouched`() throws {
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: data) }
    let file = data.appending(path: "2026-01-01.jsonl")
    let line = #"{"v":2,"seq":1,"at":"2026-01-01T00:00:00Z","new":true,"crc":"136b9e58"}"# + "\n"
    try line.write(to: file, atomically: true, encoding: .utf8)
    let output = try Program.run(
      Program.callboard, ["history", "--since", "2025-12-01", "--data", data.path])
    #expect(output.status == 65, "\(output.errors)")
    #expect(output.errors.contains("newer callboard (format 2"))
    #expect(try String(contentsOf: file, encoding: .utf8) == line)
  }
}
