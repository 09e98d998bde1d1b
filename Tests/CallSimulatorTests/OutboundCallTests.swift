import CallModel
import CallbackWire
import Testing

@testable import CallSimulator

@Suite struct OutboundCallTests {
  private static func request(
    from: String = "09880000001", to: String = "09812300001",
    events: Set<ConnectRequest.Event> = [.ringing, .answered, .terminal]
  ) -> ConnectRequest {
    var request = ConnectRequest(from: from, to: to, callerID: "08044556678")
    request.statusCallback = .init(url: "http://x", events: events, encoding: .json)
    return request
  }

  private static func call(
    _ request: ConnectRequest, scenario: Scenario? = nil, seed: UInt64 = 3, speed: Double = 1
  ) -> OutboundCall {
    var random = SeededGenerator(seed: seed)
    let pace = Pace(speed: speed)
    let fate = CallFate(for: request, in: scenario, pace: pace, random: &random)
    return OutboundCall(
      sid: random.sid(), request: request, fate: fate, clock: SimulatorTests.clock, pace: pace)
  }

  /// `ringing`, `answered` and the end with its status and the two of its legs.
  private static func told(_ call: OutboundCall) -> [String] {
    call.callbacks.map { callback in
      let names = ["EventType", "Status", "Legs[0][Status]", "Legs[1][Status]"]
      let fields = callback.fields
      let isEnd = fields["EventType"] == "terminal"
      return (isEnd ? names.dropFirst() : names.prefix(1))
        .map { fields[$0] ?? "-" }.joined(separator: " ")
    }
  }

  @Test func `both answer, and each event comes once per leg`() {
    let told = Self.told(Self.call(Self.request()))
    #expect(
      told == ["ringing", "answered", "ringing", "answered", "completed completed completed"])
  }

  private static let subscriptions: [([ConnectRequest.Event], told: [String])] = [
    ([.terminal], ["terminal"]), ([.answered], ["answered", "answered"]),
    ([.ringing], ["ringing", "ringing"]),
    ([.ringing, .terminal], ["ringing", "ringing", "terminal"]),
  ]

  @Test(arguments: subscriptions)
  func `only what was subscribed is sent`(events: [ConnectRequest.Event], expected: [String]) {
    let call = Self.call(Self.request(events: Set(events)))
    #expect(call.callbacks.map { $0.fields["EventType"] } == expected)
  }

  @Test func `without events only the default payload comes, without an address nothing`() throws {
    let callbacks = Self.call(Self.request(events: [])).callbacks
    #expect(callbacks.count == 1)
    let fields = try #require(callbacks.first).fields
    #expect(fields["EventType"] == nil && fields["Status"] == "completed")
    var silent = Self.request()
    silent.statusCallback = nil
    #expect(Self.call(silent).callbacks.isEmpty)
  }

  @Test(arguments: [
    ("99901", "no-answer no-answer -"), ("99902", "busy busy -"), ("99903", "failed failed -"),
    ("99905", "canceled canceled -"), ("99906", "canceled completed -"),
    ("99907", "completed completed completed"), ("99908", "completed completed completed"),
  ])
  func `the number dialed first tells the outcome`(ending: String, end: String) {
    let call = Self.call(Self.request(from: "+91 98800 \(ending)"))
    #expect(Self.told(call).last == end)
  }

  @Test(arguments: [
    ("99901", "no-answer completed no-answer"), ("99902", "busy completed busy"),
    ("99903", "failed completed failed"), ("99905", "canceled completed canceled"),
    ("99906", "completed completed completed"),
  ])
  func `so does the number dialed second`(ending: String, end: String) {
    #expect(Self.told(Self.call(Self.request(to: "098123\(ending)"))).last == end)
  }

  @Test func `a leg of which no ringing is told, and an end that gets lost`() {
    #expect(
      Self.told(Self.call(Self.request(from: "0988099904")))
        == ["answered", "ringing", "answered", "completed completed completed"])
    #expect(
      Self.told(Self.call(Self.request(to: "0981299909")))
        == ["ringing", "answered", "ringing", "answered"])
  }

  @Test func `it rings until TimeOut, and talks until TimeLimit`() throws {
    var unanswered = Self.request(from: "0988099901")
    unanswered.timeOut = .seconds(25)
    #expect(Self.call(unanswered).timeline.first.ringing == .seconds(25))
    unanswered.timeOut = nil
    #expect(Self.call(unanswered).timeline.first.ringing == .seconds(60))
    var long = Self.request(to: "0981299908")
    #expect(Self.call(long).timeline.talk == .seconds(1_800))
    long.timeLimit = .seconds(90)
    #expect(Self.call(long).timeline.talk == .seconds(90))
  }

  @Test func `at ten times the speed all times are a tenth`() {
    let (slow, quick) = (
      Self.call(Self.request(from: "0988099907", to: "0981299908")),
      Self.call(Self.request(from: "0988099907", to: "0981299908"), speed: 10)
    )
    #expect(quick.timeline.talk == .seconds(180))
    #expect(quick.timeline.end < slow.timeline.end)
  }

  @Test func `its details change as it goes on`() throws {
    let call = Self.call(Self.request())
    func details(_ time: Duration) -> CallDetails { call.details(at: time, accountSid: "demo") }
    let asked = details(.zero)
    #expect(asked.status == "in-progress" && asked.endTime == nil && asked.duration == nil)
    let timeline = call.timeline
    let ringsAt = try #require(timeline.first.ringsAt)
    #expect(details(ringsAt).status == "ringing")
    #expect(details(try #require(timeline.first.answeredAt)).status == "in-progress")
    let over = details(timeline.end)
    #expect(over.status == "completed" && over.endTime == over.dateUpdated)
    #expect(over.duration == Int(timeline.end.components.seconds))
    #expect(over == details(timeline.end + .seconds(3_600)))
  }

  @Test func `what is recorded has a recording at its end`() {
    var request = Self.request()
    request.isRecorded = true
    let call = Self.call(request)
    #expect(call.details(at: .zero, accountSid: "demo").recordingURL == nil)
    let recording = call.details(at: call.timeline.end, accountSid: "demo").recordingURL
    #expect(recording?.contains(call.sid) == true)
    #expect(call.callbacks.last?.fields["RecordingUrl"] == recording)
    let other = Self.call(Self.request())
    #expect(other.details(at: other.timeline.end, accountSid: "demo").recordingURL == nil)
  }

  @Test func `the outbound flows of a scenario tell what becomes of other numbers`() {
    var scenario = SimulatorTests.scenario
    var outbound = Flow.Outbound()
    outbound.agent = Weights(.rejects)
    scenario.flows = [Flow(weight: 1, kind: .outbound(outbound))]
    #expect(Self.told(Self.call(Self.request(), scenario: scenario)).last == "busy busy -")
    let told = Self.call(Self.request(from: "0988099907"), scenario: scenario)
    #expect(Self.told(told).last == "completed completed completed")
  }
}
