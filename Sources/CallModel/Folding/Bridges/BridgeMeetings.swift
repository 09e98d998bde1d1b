/// What the other legs of its bridges are to a leg of ExoML: a pure step over what each of them tells.
struct BridgeMeetings: Sendable {
  /// A time that a leg shared a bridge with one of the other party.
  private struct Meeting {
    var from: EventMoment
    /// Nil while it lasts.
    var to: EventMoment?

    func reaches(_ moment: Instant) -> Bool { to.map { $0.time >= moment } ?? true }
  }

  /// True where a leg of the other party ever named one of its bridges.
  private(set) var hasMet = false
  /// The other legs: those of the other party first, those who are there first, then in the order in
  /// which they came to the bridge.
  private(set) var companions: [Companion] = []
  /// Without gaps between them, in their order.
  private var meetings: [Meeting] = []

  /// `stays` are those of a leg of `party`; `others` are the other legs of the same bridges.
  init(_ stays: [BridgeStay], party: Leg.Party, others: [BridgeLeg]) {
    guard !stays.isEmpty, !others.isEmpty else { return }
    var places: [(companion: Companion, came: Instant)] = []
    for other in others {
      let shared = other.stays.filter { stay in stays.contains { $0.bridge == stay.bridge } }
      guard let last = shared.last, let first = shared.first else { continue }
      let common = Self.common(stays, shared)
      places.append(
        (
          other.companion(in: last.bridge, isThere: common.contains { $0.to == nil }),
          first.from.time
        )
      )
      guard other.party != party else { continue }
      hasMet = true
      meetings += common
    }
    companions = places.sorted { left, right in
      let mine = (left.companion.party == party, !left.companion.isThere)
      let others = (right.companion.party == party, !right.companion.isThere)
      guard mine == others else {
        return mine.0 != others.0 ? others.0 : others.1
      }
      return (left.came, left.companion.sid) < (right.came, right.companion.sid)
    }.map(\.companion)
    meetings = Self.joined(meetings)
  }

  /// Since when one of the other party is there; nil where none is.
  var talkingSince: EventMoment? {
    guard let last = meetings.last, last.to == nil else { return nil }
    return last.from
  }

  /// When the last one of the other party left; nil where one is there, or none was.
  var leftAt: EventMoment? { meetings.last?.to }

  /// When the first of the other party was there.
  var firstTalk: Instant? { meetings.first?.from.time }

  /// How long one of the other party was there; nil where none was, or it is not over.
  var talk: Duration? {
    guard let last = meetings.last, last.to != nil else { return nil }
    return meetings.reduce(.zero) { $0 + (($1.to ?? $1.from).time - $1.from.time) }
  }

  /// The leg itself has ended: nobody is with it any more.
  mutating func end(_ eventMoment: EventMoment) {
    for place in companions.indices { companions[place].isThere = false }
    meetings = meetings.compactMap { meeting in
      guard meeting.from.time < eventMoment.time else { return nil }
      let to = meeting.to.map { $0.time < eventMoment.time ? $0 : eventMoment }
      return Meeting(from: meeting.from, to: to ?? eventMoment)
    }
  }

  private static func common(_ left: [BridgeStay], _ right: [BridgeStay]) -> [Meeting] {
    left.flatMap { mine in
      right.compactMap { other -> Meeting? in
        guard mine.bridge == other.bridge else { return nil }
        let from = mine.from.time < other.from.time ? other.from : mine.from
        let ends = [mine.to, other.to].compactMap { $0 }
        let to = ends.min { $0.time < $1.time }
        guard let to else { return Meeting(from: from) }
        return from.time < to.time ? Meeting(from: from, to: to) : nil
      }
    }
  }

  /// Those that follow each other without a gap as one.
  private static func joined(_ meetings: [Meeting]) -> [Meeting] {
    var joined: [Meeting] = []
    for meeting in meetings.sorted(by: { $0.from.time < $1.from.time }) {
      guard let last = joined.last, last.reaches(meeting.from.time) else {
        joined.append(meeting)
        continue
      }
      guard let end = last.to, let to = meeting.to else {
        joined[joined.count - 1].to = nil
        continue
      }
      if end.time < to.time { joined[joined.count - 1].to = to }
    }
    return joined
  }
}
