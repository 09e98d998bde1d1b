/// What heartbeats said of the lines, one after the other in the order of their time.
struct HeartbeatFold: Sendable {
  /// How a line stands. Nil is well.
  struct Said: Hashable, Sendable {
    var incoming: String?
    var outgoing: String?
    /// The time of the first heartbeat that said so.
    var since: Instant
    var alternate: PhoneNumber?
  }

  /// Of lines that were in trouble once, by their key.
  private(set) var said: [String: Said] = [:]
  /// The keys of those that are.
  private(set) var troubled: Set<String> = []
  /// The time of the first heartbeat: since then all others are well.
  private(set) var first: Instant?
  /// What the last one said of the account, and since when.
  private(set) var account: LineTroubles.Account?

  /// More lines than an account has: what is said of further ones is not kept.
  private static let capacity = LineNames.capacity

  /// Takes the heartbeat that follows; `key` gives the line that an id stands for.
  mutating func take(_ entry: HeartbeatTimeline.Entry, key: (String) -> String?) {
    let moment = entry.place.moment
    first = first ?? moment
    if account?.word != entry.status { account = .init(word: entry.status, since: moment) }
    var now: [String: Said] = [:]
    // An account that is well has no line in trouble.
    for trouble in entry.status == Heartbeat.well ? [] : entry.troubles {
      guard let key = key(trouble.id), said[key] != nil || said.count < Self.capacity else {
        continue
      }
      var line = now[key] ?? Said(since: moment)
      if trouble.incoming { line.incoming = entry.status }
      if trouble.outgoing { line.outgoing = entry.status }
      line.alternate = line.alternate ?? trouble.alternate
      now[key] = line
    }
    for key in troubled where now[key] == nil { said[key] = Said(since: moment) }
    for (key, line) in now { note(line, of: key) }
    troubled = Set(now.keys)
  }

  private mutating func note(_ line: Said, of key: String) {
    var line = line
    if let before = said[key], before.incoming == line.incoming, before.outgoing == line.outgoing {
      line.since = before.since
    }
    said[key] = line
  }
}
