import CallModel
import DequeModule

/// The raw callbacks of the calls on the board, in the order in which they came, each call's within
/// reach. What one costs depends neither on how many there are nor on who reads them.
struct KeptCallbacks: Sendable {
  private struct Entry: Sendable {
    /// Counts all callbacks that were kept, from 0.
    let place: Int
    /// A small number of the call's own, free again when it is forgotten.
    let call: Int
    /// True for the first callback of its call.
    let isFirst: Bool
    var kept: WireLog.Kept
  }

  /// Up to ``chunkSize`` places that follow each other; forgotten ones leave gaps.
  private struct Chunk: Sendable {
    var entries: [Entry?] = []
    /// Those that are not gaps.
    var count = 0
    let firstPlace: Int
  }

  private struct Call: Sendable {
    let number: Int
    var places: [Int]
  }

  private static let chunkSize = 256
  /// Of a tape that is longer nobody has read all.
  private static let maximumRepeats = 20_000

  private var chunks: Deque<Chunk> = []
  private var calls = ShardedDictionary<String, Call>()
  private var freeNumbers: [Int] = []
  private var numbers = 0
  /// The last callbacks that came again: as the how-manieth request, and which one.
  private var repeats: Deque<(request: UInt64, place: Int)> = []
  /// The place of the next callback.
  private(set) var end = 0

  mutating func append(_ kept: WireLog.Kept, of sid: String) {
    let (call, isFirst) = note(end, of: sid)
    if chunks.last.map({ end - $0.firstPlace >= Self.chunkSize }) ?? true {
      chunks.append(Chunk(firstPlace: end))
    }
    let last = chunks.count - 1
    chunks[last].entries.append(Entry(place: end, call: call, isFirst: isFirst, kept: kept))
    chunks[last].count += 1
    end += 1
  }

  /// The number of the call, and whether this is the first of its places.
  private mutating func note(_ place: Int, of sid: String) -> (call: Int, isFirst: Bool) {
    let free = freeNumbers.last ?? numbers
    // Looked for once.
    let call = calls.update(sid, default: Call(number: free, places: [])) { call in
      call.places.append(place)
      return (number: call.number, isFirst: call.places.count == 1)
    }
    if call.isFirst, freeNumbers.popLast() == nil { numbers += 1 }
    return (call.number, call.isFirst)
  }

  /// Counts that the same delivery came again, as the how-manieth request.
  mutating func repeated(_ callback: Callback, as request: UInt64) {
    for place in calls[callback.sid]?.places ?? [] {
      guard let (chunk, index) = position(of: place),
        chunks[chunk].entries[index]?.kept.callback == callback
      else { continue }
      chunks[chunk].entries[index]?.kept.repeats += 1
      repeats.append((request, place))
      if repeats.count > Self.maximumRepeats { repeats.removeFirst() }
      return
    }
  }

  /// Those of a call, in the order in which they came.
  func callbacks(of sid: String) -> [WireLog.Kept] {
    (calls[sid]?.places ?? []).compactMap { place in
      position(of: place).flatMap { chunks[$0.chunk].entries[$0.index]?.kept }
    }
  }

  mutating func forget(_ sid: String) {
    guard let call = calls[sid] else { return }
    calls[sid] = nil
    freeNumbers.append(call.number)
    for place in call.places {
      guard let (chunk, index) = position(of: place) else { continue }
      chunks[chunk].entries[index] = nil
      chunks[chunk].count -= 1
      tidy(chunk)
    }
  }

  /// Takes out the gaps where they are most of it.
  private mutating func tidy(_ chunk: Int) {
    if chunks[chunk].count == 0 {
      chunks.remove(at: chunk)
    } else if chunks[chunk].count * 2 < chunks[chunk].entries.count {
      chunks[chunk].entries.removeAll { $0 == nil }
    }
  }

  /// Where a place is; nil where it is in no chunk any more.
  private func position(of place: Int) -> (chunk: Int, index: Int)? {
    let chunk = Self.partition(chunks.count) { chunks[$0].firstPlace > place } - 1
    guard chunk >= 0 else { return nil }
    let entries = chunks[chunk].entries
    // Without gaps taken out it stands where it came.
    let offset = place - chunks[chunk].firstPlace
    if offset < entries.count, entries[offset]?.place == place { return (chunk, offset) }
    guard let index = entries.firstIndex(where: { $0?.place == place }) else { return nil }
    return (chunk, index)
  }

  /// The first of `count` for which it is true, of those that come before all others.
  private static func partition(_ count: Int, _ isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension KeptCallbacks {
  /// A reader of what came before a moment, for as long as it reads: a few numbers and a bit a call.
  struct Walk: Sendable {
    fileprivate var next = 0
    fileprivate let end: Int
    /// Whatever came again behind this request did so after the moment.
    private(set) fileprivate var request: UInt64
    fileprivate let start: Instant
    /// For each number of a call whether its callbacks are told.
    fileprivate var told: [UInt64] = []

    var isAtEnd: Bool { next >= end }
  }

  /// Begins to tell the callbacks that are there now: those of calls that live, or were heard of since
  /// `start`. `request` is the number of the last request.
  func walk(since start: Instant, request: UInt64) -> Walk {
    Walk(end: end, request: request, start: start)
  }

  /// The next ones, of at most `count` that are looked at. Whether a call is told is decided once, at
  /// its first callback: half a call would be another one.
  func take(_ count: Int, _ walk: inout Walk, isLive: (String) -> Bool) -> [WireLog.Kept] {
    let repeated = repeats(since: walk.request)
    var taken: [WireLog.Kept] = []
    var looked = 0
    var chunk = max(Self.partition(chunks.count) { chunks[$0].firstPlace > walk.next } - 1, 0)
    while chunk < chunks.count {
      for index in chunks[chunk].entries.indices {
        // An entry is large: it is copied only where it is looked at.
        guard let place = chunks[chunk].entries[index]?.place, place >= walk.next else { continue }
        guard place < walk.end else { break }
        guard looked < count, let entry = chunks[chunk].entries[index] else { return taken }
        looked += 1
        walk.next = entry.place + 1
        if entry.isFirst { walk.decide(entry.call, isWanted(entry.kept, walk, isLive)) }
        guard walk.tells(entry.call) else { continue }
        taken.append(entry.kept)
        taken[taken.count - 1].repeats -= repeated[entry.place] ?? 0
      }
      chunk += 1
    }
    walk.next = walk.end
    return taken
  }

  private func isWanted(
    _ first: WireLog.Kept, _ walk: Walk, _ isLive: (String) -> Bool
  ) -> Bool {
    let sid = first.callback.sid
    let last = calls[sid]?.places.last.flatMap { position(of: $0) }
    let arrival = last.flatMap { chunks[$0.chunk].entries[$0.index]?.kept.arrivedAt }
    return (arrival ?? first.arrivedAt) >= walk.start || isLive(sid)
  }

  /// How often each came again behind that request.
  private func repeats(since request: UInt64) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for entry in repeats.reversed() {
      guard entry.request > request else { break }
      counts[entry.place, default: 0] += 1
    }
    return counts
  }
}

extension KeptCallbacks.Walk {
  fileprivate mutating func decide(_ call: Int, _ isTold: Bool) {
    let (word, bit) = (call / 64, UInt64(1) << UInt64(call % 64))
    while told.count <= word { told.append(0) }
    if isTold { told[word] |= bit } else { told[word] &= ~bit }
  }

  fileprivate func tells(_ call: Int) -> Bool {
    call / 64 < told.count && told[call / 64] & UInt64(1) << UInt64(call % 64) != 0
  }
}
