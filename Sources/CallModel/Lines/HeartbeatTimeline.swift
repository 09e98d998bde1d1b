/// The heartbeats that came, in the order of their time: what they say together is a function of
/// which ones came, however often and in whatever order.
///
/// Holds the last ones; what earlier ones said is kept as a sum, which later arrivals do not change.
struct HeartbeatTimeline: Sendable {
  /// Where a heartbeat stands among all: by its time, then by its content.
  struct Place: Hashable, Comparable, Sendable {
    var moment: Instant
    var fingerprint: UInt64

    static func < (left: Place, right: Place) -> Bool {
      (left.moment, left.fingerprint) < (right.moment, right.fingerprint)
    }
  }

  /// A line that a heartbeat says to be in trouble.
  struct Trouble: Hashable, Sendable {
    var id: String
    var incoming: Bool
    var outgoing: Bool
    var alternate: PhoneNumber?
  }

  /// What is kept of a heartbeat.
  struct Entry: Sendable {
    var place: Place
    var status: String
    var troubles: [Trouble]
  }

  /// The most heartbeats that are kept to be put in order, and the most troubles that they name in all.
  static let maximumCount = 2_000
  static let maximumTroubles = 10_000

  private var entries: [Entry] = []
  private var troubleCount = 0
  /// What those that have left said, and the place of the last of them.
  private var earlier = HeartbeatFold()
  private var floor: Place?
  private(set) var names: LineNames
  /// What all of them say.
  private(set) var now = HeartbeatFold()
  /// The believed time of the latest one.
  private(set) var heardAt: Instant?

  init(roster: Roster) { names = LineNames(roster: roster) }

  /// False where the same one came before.
  mutating func insert(_ heartbeat: Heartbeat, arrivedAt: Instant) -> Bool {
    let entry = Entry(heartbeat, arrivedAt: arrivedAt)
    let position = position(of: entry.place)
    if position < entries.count, entries[position].place == entry.place { return false }
    let believed = heartbeat.believedMoment(arrivedAt: arrivedAt)
    heardAt = max(heardAt ?? believed, believed)
    var isRenamed = false
    for line in heartbeat.lines where names.learn(line, at: entry.place) { isRenamed = true }
    // The sum of those before has been made: one that belongs among them comes too late.
    let isTooLate = floor.map { entry.place <= $0 } ?? false
    if !isTooLate {
      entries.insert(entry, at: position)
      troubleCount += entry.troubles.count
    }
    if isRenamed || !isTooLate && position < entries.count - 1 {
      refold()
    } else if !isTooLate {
      now.take(entry, key: names.key(of:))
    }
    trim()
    return true
  }

  private func position(of place: Place) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func refold() {
    now = earlier
    for entry in entries { now.take(entry, key: names.key(of:)) }
  }

  private mutating func trim() {
    while entries.count > 1,
      entries.count > Self.maximumCount || troubleCount > Self.maximumTroubles
    {
      let first = entries.removeFirst()
      troubleCount -= first.troubles.count
      earlier.take(first, key: names.key(of:))
      floor = first.place
    }
  }
}

extension HeartbeatTimeline.Entry {
  fileprivate init(_ heartbeat: Heartbeat, arrivedAt: Instant) {
    place = .init(
      moment: heartbeat.moment(arrivedAt: arrivedAt), fingerprint: heartbeat.fingerprint)
    status = heartbeat.status
    troubles = heartbeat.lines.compactMap { line in
      guard line.isInTrouble else { return nil }
      let directions = [line.incoming, line.outgoing].filter(\.isInTrouble)
      return .init(
        id: line.id, incoming: line.incoming.isInTrouble, outgoing: line.outgoing.isInTrouble,
        alternate: directions.lazy.compactMap(\.alternate).first)
    }
  }
}
