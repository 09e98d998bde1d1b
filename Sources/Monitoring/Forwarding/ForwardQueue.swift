import CallModel
import CallbackWire
import DequeModule

/// Callbacks on their way to another URL: those of a call one after the other, as they came, and only
/// a limited number at once.
///
/// What was not taken is sent again as Exotel does, and holds up no others until then. What there is
/// no room for is dropped: what waits longer keeps its place.
struct ForwardQueue: Sendable {
  struct Limits: Sendable {
    var callbacks = 10_000
    var bytes = 64 << 20
    /// How many are sent at once.
    var sending = 16
  }

  /// The callbacks of a call that are to be sent, in their order.
  private struct Line: Sendable {
    var waiting: Deque<ForwardDelivery> = []
    var isSending = false
  }

  private struct Later: Sendable {
    var due: ContinuousClock.Instant
    var delivery: ForwardDelivery
  }

  /// The number of callbacks due again that come into their lines at once.
  private static let batch = 256

  private let limits: Limits
  private var lines: [String: Line] = [:]
  /// Calls of which one can be sent.
  private var ready: Deque<String> = []
  private var sending = 0
  /// Those that are sent again, by the attempts they have had: the first is the first to be due.
  private var later: [Int: Deque<Later>] = [:]
  private var bytes = 0
  private(set) var status: ForwardStatus

  /// Names this run of the program in the path of what it sends.
  let run: String

  init(target: String, limits: Limits = Limits(), run: String = anyRun()) {
    self.limits = limits
    self.run = run
    status = ForwardStatus(target: target)
  }

  private static func anyRun() -> String { String(UInt64.random(in: 0...UInt64.max), radix: 36) }

  var isSending: Bool { sending > 0 }

  /// False where there is no room, and it is dropped.
  mutating func add(_ delivery: ForwardDelivery) -> Bool {
    guard hasRoom(for: delivery) else {
      status.dropped += 1
      return false
    }
    bytes += delivery.size
    join(delivery)
    return true
  }

  func hasRoom(for delivery: ForwardDelivery) -> Bool {
    status.waiting + status.retrying < limits.callbacks && bytes + delivery.size <= limits.bytes
  }

  private mutating func join(_ delivery: ForwardDelivery) {
    status.waiting += 1
    let line = lines[delivery.sid, default: Line()]
    if !line.isSending, line.waiting.isEmpty { ready.append(delivery.sid) }
    lines[delivery.sid, default: Line()].waiting.append(delivery)
  }

  /// What is to be sent now.
  mutating func take(at now: ContinuousClock.Instant) -> [ForwardDelivery] {
    recall(now)
    var taken: [ForwardDelivery] = []
    while sending < limits.sending, let sid = ready.popFirst() {
      guard let delivery = lines[sid]?.waiting.popFirst() else { continue }
      lines[sid]?.isSending = true
      sending += 1
      taken.append(delivery)
    }
    return taken
  }

  private mutating func recall(_ now: ContinuousClock.Instant) {
    for attempts in later.keys {
      for _ in 0..<Self.batch {
        guard let first = later[attempts]?.first, first.due <= now else { break }
        later[attempts]?.removeFirst()
        status.retrying -= 1
        join(first.delivery)
      }
    }
  }

  /// One that was taken has been answered, or not. Tells when it will be sent again, if it is.
  mutating func end(
    _ delivery: ForwardDelivery, fault: String?, at now: ContinuousClock.Instant
  ) -> Duration? {
    sending -= 1
    status.waiting -= 1
    status.fault = fault
    lines[delivery.sid]?.isSending = false
    if lines[delivery.sid]?.waiting.isEmpty == false {
      ready.append(delivery.sid)
    } else {
      lines[delivery.sid] = nil
    }
    if delivery.isExtra { return endExtra(delivery, fault, now) }
    guard fault != nil, let pause = RetrySchedule.pause(afterAttempt: delivery.attempt) else {
      bytes -= delivery.size
      if fault == nil { status.delivered += 1 } else { status.failed += 1 }
      return nil
    }
    var delivery = delivery
    delivery.attempt += 1
    later[delivery.attempt, default: []].append(Later(due: now + pause, delivery: delivery))
    status.retrying += 1
    return pause
  }

  /// What was sent in between leaves the retries as they are, unless it was taken: they are over then.
  private mutating func endExtra(
    _ delivery: ForwardDelivery, _ fault: String?, _ now: ContinuousClock.Instant
  ) -> Duration? {
    bytes -= delivery.size
    if fault == nil { status.delivered += 1 }
    for (attempts, waiting) in later {
      guard let place = waiting.firstIndex(where: { $0.delivery.number == delivery.number }) else {
        continue
      }
      guard fault == nil else { return max(waiting[place].due - now, .zero) }
      later[attempts]?.remove(at: place)
      status.retrying -= 1
      bytes -= delivery.size
    }
    return nil
  }

  mutating func noteReturn() { status.returned += 1 }

  mutating func noteDrop(at now: Instant) { status.lastDroppedAt = now }
}

/// A callback that is to be sent to another URL.
package struct ForwardDelivery: Sendable {
  /// That of its entry in the wire log.
  package var number: UInt64
  package var sid: String
  package var raw: RawCallback
  /// Through which listeners it has come by the time it arrives.
  package var path = ForwardPath()
  /// Counts from 1.
  package var attempt = 1
  /// Somebody wanted it sent in between, once.
  var isExtra = false

  /// In bytes; a little more than the text, for what is around it.
  var size: Int { raw.body.count + raw.target.utf8.count + 256 }
}
