/// The two legs of a call, folded from its StatusCallbacks in their order.
struct StatusFlow: Sendable {
  /// What is known of one leg.
  struct Side: Sendable {
    var dialed: Stamp?
    var ringing: Stamp?
    var answered: Stamp?
    /// When leg 2 showed that this leg had been answered, though nothing said so.
    var impliedAnswer: Stamp?
    /// The last final word of Exotel for this leg.
    var finalStatus: String?
    var onCall: Duration?
    var reportedRing: Duration?

    var isAnswered: Bool { answered != nil || impliedAnswer != nil }

    var state: Leg.State {
      if isAnswered { return .answered }
      if ringing != nil { return .ringing }
      return dialed != nil ? .dialing : .waiting
    }

    var clock: Instant? { (answered ?? impliedAnswer ?? ringing ?? dialed)?.clock }
  }

  /// How the call ended.
  struct End: Sendable {
    var stamp: Stamp
    /// `EndTime`, where one was known.
    var reported: Stamp?
    var rawStatus: String?
    var status: String?
  }

  private(set) var sides = [Side(), Side()]
  private(set) var end: End?
  /// `ConversationDuration` of a terminal event.
  private(set) var conversation: Duration?
  private(set) var anomalies = AnomalySet()
  /// Entries of `Legs` in terminal events: a null status among them is a leg never dialed.
  private var reportedLegs = 0
  /// For each delivery the leg that it is about, 0 or 1; nil for one that is about the call.
  private(set) var subjects: [Int?] = []
  /// True when callbacks name or show legs at all.
  private(set) var hasLegs = false

  init(_ deliveries: [Delivery]) {
    for delivery in deliveries { apply(delivery) }
    if let end, let status = end.status, Call.Outcome(finalStatus: status) == nil {
      anomalies.insert(.unknownStatus)
    }
  }

  private mutating func apply(_ delivery: Delivery) {
    let callback = delivery.callback
    if callback.from != nil || callback.to != nil || !callback.legs.isEmpty { hasLegs = true }
    subjects.append(nil)
    switch callback.event {
    case .dial, .ringing, .answered:
      hasLegs = true
      guard end == nil else {
        anomalies.insert(.contradiction)
        return
      }
      note(delivery)
    case .terminal: terminate(delivery)
    case .disposition, .other: anomalies.insert(.unknownStatus)
    }
  }

  private mutating func note(_ delivery: Delivery) {
    let place = legPlace(of: delivery)
    subjects[subjects.count - 1] = place
    makeSides(for: delivery.callback)
    switch delivery.callback.event {
    case .dial: sides[place].dialed = sides[place].dialed ?? delivery.stamp
    case .ringing:
      if sides[place].isAnswered {
        anomalies.insert(.contradiction)
      } else {
        sides[place].ringing = sides[place].ringing ?? delivery.stamp
      }
    case .answered, .terminal, .disposition, .other:
      sides[place].answered = sides[place].answered ?? delivery.stamp
    }
    if place == 1, !sides[0].isAnswered { sides[0].impliedAnswer = delivery.stamp }
  }

  /// 0 for leg 1, 1 for leg 2 (`callbacks.md` § 2).
  private func legPlace(of delivery: Delivery) -> Int {
    let legs = delivery.callback.legs
    if legs.count > 1, legs[1].status != nil { return 1 }
    let answer = sides[0].answered ?? sides[0].impliedAnswer
    let isRetry = answer?.time == delivery.time
    return delivery.callback.event == .answered && sides[0].isAnswered && !isRetry ? 1 : 0
  }

  private mutating func makeSides(for callback: Callback) {
    while sides.count < callback.legs.count { sides.append(Side()) }
  }

  private mutating func terminate(_ delivery: Delivery) {
    let callback = delivery.callback
    makeSides(for: callback)
    reportedLegs = max(reportedLegs, callback.legs.count)
    for (place, report) in callback.legs.enumerated() {
      // Before the end some report a duration while nobody has talked.
      sides[place].onCall = report.onCall ?? sides[place].onCall
      sides[place].reportedRing = report.ringing ?? sides[place].reportedRing
      sides[place].finalStatus = report.status ?? sides[place].finalStatus
    }
    conversation = callback.conversation ?? conversation
    var ended = end ?? End(stamp: delivery.stamp)
    if let time = callback.end {
      ended.reported = Stamp(time: time, clock: delivery.believe(time))
    }
    ended.rawStatus = callback.rawStatus ?? ended.rawStatus
    ended.status = callback.status ?? ended.status
    end = ended
  }
}

// MARK: - Outcomes

extension StatusFlow {
  /// The outcome of a leg of a call that has ended, and whether Exotel used an unknown word for it.
  func outcome(of place: Int) -> (outcome: Leg.Outcome, isOddWord: Bool) {
    let side = sides[place]
    guard let word = side.finalStatus else { return (asItStood(place), false) }
    if let outcome = Leg.Outcome(finalStatus: word) { return (outcome, false) }
    return (asItStood(place), true)
  }

  /// How a leg ended of which the terminal event tells nothing.
  private func asItStood(_ place: Int) -> Leg.Outcome {
    let side = sides[place]
    switch side.state {
    case .answered: return .completed
    case .ringing: return end?.status.flatMap(Leg.Outcome.init(finalStatus:)) ?? .unknown
    case .dialing: return .unknown
    case .waiting, .ended:
      guard side.finalStatus == nil else { return .unknown }
      if place > 0, sides[0].isAnswered { return .notDialed }
      if place < reportedLegs { return .notDialed }
      // An entry that is missing beside one that is there; with a conversation it was dialed.
      return reportedLegs > 0 && end?.status != "completed" ? .notDialed : .unknown
    }
  }

  /// Conversation time of an ended call; not known where nobody talked, or nothing tells how long.
  func talk(until ended: Instant?) -> PhaseLength {
    let reported = PhaseLength(conversation).or(PhaseLength(sides[1].onCall))
    guard reported.duration == nil, sides[0].isAnswered else { return reported.aboveZero }
    return reported.or(PhaseLength(from: sides[1].answered?.time, to: ended))
  }
}

extension Call.Outcome {
  /// What the final `Status` of a StatusCallback means; nil for any word Exotel does not document.
  init?(finalStatus word: String) {
    switch word {
    case "completed": self = .completed
    case "busy": self = .busy
    case "failed": self = .failed
    case "no-answer": self = .missed
    case "canceled": self = .abandoned
    default: return nil
    }
  }

  /// What the `CallType` of a disposition means.
  init?(callType word: String) {
    switch word {
    case "completed": self = .completed
    case "incomplete": self = .missed
    case "client-hangup": self = .abandoned
    case "voicemail": self = .voicemail
    case "call-attempt": self = .ivr
    default: return nil
    }
  }
}
