import CallModel

/// A call for somebody's attention.
package struct Alert: Hashable, Sendable {
  /// For the notification; nil where none is wanted.
  package var notice: String?
  package var rings: Bool

  package init(notice: String?, rings: Bool) {
    self.notice = notice
    self.rings = rings
  }
}

/// Tells when the bell is due: on what newly is red, or rings, and never twice within 2 s.
struct AlertWatch {
  private static let pause = Duration.seconds(2)
  private var last = Alarms()
  private var lastAlertAt: Instant?
  /// What is due, and must wait.
  private var pending: (isRed: Bool, row: CallRow?)?
  private var hasBegun: Bool
  /// The board was not live for a while: what has begun and ended meanwhile is nobody's affair now.
  private var wasAway: Bool

  /// `callsAtOnce`: also for what rings already.
  init(callsAtOnce: Bool = false) { (hasBegun, wasAway) = (callsAtOnce, callsAtOnce) }

  /// For a time in which the board is not live.
  mutating func lookAway() {
    pending = nil
    wasAway = true
  }

  /// Nil while there is nothing to be called for. `isPrivate` masks numbers in the notice.
  mutating func look(
    _ alarms: Alarms, now: Instant, _ settings: ScreenSettings, isPrivate: Bool
  ) -> Alert? {
    defer {
      last = alarms
      hasBegun = true
      wasAway = false
    }
    if let red = newlyRed(alarms) {
      pending = (true, red)
    } else if hasBegun, pending == nil, isRing(alarms) {
      pending = (false, alarms.newest)
    }
    guard let due = pending else { return nil }
    if let lastAlertAt, now - lastAlertAt < Self.pause { return nil }
    pending = nil
    func wants(_ notice: ScreenSettings.Notice) -> Bool {
      notice == .ring || notice == .red && due.isRed
    }
    guard wants(settings.bell) || wants(settings.notify) else { return nil }
    lastAlertAt = now
    let words = Self.words(due, isPrivate: isPrivate, settings)
    return Alert(notice: wants(settings.notify) ? words : nil, rings: wants(settings.bell))
  }

  private func isRing(_ alarms: Alarms) -> Bool {
    guard wasAway else { return alarms.rings > last.rings }
    return alarms.newest != nil && alarms.newest?.call.sid != last.newest?.call.sid
  }

  private func newlyRed(_ alarms: Alarms) -> CallRow?? {
    for (now, before) in [(alarms.ringing, last.ringing), (alarms.waiting, last.waiting)] {
      guard let latest = now.latest else { continue }
      let isNew = before.latest.map { latest > $0 } ?? true || now.count > before.count
      if isNew { return .some(now.row) }
    }
    return nil
  }

  private static func words(
    _ due: (isRed: Bool, row: CallRow?), isPrivate: Bool, _ settings: ScreenSettings
  ) -> String {
    guard let row = due.row.map({ isPrivate ? $0.masked : $0 }) else { return "a call rings" }
    let signs = settings.signs
    let what = due.isRed ? "\(row.call.state.rawValue) for too long" : row.call.state.rawValue
    let line = row.lineLabel ?? row.call.virtualNumber?.text
    return [CallWords.number(row.call.customer, signs), line, what].compactMap { $0 }
      .joined(separator: ", ")
  }
}
