import Foundation
import Testing

/// `callboard simulate`, beside a listener that is told.
@Suite(.serialized) struct SimulateTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Many quick agents, of whom every product tells, so that a lot happens in a few seconds.
  private static let crowd = """
    account: {encoding: mixed}
    answers: 1s..2s
    talks: 1s..2s
    agents:
      - {number: "+919880000001", count: 400, team: Sales}
    lines:
      - {number: "08044556601", label: Sales}
      - {number: "08044556602", label: Phones}
    arrivals: {per-minute: 1500}
    calls: 150
    flows:
      - weight: 3
        line: Sales
        steps:
          - ask
          - bot: {talks: 1s..2s, fate: {hands-over: 4, fails: 1}}
          - ask: {passthru: yes, digits: "2"}
          - dial:
              rings: 2s
              patience: 2s
              fates: [{answers: 2, no-answer: 1, rejects: 1, caller-leaves: 1}]
      - {weight: 1, line: Sales, steps: [dial: {order: all-at-once}]}
      - weight: 1
        line: Phones
        told-by: softphone
        steps: [dial: {attempts: 1, rings: 2s, fates: [{answers: 2, no-answer: 1}]}]
      - weight: 1
        line: Sales
        told-by: softphone
        outbound: {customer: {answers: 2, no-answer: 1}, rings: 2s, customer-answers: 1s}
      - weight: 1
        line: Phones
        told-by: contact-centre
        steps: [dial: {attempts: 1, rings: 2s, fates: [{answers: 2, no-answer: 1}]}]
      - weight: 1
        line: Sales
        told-by: contact-centre
        outbound: {agent: {answers: 3, no-answer: 1}, rings: 2s, customer-answers: 1s}
      - weight: 1
        line: Sales
        told-by: status-callback
        steps: [dial: {rings: 2s, patience: 2s, fates: [{answers: 2, caller-leaves: 1}]}]
      - weight: 1
        line: Sales
        outbound: {customer: {answers: 2, no-answer: 1}, rings: 2s, customer-answers: 1s}
    """

  private struct Truth: Decodable {
    struct Leg: Decodable, Equatable, Comparable {
      var number: String?
      var outcome: String?
      static func < (left: Self, right: Self) -> Bool {
        (left.number ?? "", left.outcome ?? "") < (right.number ?? "", right.outcome ?? "")
      }
    }
    var sid: String
    var outcome: String?
    var talkSeconds: Double?
    var legs: [Leg]
    var untold: Int?
  }

  private struct Board: Decodable {
    struct Leg: Decodable {
      var party: String
      var number: String?
      var outcome: String?
    }
    struct Call: Decodable {
      var sid: String
      var outgoing: Bool
      var outcome: String?
      var talkSeconds: Double?
      var duplicates: Int
      var legs: [Leg]
    }
    var calls: [Call]
  }

  @Test func `after all mischief the board agrees with the truth, call by call`() async throws {
    let scenario = folder.path("crowd.yaml")
    try Self.crowd.write(toFile: scenario, atomically: true, encoding: .utf8)
    let truth = folder.path("truth.jsonl")
    let board = try await ServedBoard(data: folder.path("journal"))
    let run = try Program.run(
      Program.callboard,
      [
        "simulate", scenario, "--to", board.base + "/exotel", "--duplicate", "20%",
        "--speed", "5", "--reorder", "--late", "9s", "--odd-values", "--seed", "7", "--truth",
        truth,
      ])
    #expect(run.status == 0, "\(run.text)")
    #expect(run.text.contains("crowd, seed 7: 150 calls"))
    let lines = try String(contentsOfFile: truth, encoding: .utf8).split(separator: "\n")
    let answer = try #require(await board.get("/v1/calls?state=all&limit=1000"))
    let told = try JSONDecoder().decode(Board.self, from: answer.body).calls
    #expect(lines.count == 150 && told.count == 150)
    #expect(told.contains { $0.duplicates > 0 })
    let calls = Dictionary(uniqueKeysWithValues: told.map { ($0.sid, $0) })
    for line in lines {
      let truth = try JSONDecoder().decode(Truth.self, from: Data(line.utf8))
      let call = try #require(calls[truth.sid])
      #expect(call.outcome == truth.outcome && call.talkSeconds == truth.talkSeconds, "\(line)")
      let legs = call.legs.filter { $0.party == "agent" || call.outgoing }.map {
        Truth.Leg(
          number: String(($0.number ?? "").filter(\.isNumber).suffix(10)), outcome: $0.outcome)
      }
      let real = truth.legs.map {
        Truth.Leg(number: String(($0.number ?? "").suffix(10)), outcome: $0.outcome)
      }
      #expect(legs.sorted() == real.sorted(), "\(line)")
    }
    board.stop(SIGTERM)
  }

  @Test func `where nobody listens it ends with 69 and says so`() throws {
    let url = "http://127.0.0.1:\(try Program.freePort())/exotel"
    let run = try Program.run(
      Program.callboard, ["simulate", "missed", "--speed", "99", "--to", url])
    #expect(run.status == 69)
    #expect(run.errors.contains("nobody answers at \(url): connection refused"))
  }

  @Test func `one that is told to end says so`() async throws {
    let board = try await ServedBoard(data: folder.path("journal"))
    let url = board.base + "/exotel"
    let run = try await ServedProgram.running(["simulate", "busy-day", "--to", url]) { _ in
      let calls = await board.get("/v1/calls")
      return calls.map { String(decoding: $0.body, as: UTF8.self).contains("\"sid\"") } ?? false
    }
    #expect(run.stop(SIGTERM) == 143)
    #expect(run.output.contains("busy-day, seed"), "\(run.output) \(run.log)")
    board.stop(SIGTERM)
  }

  @Test func `what is refused is counted, and told by the exit code`() async throws {
    let board = try await ServedBoard(data: folder.path("journal"))
    let run = try Program.run(
      Program.callboard,
      ["simulate", "rejected", "--speed", "1000", "--to", board.base + "/elsewhere"])
    #expect(run.status == 1)
    #expect(run.text.contains("  404       21\n"), "\(run.text)")
    #expect(run.text.contains("  given up  7\n"), "\(run.text)")
    board.stop(SIGTERM)
  }

  @Test func `a recording is what would have been sent`() throws {
    let file = folder.path("recording.jsonl")
    let write = ["simulate", "redial", "--seed", "1", "--record", file]
    #expect(try Program.run(Program.callboard, write).status == 0)
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 8 && lines.allSatisfy { $0.hasPrefix("{\"v\":1,") })
    let again = try Program.run(Program.callboard, write)
    #expect(again.status == 74 && again.errors.contains("File exists"), "\(again.text)")
  }

  @Test func `calls for which the scenario has no time are told`() throws {
    let words = ["simulate", "busy-day", "--seed", "1", "--rate", "0.05", "--calls", "100"]
    let run = try Program.run(
      Program.callboard, words + ["--record", folder.path("r.jsonl")])
    #expect(run.status == 0)
    let count = try #require(run.errors.firstMatch(of: /([0-9]+) of 100 calls were placed/))
    #expect((1..<100).contains(Int(count.output.1) ?? 0), "\(run.errors)")
    let all = try Program.run(
      Program.callboard, ["simulate", "missed", "--calls", "3", "--record", folder.path("m.jsonl")])
    #expect(all.status == 0 && all.errors == "", "\(all.errors)")
  }

  @Test(arguments: [["--record", "RECORDING"], ["--to", "http://127.0.0.1:1/exotel"]])
  func `a truth that cannot be written is told before anything is sent`(_ target: [String]) throws {
    let recording = folder.path("recording.jsonl")
    let target = target.map { $0.replacing("RECORDING", with: recording) }
    let run = try Program.run(
      Program.callboard, ["simulate", "missed", "--truth", "/nowhere/truth"] + target)
    #expect(run.status == 74 && run.errors.contains("/nowhere/truth cannot be written"))
    #expect(!FileManager.default.fileExists(atPath: recording))
  }

  @Test(arguments: [
    (["simulate"], "say one of --to URL"), (["simulate", "--list", "--explain"], "say one of"),
    (["simulate", "--to", "nowhere"], "is no URL as http"),
    (["simulate", "nix", "--list"], ""),
    (["simulate", "nix", "--explain"], "there is no scenario 'nix'"),
    (["simulate", "--to", "http://x", "--speed", "0"], "a number from 0.01 to 1000"),
    (["simulate", "--to", "http://x", "--drop", "101%"], "per cent"),
  ])
  func `wrong use says what is right`(arguments: [String], words: String) throws {
    let run = try Program.run(Program.callboard, arguments)
    #expect(run.status == (words.isEmpty ? 0 : 64))
    #expect(run.errors.contains(words) || words.isEmpty, "\(run.errors)")
  }
}
