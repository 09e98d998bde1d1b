import CallModel

extension InboundPlay {
  /// An attempt to reach an agent on one device, and what became of it.
  struct Attempt {
    var device: Device
    /// The number of the agent, whatever device was dialed.
    var person: String
    var outcome: Leg.Outcome
    var talk = Duration.zero
    var hasRung = true
  }

  /// How the flow came to its end, as the after-call Passthru says it.
  enum Ending: String {
    case completed, incomplete, voicemail
    case clientHangup = "client-hangup"
    case callAttempt = "call-attempt"
  }

  /// When an agent rings, answers or not, and is free again.
  struct Timeline {
    var ringing: Duration
    var answered: Duration?
    var end: Duration
  }

  /// One agent after the other, each on the device that is meant.
  func device(_ who: Flow.Who, _ number: Int, of agent: Scenario.Agent) -> Device {
    if case .agents(let names) = who, !names.isEmpty {
      let name = names[number % names.count]
      if name == agent.softphone { return agent.softphoneDevice }
    }
    let tellers = script.tellers
    return tellers == [.softphone] ? agent.softphoneDevice : agent.device()
  }
}

extension Flow.Fate {
  var outcome: Leg.Outcome {
    switch self {
    case .answers: .completed
    case .noAnswer: .noAnswer
    case .rejects: .busy
    case .fails: .failed
    case .callerLeaves: .canceled
    }
  }
}
