import CallModel
import CallbackWire

/// What a journal shows of the account, read from its entries: where nothing of it is kept beside them,
/// or only up to some moment.
package struct PastFacts: Sendable {
  private let folder: JournalFolder
  private let decoder: CallbackDecoder
  private let rules: CallRules
  private let roster: Roster
  private let dayName: @Sendable (Instant) -> String

  /// How many entries are read before what was found is handed out.
  private static let turn = 1_000
  /// A call that has ended tells nothing new much later.
  private static let keepEnded = Duration.seconds(3_600)

  package init(
    folder: JournalFolder, decoder: CallbackDecoder, rules: CallRules, roster: Roster,
    dayName: @escaping @Sendable (Instant) -> String
  ) {
    self.folder = folder
    self.decoder = decoder
    var rules = rules
    rules.keepEnded = Self.keepEnded
    self.rules = rules
    self.roster = roster
    self.dayName = dayName
  }

  /// Reads the entries that arrived from `start` (nil for the first one) up to `end`, and hands out what
  /// they show bit by bit, as long as `body` wants more, which it says by true. False where it did not.
  package func forEach(
    from start: Instant?, to end: Instant,
    progress: (JournalReader.Progress) -> Void = { _ in }, _ body: ([AccountFact]) -> Bool
  ) throws(JournalError) -> Bool {
    // What a callback shows is told by the earlier ones of its call.
    let reach = start.map { $0 - rules.talkLimit }
    let days =
      if let reach { try folder.days(since: reach, dayName: dayName) } else { try folder.days() }
    var board = CallBoard(rules: rules, roster: roster)
    var (count, position, isWanted) = (0, 0, true)
    var latest: Instant?
    func handOut() {
      if let latest { board.advance(to: latest) }
      let (facts, next) = board.factLog.facts(from: position, atMost: .max)
      position = next
      isWanted = body(facts)
    }
    let reader = JournalReader(days: days)
    try reader.forEach(progress: progress) { item throws(JournalError) in
      guard case .entry(let entry) = item else { return true }
      let arrival = entry.arrivedAt
      if arrival >= reach ?? arrival, arrival < end, let callback = entry.callback(by: decoder) {
        _ = board.apply(callback, arrivedAt: arrival)
        _ = board.takeDeparted()
        latest = arrival
      }
      count += 1
      if count.isMultiple(of: Self.turn) { handOut() }
      return isWanted
    }
    if isWanted { handOut() }
    return isWanted
  }
}
