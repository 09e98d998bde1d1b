import BoardClient
import CallModel
import CallbackWire
import Monitoring

extension FollowedBoard {
  /// Of what a listener tells, by its zone, its days and its rules.
  ///
  /// `name`: the listener, as a person knows it; `greeting`: what it said when it was asked first;
  /// `keepsMoves`: transitions are wanted; `onChange` is called after every change.
  convenience init(
    of name: String, _ greeting: ListenerGreeting, keepsMoves: Bool = false,
    onChange: @escaping @Sendable () -> Void
  ) throws(BoardTermsError) {
    try self.init(
      of: name, greeting, now: { .now() }, onChange: onChange
    ) { terms, clock throws(BoardTermsError) in
      try terms.monitor(clock, keepsMoves: keepsMoves, onChange: onChange)
    }
  }
}

extension BoardTerms {
  /// - Throws: a zone that is not known here.
  func accountZone() throws(BoardTermsError) -> AccountZone {
    guard let zone = AccountZone(name: zone) else {
      throw BoardTermsError(
        description: "this machine does not know the listener's zone, "
          + TextCleaning.cleaned(self.zone) + "; update its tzdata")
    }
    return zone
  }

  fileprivate func monitor(
    _ clock: FollowedClock, keepsMoves: Bool, onChange: @escaping @Sendable () -> Void
  ) throws(BoardTermsError) -> CallMonitor {
    guard let country = dialingCountry else {
      throw BoardTermsError(
        description: "this program does not know the listener's country, "
          + TextCleaning.cleaned(country) + "; update it")
    }
    let zone = try accountZone()
    let workday = Workday(zone: zone, start: dayStart)
    return CallMonitor(
      decoder: CallbackDecoder(country: country, zone: zone.civil),
      board: CallBoard(rules: rules, roster: roster(country: country), keepsMoves: keepsMoves),
      clock: { clock.board }, windowStart: workday.figures(rules), onChange: onChange)
  }
}
