/// A leg of ExoML together with the other legs of its bridges (`families.md` § 3.7).
extension CallFold {
  /// Fills in whom it shared a bridge with, and what follows from that.
  mutating func fillMeetings(_ call: inout Call) {
    guard !usesAttempts, parties.families.contains(.leg) else { return }
    call.stays = stays.all
    if !call.isLive {
      let end = EventMoment(time: call.endedAt ?? call.clock, clock: call.clock)
      call.stays = stays.ended(end)
      meetings.end(end)
    }
    call.companions = meetings.companions
    call.answeredAt = call.answeredAt ?? meetings.firstTalk
    guard !call.isLive, !isLost else { return }
    call.talk = call.talk ?? known(PhaseLength(meetings.talk).aboveZero)
    guard call.way == .incoming, parties.party == .customer,
      sides.sides[0].isAnswered || call.outcome == .completed
    else { return }
    call.outcome = meetings.hasMet ? .completed : .ivr
  }
}
