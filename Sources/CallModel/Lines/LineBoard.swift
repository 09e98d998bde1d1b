/// The lines of the board: those of the roster, those of its calls, and those of heartbeats.
struct LineBoard: Sendable {
  /// A line that calls have named.
  fileprivate struct Record: Sendable {
    var number: PhoneNumber
    /// The start of the earliest call, whose spelling it has.
    var earliest: Instant
    /// Its calls that are on the board.
    var calls = 0
    /// A call of it has left the board.
    var stays = false
    var live = LiveFigures.States()
  }

  /// More lines than an account has: further ones that calls name are not listed.
  static let capacity = 10_000

  private let roster: Roster
  private var records: [String: Record] = [:]
  private var heartbeats: HeartbeatTimeline
  /// The keys of the lines in trouble, those that are for longest first.
  private var troubled: [String] = []
  /// What there is to be said of them, without the lines themselves.
  private var sum = LineTroubles()
  private let silence: Duration
  /// True where heartbeats have ceased.
  private var isSilent = false

  /// Once no heartbeat has come for `silence`, the health of the lines is not known.
  init(roster: Roster, silence: Duration) {
    self.roster = roster
    self.silence = silence
    heartbeats = HeartbeatTimeline(roster: roster)
  }

  // MARK: - What changes

  /// False where the same one came before.
  mutating func take(_ heartbeat: Heartbeat, arrivedAt: Instant, now: Instant) -> Bool {
    guard heartbeats.insert(heartbeat, arrivedAt: arrivedAt) else { return false }
    isSilent = deadline.map { $0 <= now } ?? false
    sumUp()
    return true
  }

  private mutating func sumUp() {
    let fold = heartbeats.now
    let lines = fold.troubled.compactMap { key in fold.said[key].map { (key: key, said: $0) } }
    troubled = lines.sorted { ($0.said.since, $0.key) < ($1.said.since, $1.key) }.map(\.key)
    sum = LineTroubles()
    sum.isTold = true
    sum.count = lines.count
    sum.incoming = lines.count { $0.said.incoming != nil }
    sum.outgoing = lines.count { $0.said.outgoing != nil }
    sum.account = fold.account?.word == Heartbeat.well ? nil : fold.account
  }

  /// When time alone changes something.
  var nextDeadline: Instant? { isSilent ? nil : deadline }

  private var deadline: Instant? { heartbeats.heardAt.map { $0 + silence } }

  /// True where that changes something.
  mutating func advance(to moment: Instant) -> Bool {
    guard let nextDeadline, nextDeadline <= moment else { return false }
    isSilent = true
    return true
  }

  /// A call is another one than before.
  mutating func move(from old: Call?, to call: Call) {
    count(call, by: 1)
    if let old { count(old, by: -1) }
  }

  /// A call leaves the board: its line stays listed.
  mutating func leave(_ call: Call) {
    guard let key = call.virtualNumber?.key else { return }
    records[key]?.stays = true
    count(call, by: -1)
  }

  private mutating func count(_ call: Call, by step: Int) {
    guard let number = call.virtualNumber else { return }
    guard var record = records[number.key] else {
      guard step > 0, records.count < Self.capacity else { return }
      var record = Record(number: number, earliest: call.believedStart)
      record.count(call, by: step)
      records[number.key] = record
      return
    }
    if step > 0, (call.believedStart, number.text) < (record.earliest, record.number.text) {
      (record.earliest, record.number) = (call.believedStart, number)
    }
    record.count(call, by: step)
    records[number.key] = record.calls > 0 || record.stays ? record : nil
  }

  // MARK: - What is told

  /// The keys of all lines: those of the roster in its order, then the others in no order.
  var keys: (listed: [String], others: [String]) {
    var seen: Set<String> = []
    let listed = roster.lines.map(\.number.key).filter { seen.insert($0).inserted }
    let called = records.keys.filter { !seen.contains($0) }
    let heard = heartbeats.names.heard.keys.filter { records[$0] == nil && !seen.contains($0) }
    return (listed, called + heard)
  }

  /// Nil for one that is in none of the three.
  func line(_ key: String) -> Line? {
    let (record, heard) = (records[key], heartbeats.names.heard[key])
    let entry = roster.line(key: key)
    guard entry != nil || record != nil || heard != nil else { return nil }
    var line = Line(
      key: key, number: entry?.number ?? record?.number ?? heard?.number, label: entry?.label,
      sid: entry?.sid ?? heard?.sid)
    line.health = health(of: key)
    line.live = record?.live ?? LiveFigures.States()
    return line
  }

  private func health(of key: String) -> LineHealth? {
    let fold = heartbeats.now
    guard let first = fold.first else { return nil }
    guard !isSilent else {
      return LineHealth(incoming: .unknown, outgoing: .unknown, since: heartbeats.heardAt)
    }
    guard let said = fold.said[key] else {
      return LineHealth(incoming: .ok, outgoing: .ok, since: first)
    }
    func word(_ status: String?) -> LineHealth.Word { status.map { .trouble($0) } ?? .ok }
    return LineHealth(
      incoming: word(said.incoming), outgoing: word(said.outgoing), since: said.since,
      alternate: said.alternate.map(heartbeats.names.number))
  }

  var troubles: LineTroubles {
    guard !isSilent else {
      var silent = LineTroubles()
      (silent.isTold, silent.silentSince) = (true, heartbeats.heardAt)
      return silent
    }
    var troubles = sum
    troubles.lines = troubled.prefix(LineTroubles.toldLines).compactMap(line)
    return troubles
  }
}

extension LineBoard.Record {
  fileprivate mutating func count(_ call: Call, by step: Int) {
    calls = max(calls + step, 0)
    guard call.countedWay == .incoming, !call.isUncertain else { return }
    switch call.state {
    case .dialing: live.dialing = max(live.dialing + step, 0)
    case .ringing: live.ringing = max(live.ringing + step, 0)
    case .waiting: live.waiting = max(live.waiting + step, 0)
    case .talking: live.talking = max(live.talking + step, 0)
    case .ended: break
    }
  }
}
