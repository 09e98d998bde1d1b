import Foundation
import Testing

/// `callboard emulate`, asked with curl as Exotel's article does it.
@Suite(.serialized) struct EmulateTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func emulator(_ options: String...) async throws -> ServedProgram {
    try await ServedProgram("emulate", ["--seed", "7"] + options) {
      $0.output.hasPrefix("emulating")
    }
  }

  private func board() async throws -> ServedBoard {
    try await ServedBoard(data: folder.path("journal"))
  }

  /// The answer's body and its status on a line of its own.
  private func curl(_ arguments: String...) throws -> (body: String, status: String) {
    try curl(arguments)
  }

  private func curl(_ arguments: [String]) throws -> (body: String, status: String) {
    let run = try Program.run(
      "/usr/bin/curl", ["-sS", "-w", "\n%{http_code}", "-X", "POST"] + arguments)
    var lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
    let status = lines.popLast() ?? ""
    return (lines.joined(separator: "\n"), status + (run.errors.isEmpty ? "" : run.errors))
  }

  private struct Answer: Decodable {
    struct Call: Decodable {
      var Sid: String
      var Status: String
      var DateUpdated: String
      var EndTime: String?
    }
    var Call: Call
  }

  private struct Callbacks: Decodable {
    struct Item: Decodable { var fields: [String: String] }
    var callbacks: [Item]
  }

  /// The call on the board when it is over, with how many callbacks it had.
  private func ended(_ sid: String, _ board: ServedBoard) async throws -> String {
    let limit = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < limit {
      let answer = await board.get("/v1/calls/\(sid)")
      let text = answer.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
      if text.contains("\"outcome\":\"") { return text }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw TerminalSession.Failure(description: "the call \(sid) does not end: \(board.log)")
  }

  @Test func `the samples of the article are answered, and what they subscribe comes`() async throws
  {
    let (board, emulator) = (try await board(), try await emulator("--speed", "40"))
    let api = "http://key:token@127.0.0.1:\(emulator.port)/v1/Accounts/demo/Calls"
    let parameters = [
      "From": "09880000001", "To": "09812300001", "CallerId": "08044556678",
      "StatusCallback": board.base + "/exotel", "StatusCallbackEvents[0]": "terminal",
      "StatusCallbackEvents[1]": "answered", "StatusCallbackEvents[2]": "ringing",
    ]
    let pairs = parameters.map { "\($0)=\($1)" }
    let query = try curl("-g", "\(api)/connect.json?" + pairs.joined(separator: "&"))
    let form = try curl(
      ["\(api)/connect.json"] + pairs.flatMap { ["-d", $0] })
    let multipart = try curl(
      ["\(api)/connect.json", "-F", "StatusCallbackContentType=application/json"]
        + pairs.flatMap { ["-F", $0] })
    for answer in [query, form, multipart] {
      #expect(answer.status == "200", "\(answer)")
      let call = try JSONDecoder().decode(Answer.self, from: Data(answer.body.utf8)).Call
      #expect(call.Status == "in-progress" && call.EndTime == nil)
      let text = try await ended(call.Sid, board)
      #expect(text.contains("\"outcome\":\"completed\"") && text.contains("\"callbackCount\":5"))
      let details = try Program.run("/usr/bin/curl", ["-sS", "\(api)/\(call.Sid).json"])
      let later = try JSONDecoder().decode(Answer.self, from: Data(details.text.utf8)).Call
      #expect(later.Status == "completed" && later.EndTime != nil)
    }
    #expect(emulator.output.contains("callback terminal completed"))
  }

  @Test func `the number dialed tells the outcome, the XML its call`() async throws {
    let (board, emulator) = (try await board(), try await emulator("--speed", "40"))
    let answer = try curl(
      "http://127.0.0.1:\(emulator.port)/v1/Accounts/demo/Calls/connect", "-u", "key:token", "-d",
      "From=09880000001", "-d", "To=09812399902", "-d", "CallerId=08044556678", "-d",
      "StatusCallback=\(board.base)/exotel", "-d", "StatusCallbackEvents[0]=terminal")
    #expect(answer.status == "200" && answer.body.hasPrefix("<?xml"))
    let sid = try #require(answer.body.firstMatch(of: /<Sid>(\w+)<\/Sid>/)).output.1
    let text = try await ended(String(sid), board)
    #expect(text.contains("\"outcome\":\"busy\"") && text.contains("\"callbackCount\":1"))
  }

  @Test func `errors are as Exotel's`() async throws {
    let emulator = try await emulator()
    let api = "127.0.0.1:\(emulator.port)/v1/Accounts/demo/Calls/connect.json"
    let numbers = "?From=09880000001&To=09812300001&CallerId="
    #expect(try curl("http://key:token@\(api)").status == "400")
    #expect(try curl("http://key:wrong@\(api)\(numbers)08044556678").status == "401")
    #expect(try curl("http://key:token@\(api)\(numbers)08044599402").status == "402")
    let refused = try curl("http://key:token@\(api)\(numbers)08044599429")
    #expect(refused.status == "429" && refused.body.contains("\"Status\":429"))
  }

  @Test func `incoming calls are told to a pass-through URL, and it ends when asked`() async throws
  {
    let board = try await board()
    let emulator = try await emulator(
      "--speed", "20", "--rate", "60", "--agent-passthrough", board.base + "/exotel")
    let limit = ContinuousClock.now + .seconds(60)
    while try await board.callbackCounts().count < 3, ContinuousClock.now < limit {
      try await Task.sleep(for: .milliseconds(50))
    }
    let sources = await board.get("/v1/calls?state=all").map {
      String(decoding: $0.body, as: UTF8.self)
    }
    #expect(sources?.contains("\"source\":\"connect\"") == true)
    #expect(sources?.contains("\"source\":\"status-callback\"") == false)
    emulator.stop(SIGTERM)
  }
}
