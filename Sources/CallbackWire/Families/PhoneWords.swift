import CallModel

/// The words by which softphones and the contact centre tell how a call stands.
struct PhoneWords {
  let event: Callback.Event
  let finalWord: Callback.FinalWord?

  /// `state` is `active` or `terminal`; `detail` says what of an active call has happened.
  init(state: String?, detail: String?, status: String?) {
    guard state != "terminal" else {
      event = .terminal
      finalWord = status.flatMap(Self.final)
      return
    }
    finalWord = nil
    switch (detail, status) {
    case ("answered"?, _): event = .answered
    case ("ringing"?, _): event = .ringing
    case (nil, "free"?): event = .over
    case (nil, _): event = .begin
    default: event = .note
    }
  }

  /// `completed`, or a party and what became of it, as `to_leg_unanswered` and `customer_busy`; nil
  /// for any other word.
  static func final(_ word: String) -> Callback.FinalWord? {
    if word == "completed" { return .init(.completed) }
    let subjects: [(prefix: String, subject: Callback.FinalWord.Subject)] = [
      ("from-leg-", .from), ("to-leg-", .to), ("agent-", .agent), ("customer-", .customer),
    ]
    for (prefix, subject) in subjects where word.hasPrefix(prefix) {
      return outcome(String(word.dropFirst(prefix.count))).map { .init($0, of: subject) }
    }
    return nil
  }

  private static func outcome(_ suffix: String) -> Leg.Outcome? {
    switch suffix {
    case "unanswered": .noAnswer
    case "busy": .busy
    case "cancelled", "canceled": .canceled
    case "failed": .failed
    case "no-dial": .notDialed
    default: nil
    }
  }
}
