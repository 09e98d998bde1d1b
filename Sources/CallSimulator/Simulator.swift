import CallModel
import CallbackWire

/// A scenario at work: its callbacks in the order in which they are due.
///
/// The same seed and clock give the same callbacks. A value: it sends nothing and waits for nothing.
package struct Simulator: Sendable {
  private let scenario: Scenario
  private let pace: Pace
  private let clock: SimulatedClock
  private var random: SeededGenerator
  private var mischief: Mischief
  private var floor: Floor
  /// Nil where flows come in turn.
  private let flows: Weights<Int>?
  /// Nil once no more calls arrive.
  private var nextArrival: Duration?
  private var pending = DueQueue()
  private var truths: [CallTruth] = []
  /// The number of calls that have begun.
  package private(set) var calls = 0

  /// - Parameters:
  ///   - opening: calls that arrive within the first ten seconds, so that there is something to see.
  package init(
    _ scenario: Scenario, pace: Pace = Pace(), opening: Int = 0, seed: UInt64,
    clock: SimulatedClock, mischief: Mischief.Plan = Mischief.Plan()
  ) {
    self.scenario = scenario
    self.pace = pace
    self.clock = clock
    random = SeededGenerator(seed: seed ^ Self.number(of: scenario.name))
    self.mischief = Mischief(mischief, pace: pace, seed: seed, clock: clock)
    floor = Floor(scenario.agents)
    let isDrawn = scenario.flows.contains { $0.weight != nil }
    flows =
      isDrawn
      ? Weights(scenario.flows.enumerated().map { .init($0.offset, $0.element.weight ?? 1) }) : nil
    for _ in 0..<opening { play(at: random.seconds(0...9)) }
    nextArrival = opening > 0 ? arrival(after: .zero) : .zero
  }

  /// Other scenarios have other calls (FNV-1a).
  private static func number(of name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private mutating func arrival(after time: Duration) -> Duration? {
    scenario.arrivals.next(after: time * pace.speed, &random).map(pace.exactly)
  }

  /// The next callback; nil when all calls are over.
  package mutating func next() -> SimulatedCallback? {
    while let arrival = nextArrival, arrival < pending.first?.due ?? .seconds(Int64.max / 2_000) {
      guard calls < scenario.calls ?? .max else {
        nextArrival = nil
        break
      }
      play(at: arrival)
      nextArrival = self.arrival(after: arrival)
    }
    return pending.removeFirst()
  }

  /// The truth of the calls that began since this was asked last.
  package mutating func takeTruths() -> [CallTruth] {
    defer { truths = [] }
    return truths
  }

  private mutating func play(at time: Duration) {
    calls += 1
    guard !scenario.flows.isEmpty else { return }
    let flow = scenario.flows[flows?.draw(&random) ?? (calls - 1) % scenario.flows.count]
    guard let line = line(of: flow) else { return }
    let (callbacks, truths) = play(flow, begin(flow, line, at: time))
    guard !truths.isEmpty else { return }
    // What one leg of a bridge does not tell, the others do not know.
    var (lost, over) = (0, Duration.zero)
    for callback in callbacks {
      let sent = mischief.apply(callback)
      if sent.isEmpty { lost += 1 }
      for callback in sent {
        over = max(over, callback.due)
        pending.insert(callback)
      }
    }
    for var truth in truths {
      (truth.lost, truth.over) = (lost, over)
      self.truths.append(truth)
    }
  }

  private mutating func play(
    _ flow: Flow, _ script: CallScript
  ) -> ([SimulatedCallback], [CallTruth]) {
    switch flow.kind {
    case .inbound(let steps):
      var play = InboundPlay(script, pace: pace)
      play.run(steps, &floor, &random)
      return (play.script.callbacks, play.truths)
    case .outbound(let plan):
      var play = OutboundPlay(script, pace: pace)
      play.run(plan, &floor, &random)
      return (play.script.callbacks, play.truths)
    }
  }

  private mutating func line(of flow: Flow) -> Scenario.Line? {
    guard let wanted = flow.line else { return scenario.lines.randomElement(using: &random) }
    return scenario.lines.first { $0.label == wanted || $0.number == wanted }
  }

  private mutating func begin(
    _ flow: Flow, _ line: Scenario.Line, at time: Duration
  ) -> CallScript {
    let digits = Int.random(in: 10_000_000...99_999_999, using: &random)
    let sid =
      SeededGenerator.hexadecimal(random.next()) + SeededGenerator.hexadecimal(UInt64(calls))
    let isMixed = scenario.account.encoding == .mixed
    let isForm = isMixed && random.chance(30)
    return CallScript(
      sid: sid, customer: "+9198\(digits)", line: line, began: time, clock: clock,
      account: scenario.account, tellers: flow.tellers,
      connectEncoding: isForm ? .form : .query,
      statusEncoding: statusEncoding())
  }

  private mutating func statusEncoding() -> CallbackEncoder.Encoding {
    switch scenario.account.encoding {
    case .json: .json
    case .form: .form
    case .multipart: .multipart
    case .mixed: [.json, .form, .multipart][Int.random(in: 0..<3, using: &random)]
    }
  }
}
