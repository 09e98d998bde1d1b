import CallModel
import CallbackWire

/// The calls of a journal, made by the one decoder and the one fold, however far they reach back.
///
/// Holds the calls of a day at a time: each is handed out once it would leave the board.
package struct PastCalls: Sendable {
  private let folder: JournalFolder
  private let decoder: CallbackDecoder
  private let rules: CallRules
  private let roster: Roster
  private let dayName: @Sendable (Instant) -> String
  private let facts: [AccountFact]

  /// `facts`: what all of the journal shows of the account, which a part of it does not.
  package init(
    folder: JournalFolder, decoder: CallbackDecoder, rules: CallRules, roster: Roster,
    facts: [AccountFact] = [], dayName: @escaping @Sendable (Instant) -> String
  ) {
    self.facts = facts
    self.folder = folder
    self.decoder = decoder
    self.rules = rules
    self.roster = roster
    self.dayName = dayName
  }

  /// Hands out the calls that began in `period`, the first ended first, then those that live at `now`.
  /// Gives how many lines are damaged.
  package func forEach(
    in period: Range<Instant>, now: Instant,
    progress: (JournalReader.Progress) -> Void = { _ in }, _ body: (CallRow) -> Void
  ) throws(JournalError) -> Int {
    // What comes later than that begins another call on the board, too.
    let reach = rules.keepEnded + rules.talkLimit
    let (start, end) = (period.lowerBound - reach, period.upperBound + reach)
    var board = CallBoard(rules: rules, roster: roster)
    board.join(facts)
    var damaged = 0
    func hand(_ rows: [CallRow]) {
      for row in rows where period.contains(row.call.believedStart) { body(row) }
    }
    let days = try folder.days(since: start, dayName: dayName)
    try JournalReader(days: days).forEach(progress: progress) { item throws(JournalError) in
      switch item {
      case .entry(let entry) where entry.arrivedAt >= start && entry.arrivedAt < end:
        guard case .callback(let shared)? = entry.content(by: decoder) else { break }
        _ = board.apply(shared, arrivedAt: entry.arrivedAt)
        hand(board.takeDeparted())
      case .entry: break
      case .damaged(let damage): damaged += damage.isTorn ? 0 : damage.lines.count
      }
      return true
    }
    board.advance(to: now)
    hand(board.takeDeparted())
    hand(board.allCalls())
    return damaged
  }
}

extension JournalEntry {
  /// What the entry says, as far as it is understood now: a better decoder may understand what was
  /// refused for its content. Nil for what was refused for another reason.
  package func content(by decoder: CallbackDecoder) -> RequestContent? {
    guard rejection?.isOfContent ?? true else { return nil }
    return try? decoder.read(raw, arrivedAt: arrivedAt)
  }

  /// The callback of the entry; nil where it is about no call.
  func callback(by decoder: CallbackDecoder) -> Callback? { content(by: decoder)?.callback }

  /// The call that it is a callback of; nil where it was refused.
  package var sid: String? {
    // Neither the country nor the zone have a part in it.
    callback(by: CallbackDecoder())?.sid
  }
}
