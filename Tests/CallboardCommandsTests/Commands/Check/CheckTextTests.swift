import CallModel
import CallbackWire
import Foundation
import Testing

@testable import CallboardCommands

/// What `callboard check` says of each request of `Assets/Callbacks`, in short.
@Suite struct CheckTextTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../Assets/Callbacks").standardizedFileURL

  /// What sent it, and the event; by how the names of files begin, the longest first.
  private static let heads: [(prefix: String, head: String)] = [
    ("flow-dial-completed", "Passthru after the call, after call: completed"),
    ("flow-dial-canceled", "Passthru after the call, after call: client-hangup"),
    ("flow-dial", "Passthru after the call, after call: incomplete"),
    ("flow-legs", "Passthru after the call, after call: completed"),
    ("flow-voicemail", "Passthru after the call, after call: voicemail"),
    ("flow-query", "Passthru after the call, after call: incomplete"),
    ("flow", "request of a flow, "), ("disposition-call-attempt", "request of a flow, "),
    ("disposition", "Passthru after the call, "), ("connect", "event of a Connect applet, "),
    ("pass-through", "agent pass-through without events, "),
    ("status", "StatusCallback, "), ("default-payload", "StatusCallback without events, "),
    ("softphone", "event of a softphone, "), ("contact-centre", "event of the contact centre, "),
    ("stream", "event of a bot's stream, "), ("leg", "event of an ExoML leg, "),
    ("bridge", "ExoBridge, "), ("campaign", "event of a campaign, "),
    ("not-understood", "of no known family, "),
  ]

  @Test func `each request is told with its family, why, and all of its fields`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".http") }
    try #require(files.count > 100)
    for file in files.sorted() {
      let bytes = Array(try Data(contentsOf: Self.folder.appending(path: file)))
      let raw = try #require(RawCallback(requestText: bytes))
      let review = CallbackDecoder().review(raw)
      let lines = CheckText.lines(review)
      let expected = try #require(Self.heads.first { file.hasPrefix($0.prefix) }?.head)
      #expect(lines[0].hasPrefix(expected), "\(file): \(lines[0])")
      #expect(lines[0].contains(": it "), "\(file): \(lines[0])")
      #expect(review.fields.allSatisfy { $0.meaning != nil }, "\(file)")
      let text = lines.joined(separator: "\n")
      #expect(review.fields.allSatisfy { text.contains($0.name) }, "\(file)")
    }
  }

  private func lines(_ query: String) -> String {
    CheckText.lines(
      CallbackDecoder().review(RawCallback(method: "GET", target: "/exotel?" + query))
    ).joined(separator: "\n")
  }

  @Test func `what is refused is told with what came and what was looked for`() {
    let text = lines("Call_Id=c1&Status=busy")
    #expect(text.hasPrefix("no callback\n"))
    #expect(text.contains("answered 400: the request names no call: looked for CallSid, call_sid"))
    #expect(text.contains("these came: Call_Id, Status"))
  }

  @Test(arguments: [
    ("CallSid=c1&CallState=terminal&CallStatus=hung_up", "'hung_up' is neither completed nor"),
    ("call_details[sid]=c1&call_details[state]=over", "'over' is none of active, terminal"),
    ("CallSid=c1&Stream[Status]=gone", "'gone' is none of canceled, completed, failed"),
    ("event_sid=e&data[leg_sid]=c1&data[terminal_status]=away", "'away' is none of busy"),
    ("campaign_sid=m&call_sid=c1&status=away", "'away' is none of busy"),
    ("CallSid=c1&CallFrom=1&DialCallStatus=away", "'away' is none of answered, busy"),
    ("CallSid=c1&greenvn=1&call_type=gone", "'gone' is none of call-attempt"),
    ("CallSid=c1&Status=busy&CurrentTime=1&DisconnectedBy=dog", "'dog' is none of agent, bot"),
  ])
  func `an odd word of any family is told with those that there are`(query: String, words: String) {
    #expect(lines(query).contains("wrong: " + words), "\(lines(query))")
  }
}
