import CallModel
import CallbackWire

/// A call that was asked for, from the request to its end; its times count from the request on. A
/// value: it is the same whenever it is looked at.
package struct OutboundCall: Sendable {
  package let sid: String
  package let request: ConnectRequest
  let timeline: OutboundTimeline
  private let clock: SimulatedClock
  private let losesEnd: Bool

  /// The longest ringing, which is also the one where the request names none
  /// (https://support.exotel.com/support/solutions/articles/48278).
  private static let longestRinging = Duration.seconds(60)

  /// `clock` begins with the request.
  package init(
    sid: String, request: ConnectRequest, fate: CallFate, clock: SimulatedClock,
    pace: Pace = Pace()
  ) {
    self.sid = sid
    self.request = request
    self.clock = clock
    losesEnd = fate.losesEnd
    let timeOut = min(request.timeOut ?? Self.longestRinging, Self.longestRinging)
    let timeLimit = min(request.timeLimit ?? ConnectRequest.longestCall, ConnectRequest.longestCall)
    timeline = OutboundTimeline(
      fate.outbound, from: .zero,
      within: .init(timeOut: pace.time(timeOut), timeLimit: pace.time(timeLimit)))
  }

  /// What was subscribed of it, in the order in which it is due.
  package var callbacks: [SimulatedCallback] {
    guard let subscription = request.statusCallback else { return [] }
    var account = Account()
    account.subscribes = !subscription.events.isEmpty
    var script = script(account, subscription.encoding)
    script.play(timeline, Device(address: request.from))
    return script.callbacks.filter { callback in
      let event = callback.fields["EventType"].flatMap(ConnectRequest.Event.init) ?? .terminal
      guard event != .terminal || !losesEnd else { return false }
      return subscription.events.isEmpty || subscription.events.contains(event)
    }
  }

  private func script(_ account: Account, _ encoding: CallbackEncoder.Encoding) -> CallScript {
    var script = CallScript(
      sid: sid, customer: request.to, line: .init(number: request.callerID, label: nil),
      began: .zero, clock: clock, account: account, statusEncoding: encoding)
    script.customField = request.customField
    script.isRecorded = request.isRecorded
    return script
  }

  /// What the API tells of the call, so long after the request.
  package func details(at time: Duration, accountSid: String) -> CallDetails {
    let past = timeline.steps.filter { $0.at <= time }
    let isOver = time >= timeline.end
    let recording = script(Account(), .json).recordingURL
    return CallDetails(
      sid: sid, accountSid: accountSid, from: request.from, to: request.to,
      exoPhone: request.callerID, status: status(after: past.last?.step),
      dateCreated: clock.text(.zero), dateUpdated: clock.text(past.last?.at ?? .zero),
      startTime: clock.text(.zero), endTime: isOver ? clock.text(timeline.end) : nil,
      duration: isOver ? Int(timeline.end.components.seconds) : nil,
      recordingURL: isOver && timeline.talk != nil ? recording : nil)
  }

  /// Before it rings it is `in-progress` too, as the answer to the request has it.
  private func status(after step: OutboundTimeline.Step?) -> String {
    switch step {
    case .firstRings: "ringing"
    case nil, .firstAnswers, .secondRings, .secondAnswers: "in-progress"
    case .ends: timeline.fate.rawStatus
    }
  }
}
