/// The calls that have left the board not long after their ends. Exotel sends again what was not answered,
/// after 5 and after 15 more minutes: what it tells of such a call is no new call.
///
/// Where ended calls stay on the board for longer than ``kept`` it holds none.
struct DepartedCalls: Sendable {
  /// How long after its end a call is known here: as long as a conversation may last, as a call that was
  /// given up while it went on still tells of its end. Retries come for 20 minutes.
  static let kept = Duration.seconds(15_000)
  /// The calls of one generation. There are two: where more leave, the older one is forgotten.
  static let capacity = 100_000

  private struct End {
    /// The latest that callbacks tell; `.max` for a call that nothing can reopen.
    var time: Instant
    /// By the clock of the board.
    var clock: Instant
  }

  /// One generation of them, by the hashes of their sids, with the latest end.
  private struct Generation {
    var ends = ShardedDictionary<Int, End>()
    var count = 0
    var latest = Instant.distantPast
  }

  private var young = Generation()
  private var old = Generation()

  /// How many it holds; one that has left twice may count twice.
  var count: Int { young.count + old.count }

  /// Takes a call that leaves the board now; `latest` is the latest time of its callbacks.
  mutating func insert(_ call: Call, latest: Instant?, now: Instant) {
    guard now - call.clock <= Self.kept else { return }
    if young.count >= Self.capacity || now - young.latest > Self.kept {
      (old, young) = (young, Generation())
    }
    let told = max(latest ?? call.clock, call.endedAt ?? call.clock)
    young.ends[call.sid.hashValue] = End(time: call.hasFinalEnd ? .max : told, clock: call.clock)
    young.count += 1
    young.latest = max(young.latest, call.clock)
  }

  /// True for what tells of a call that has left the board, unless it shows that the call went on after
  /// its end: flows do so with a further attempt.
  func isPast(_ callback: Callback, now: Instant) -> Bool {
    guard count > 0 else { return false }
    let key = callback.sid.hashValue
    guard let end = young.ends[key] ?? old.ends[key], now - end.clock <= Self.kept else {
      return false
    }
    return !callback.isOfConnectAttempt || callback.eventTime.map { $0 <= end.time } ?? true
  }
}

extension Call {
  /// True where a family tells of it whose terminal event is final.
  fileprivate var hasFinalEnd: Bool {
    families.contains { $0 == .statusCallback || $0 == .softphone || $0 == .contactCentre }
  }
}

extension Callback {
  /// True for what shows that an agent is being reached.
  fileprivate var isOfConnectAttempt: Bool {
    guard family == .connect else { return false }
    switch event {
    case .dial, .ringing, .answered: return true
    case .begin, .terminal, .over, .disposition, .flow, .stream, .note, .other: return false
    }
  }
}
