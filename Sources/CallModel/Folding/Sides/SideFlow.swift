/// The legs of a call that are told by their places, folded in their order: of StatusCallbacks, of
/// calls that a softphone or the contact centre places, of campaigns and of ExoML.
struct SideFlow: Sendable {
  /// What is known of one leg.
  struct Side: Sendable {
    var dialed: EventMoment?
    var ringing: EventMoment?
    var answered: EventMoment?
    /// When leg 2, or a bridge, showed that this leg had been answered, though nothing said so.
    var impliedAnswer: EventMoment?
    /// The last final word of Exotel for this leg.
    var finalStatus: String?
    var onCall: Duration?
    var reportedRing: Duration?
    var answeredBy: Callback.AnsweredBy?

    var lastKnown: Instant? { Instant.latest(dialed?.time, ringing?.time, answered?.time) }

    /// The same of what tells its time.
    var lastTold: Instant? {
      Instant.latest(dialed?.toldTime, ringing?.toldTime, answered?.toldTime)
    }

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
    var eventMoment: EventMoment
    /// `EndTime`, where one was known.
    var reported: EventMoment?
    var rawStatus: String?
    var status: String?
    /// The strongest word of a softphone or of the contact centre.
    var word: Callback.FinalWord?
    /// A StatusCallback told it.
    var isOfStatusCallback = false
    /// It came without an event, and without legs.
    var isDefault = true
  }

  private(set) var sides = [Side(), Side()]
  private(set) var end: End?
  /// `ConversationDuration` of a terminal event.
  private(set) var conversation: Duration?
  private(set) var anomalies = AnomalySet()
  /// Entries of `Legs` in terminal events: a null status among them is a leg never dialed.
  private(set) var reportedLegs = 0
  /// For each delivery the leg that it is about, 0 or 1; nil for one that is about the call.
  private(set) var subjects: [Int?] = []
  /// True when callbacks name or show legs at all.
  private(set) var hasLegs = false
  /// The families that told of an answer in this call.
  private(set) var progress = FamilySet()

  init(_ deliveries: [Delivery]) {
    for delivery in deliveries { apply(delivery) }
    if let end, let status = end.status, end.word == nil || end.isOfStatusCallback,
      Call.Outcome(finalStatus: status) == nil
    {
      anomalies.insert(.unknownStatus)
    }
  }

  private mutating func apply(_ delivery: Delivery) {
    let shared = delivery.shared
    if shared.callback.isOdd { anomalies.insert(.unknownStatus) }
    if shared.callback.namesParties || !shared.callback.legs.isEmpty { hasLegs = true }
    subjects.append(nil)
    switch shared.callback.event {
    case .dial, .begin, .ringing, .answered:
      hasLegs = true
      // What tells no time may come when it likes.
      guard end == nil else {
        if !delivery.isUntimed { anomalies.insert(.contradiction) }
        return
      }
      note(delivery)
    case .terminal: terminate(delivery)
    case .note where end == nil && shared.callback.isOfBridge && !sides[0].isAnswered:
      sides[0].impliedAnswer = delivery.eventMoment
    case .over, .disposition, .flow, .stream, .note, .other: break
    }
  }

  private mutating func note(_ delivery: Delivery) {
    let shared = delivery.shared
    if shared.callback.event == .answered, let family = shared.callback.family {
      progress.insert(family)
    }
    if shared.callback.tellsBoth, shared.callback.event == .answered {
      for place in 0...1 {
        sides[place].answered = sides[place].answered ?? delivery.eventMoment
      }
      return
    }
    let place = legPlace(of: delivery)
    subjects[subjects.count - 1] = place
    takeLegs(shared)
    switch shared.callback.event {
    case .ringing:
      if sides[place].isAnswered {
        anomalies.insert(.contradiction)
      } else {
        sides[place].ringing = sides[place].ringing ?? delivery.eventMoment
      }
    case .answered: sides[place].answered = sides[place].answered ?? delivery.eventMoment
    default: sides[place].dialed = sides[place].dialed ?? delivery.eventMoment
    }
    if place == 1, !sides[0].isAnswered { sides[0].impliedAnswer = delivery.eventMoment }
  }

  /// 0 for leg 1, 1 for leg 2 (`callbacks.md` § 2).
  private func legPlace(of delivery: Delivery) -> Int {
    guard delivery.callback.family == .statusCallback else { return 0 }
    if delivery.callback.report(of: 1)?.status != nil { return 1 }
    let answer = sides[0].answered ?? sides[0].impliedAnswer
    let isRetry = answer?.time == delivery.time
    return delivery.callback.event == .answered && sides[0].isAnswered && !isRetry ? 1 : 0
  }

  private mutating func takeLegs(_ shared: SharedCallback) {
    for report in shared.callback.legs {
      while report.index >= sides.count { sides.append(Side()) }
      sides[report.index].answeredBy = report.answeredBy ?? sides[report.index].answeredBy
    }
  }

  private mutating func terminate(_ delivery: Delivery) {
    let shared = delivery.shared
    takeLegs(shared)
    for report in shared.callback.legs {
      // Before the end some report a duration while nobody has talked.
      sides[report.index].onCall = report.onCall ?? sides[report.index].onCall
      sides[report.index].reportedRing = report.ringing ?? sides[report.index].reportedRing
      sides[report.index].finalStatus = report.status ?? sides[report.index].finalStatus
      reportedLegs = max(reportedLegs, report.index + 1)
    }
    conversation = shared.callback.conversation ?? conversation
    var ended = end ?? End(eventMoment: delivery.eventMoment)
    if let time = shared.callback.end {
      ended.reported = EventMoment(time: time, clock: delivery.believe(time))
    }
    ended.takeStatus(of: shared)
    if !shared.callback.isDefaultPayload { ended.isDefault = false }
    if let word = shared.callback.finalWord, !(ended.word?.outweighs(word) ?? false) {
      ended.word = word
    }
    end = ended
  }
}

extension SideFlow.End {
  /// The words of a StatusCallback replace those of a softphone, whichever came first.
  fileprivate mutating func takeStatus(of shared: SharedCallback) {
    let isOfStatusCallback = shared.callback.family == .statusCallback
    if isOfStatusCallback, !self.isOfStatusCallback {
      self.isOfStatusCallback = true
      (status, rawStatus) = (nil, nil)
    }
    guard isOfStatusCallback == self.isOfStatusCallback else { return }
    rawStatus = shared.callback.rawStatus ?? rawStatus
    status = shared.callback.status ?? status
  }
}

extension Callback {
  /// What is told of an entry of `Legs`, from 0.
  func report(of index: Int) -> LegReport? { legs.first { $0.index == index } }

  /// True for a leg that comes to a bridge, or leaves it: somebody has answered it.
  fileprivate var isOfBridge: Bool { family == .leg && bridge != nil }

  /// True for a family that tells of both parties at once.
  fileprivate var tellsBoth: Bool { family == .softphone || family == .contactCentre }

  fileprivate var namesParties: Bool { from != nil || to != nil || customer != nil || agent != nil }

  /// True for what the API sends at the end of a call without any event subscription.
  fileprivate var isDefaultPayload: Bool {
    family == .statusCallback && legs.isEmpty && !namesParties
  }
}
