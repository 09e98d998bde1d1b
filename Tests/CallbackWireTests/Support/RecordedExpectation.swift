import CallModel

/// What a recorded request of `Assets/Callbacks` says.
struct RecordedExpectation {
  /// Nil for one of which nothing is understood.
  let family: Callback.Family?
  let event: Callback.Event
  let sid: String
  var agent: String?
  /// Statuses of `legs`, `-` where not known.
  var legs = ""

  init(
    _ family: Callback.Family?, _ event: Callback.Event, _ sid: String, agent: String? = nil,
    legs: String = ""
  ) {
    self.family = family
    self.event = event
    self.sid = sid
    self.agent = agent
    self.legs = legs
  }
}
