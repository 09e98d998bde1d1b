import CallSimulator
import CallbackWire

/// What is to be sent next, and when: new callbacks, and those that were not taken, again.
///
/// A value that waits for nothing: times are counted from the start of the sending.
struct SimulationQueue: Sendable {
  struct Delivery: Sendable {
    var callback: SimulatedCallback
    /// From 1.
    var attempt = 1
  }

  enum Step: Sendable {
    case send(Delivery)
    /// Nothing is to be done until then.
    case wait(until: Duration)
    /// Nothing is to be done until an answer comes.
    case waitForAnswer
    case end
  }

  /// How a try ended.
  enum Result: Sendable {
    case taken
    /// Something else than 200 was answered.
    case refused
    case unanswered
  }

  private var simulator: Simulator
  private let pace: Pace
  /// True where it is no use to go on when nobody answers the first one.
  private let needsListener: Bool
  private var next: SimulatedCallback?
  /// The next one last.
  private var again: [(due: Duration, delivery: Delivery)] = []
  private var flying = 0
  private var wasAnswered = false
  private var isInVain = false

  /// The most requests that are under way at once.
  static let mostFlying = 256

  init(_ simulator: Simulator, pace: Pace, needsListener: Bool) {
    self.simulator = simulator
    self.pace = pace
    self.needsListener = needsListener
    next = self.simulator.next()
  }

  var calls: Int { simulator.calls }
  /// True when nothing more comes but what waits for another try.
  var isSimulated: Bool { next == nil }

  mutating func takeTruths() -> [CallTruth] { simulator.takeTruths() }

  mutating func step(at time: Duration) -> Step {
    guard !isInVain else { return .end }
    guard let due = [next?.due, again.last?.due].compactMap({ $0 }).min() else {
      return flying > 0 ? .waitForAnswer : .end
    }
    guard due <= time else { return .wait(until: due) }
    // Where nobody may be there, nothing is sent before it is known that somebody is.
    let most = needsListener && !wasAnswered ? 1 : Self.mostFlying
    guard flying < most else { return .waitForAnswer }
    flying += 1
    if let callback = next, callback.due == due {
      next = simulator.next()
      return .send(Delivery(callback: callback))
    }
    return again.popLast().map { .send($0.delivery) } ?? .end
  }

  /// True where it will be tried again.
  @discardableResult
  mutating func ended(_ delivery: Delivery, _ result: Result, at time: Duration) -> Bool {
    flying -= 1
    if result != .unanswered { wasAnswered = true }
    isInVain = needsListener && !wasAnswered
    guard result != .taken, !isInVain,
      let pause = RetrySchedule.pause(afterAttempt: delivery.attempt)
    else { return false }
    let due = time + pace.exactly(pause)
    let place = again.firstIndex { $0.due <= due } ?? again.count
    again.insert(
      (due, Delivery(callback: delivery.callback, attempt: delivery.attempt + 1)), at: place)
    return true
  }
}
