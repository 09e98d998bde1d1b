import Foundation
import Testing

/// `callboard check`, of callbacks and of recordings.
@Suite(.serialized) struct CheckTests {
  private let folder: TemporaryFolder
  private var recording: String { folder.path("m.jsonl") }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func check(_ text: String, _ options: String...) throws -> Program.Output {
    let file = folder.path("one")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return try Program.run(Program.callboard, ["check", file] + options)
  }

  @Test func `one callback is read in every form`() throws {
    let query = "CallSid=c1&DialWhomNumber=09880000001&EventType=Dial"
    let forms = [
      ("a query", query), ("a URL", "https://crm.example.com/exotel?\(query)"),
      ("a request", "GET /exotel?\(query) HTTP/1.1\nHost: x\n\n"),
      (
        "a JSON body",
        "{\"CallSid\":\"c1\",\"DialWhomNumber\":\"09880000001\",\"EventType\":\"Dial\"}"
      ),
      (
        "a multipart body",
        ["CallSid": "c1", "DialWhomNumber": "09880000001", "EventType": "Dial"].map {
          "--b\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n"
        }.joined() + "--b--\r\n"
      ),
    ]
    for (name, text) in forms {
      let run = try check(text)
      #expect(run.status == 0, "\(name): \(run.text) \(run.errors)")
      #expect(run.text.contains("read as \(name)\nevent of a Connect applet, Dial"))
      #expect(run.text.contains("call c1, of this callback alone: dialing"))
    }
  }

  @Test func `a line of a log and a pasted curl are read as the request that they are of`() throws {
    let query = "CallSid=c1&DialWhomNumber=09880000001&EventType=Dial"
    let forms = [
      (
        "a request in a line of a log",
        """
        10.0.0.1 - - [28/Nov/2026:00:10:11 +0000] "GET /exotel?\(query) HTTP/1.1" 200 0 "-" "Exotel"
        """
      ),
      ("a curl command", "curl 'http://127.0.0.1:8080/exotel?\(query)'"),
      ("a curl command", "curl -s -X POST http://x/exotel \\\n  -d '\(query)'"),
      (
        "a curl command",
        #"""
        curl -H "Content-Type: application/json" http://x/exotel --data-raw \
          '{"CallSid":"c1","DialWhomNumber":"09880000001","EventType":"Dial"}'
        """#
      ),
      (
        "a curl command",
        "$ curl -G http://x/exotel -d CallSid=c1 -d DialWhomNumber=09880000001 "
          + "--data-urlencode 'EventType=Dial'"
      ),
    ]
    for (name, text) in forms {
      let run = try check(text)
      #expect(run.status == 0, "\(text): \(run.text) \(run.errors)")
      #expect(run.text.hasPrefix("read as \(name)\nevent of a Connect applet, Dial"), "\(run.text)")
      #expect(run.text.contains("  agent  09880000001  dialing\n"), "\(run.text)")
    }
  }

  @Test(arguments: [
    "Nov 28 00:10:11 gw app: got CallSid=c1?x=1 from Exotel",
    "\"http://x/exotel?CallSid=c1&EventType=Dial", "curl --frob 'http://x/exotel?CallSid=c1'",
    "curl 'http://x/exotel?CallSid=c1",
  ])
  func `what only has a callback somewhere in it is refused`(_ text: String) throws {
    let run = try check(text)
    #expect(run.status == 65, "\(run.text)")
    #expect(run.errors.contains("is no callback"), "\(run.errors)")
  }

  @Test func `a JSON body may be the argument itself`() throws {
    let body = #"{"CallSid":"c1","DialWhomNumber":"09880000001","EventType":"Dial"}"#
    let run = try Program.run(Program.callboard, ["check", body])
    #expect(run.status == 0 && run.text.hasPrefix("read as a JSON body\n"), "\(run.errors)")
  }

  @Test func `a heartbeat of the lines is named, and its fields are explained`() throws {
    let run = try check(
      #"{"timestamp":"2026-11-24T12:50:00+05:30","status_type":"WARNING","#
        + #""incoming_affected":["f1"],"data":{"f1":{"phone_number":"08044556678"}}}"#)
    #expect(run.status == 0, "\(run.text) \(run.errors)")
    #expect(run.text.contains("heartbeat of the lines, WARNING: it has a status_type"))
    #expect(run.text.contains("line f1: its number") && !run.text.contains("call "))
  }

  @Test func `each family is told with its fields`() throws {
    let softphone = try check(
      #"{"CallSid":"c1","CallState":"active","CallDetail":"answered","FromNumber":"sip:asha"}"#)
    #expect(softphone.status == 0)
    #expect(softphone.text.contains("event of a softphone, "))
    #expect(softphone.text.contains("CallDetail  answered  answered: both talk"))
    #expect(softphone.text.contains("note: it tells no time of its own"))
    let centre = try check(
      #"{"call_details":{"call_sid":"c1","call_state":"terminal","call_status":"gone"}}"#, "--json")
    #expect(centre.status == 1 && centre.text.contains(#""family":"contact-centre""#))
    #expect(centre.text.contains("'gone' is neither completed nor a party"))
  }

  @Test func `what is wrong is told, and in the exit code`() throws {
    let lost = try check("CallSid=c1&EventType=terminal&Status=completed&EndTime=soon")
    #expect(lost.status == 1 && lost.text.contains("wrong: it cannot be read as a time"))
    let refused = try check("CallSid=a%20b&EventType=Dial", "--json")
    #expect(refused.status == 1 && refused.text.contains("\"rejected\":{\"status\":400"))
    #expect(try check("").status == 66)
    #expect(try check("hello").status == 65)
    #expect(try Program.run(Program.callboard, ["check", "/nowhere"]).status == 66)
    #expect(try check("CallSid=c1&EventType=Dial", "--call", "c1").status == 64)
  }

  @Test func `a recording is told call by call, damage by its line`() throws {
    let run = try Program.run(
      Program.callboard,
      ["simulate", "sequential-hunt", "--calls", "3", "--seed", "5", "--record", recording])
    #expect(run.status == 0, "\(run.errors)")
    let sound = try Program.run(Program.callboard, ["check", recording])
    #expect(sound.status == 0, "\(sound.text)")
    #expect(sound.text.contains("3 calls, 0 of them with something wrong, 0 rejected, 0 damaged"))
    let sid = try #require(sound.text.split(separator: " ").first)
    let call = try Program.run(Program.callboard, ["check", recording, "--call", "\(sid)"])
    #expect(call.status == 0 && call.text.contains("call \(sid): ended"))
    let unknown = try Program.run(Program.callboard, ["check", recording, "--call", "nobody"])
    #expect(unknown.status == 66)
    var lines = try String(contentsOfFile: recording, encoding: .utf8).split(separator: "\n")
    lines[4].removeLast(8)
    try lines.joined(separator: "\n").write(toFile: recording, atomically: true, encoding: .utf8)
    let damaged = try Program.run(Program.callboard, ["check", recording, "--json"])
    #expect(damaged.status == 1)
    struct Answer: Decodable {
      struct Damage: Decodable { var line: Int }
      struct Call: Decodable {
        struct Row: Decodable { var sid: String }
        var call: Row
      }
      var calls: [Call]
      var damaged: [Damage]
    }
    let answer = try JSONDecoder().decode(Answer.self, from: Data(damaged.text.utf8))
    #expect(answer.damaged.map(\.line) == [5] && answer.calls.count == 2)
  }
}
