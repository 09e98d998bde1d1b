import CallModel
import CallSimulator
import Testing

@testable import CallboardCommands

@Suite struct SimulationQueueTests {
  private func queue(_ name: String, pace: Pace = Pace(), needsListener: Bool = false) throws
    -> SimulationQueue
  {
    let scenario = try #require(try BuiltInScenarios.scenario(name))
    let clock = SimulatedClock(start: Instant(seconds: 0), zone: .utc)
    return SimulationQueue(
      Simulator(scenario, seed: 1, clock: clock), pace: pace, needsListener: needsListener)
  }

  /// Lets time pass as the queue asks for, and answers each by `answer`. Gives the times and attempts.
  private func run(
    _ queue: inout SimulationQueue,
    _ answer: (SimulationQueue.Delivery) -> SimulationQueue.Result
  ) -> [(time: Duration, delivery: SimulationQueue.Delivery)] {
    var (time, sent) = (Duration.zero, [(Duration, SimulationQueue.Delivery)]())
    while true {
      switch queue.step(at: time) {
      case .send(let delivery):
        sent.append((time, delivery))
        queue.ended(delivery, answer(delivery), at: time)
      case .wait(let due): time = due
      case .waitForAnswer: Issue.record("nothing is under way")
      case .end: return sent
      }
    }
  }

  @Test func `each is sent once it is due`() throws {
    var queue = try queue("missed")
    let sent = run(&queue) { _ in .taken }
    #expect(sent.count == 7)
    #expect(sent.allSatisfy { $0.time == $0.delivery.callback.due && $0.delivery.attempt == 1 })
    #expect(queue.isSimulated)
  }

  @Test func `what is not taken comes again after 5 minutes, and once more 15 minutes later`()
    throws
  {
    var queue = try queue("missed", pace: Pace(speed: 10))
    let sent = run(&queue) { $0.callback.fields["EventType"] == "Ringing" ? .refused : .taken }
    #expect(sent.count == 7 + 4)
    for (time, delivery) in sent where delivery.attempt > 1 {
      let late = time - delivery.callback.due
      #expect(late == .seconds(delivery.attempt == 2 ? 30 : 120))
    }
  }

  @Test func `it ends with the first one that nobody answers, where it needs a listener`() throws {
    var queue = try queue("busy-day", needsListener: true)
    #expect(run(&queue) { _ in .unanswered }.count == 1)
    var other = try self.queue("missed", needsListener: true)
    var isFirst = true
    let sent = run(&other) { _ in
      defer { isFirst = false }
      return isFirst ? .taken : .unanswered
    }
    #expect(sent.count == 1 + 6 * 3)
  }

  @Test func `only so many are under way`() throws {
    var scenario = try #require(try BuiltInScenarios.scenario("busy-day"))
    scenario.arrivals = Arrivals(perMinute: 100_000)
    let clock = SimulatedClock(start: Instant(seconds: 0), zone: .utc)
    var queue = SimulationQueue(
      Simulator(scenario, seed: 1, clock: clock), pace: Pace(), needsListener: false)
    var flying: [SimulationQueue.Delivery] = []
    while case .send(let delivery) = queue.step(at: .seconds(600)) { flying.append(delivery) }
    #expect(flying.count == SimulationQueue.mostFlying)
    queue.ended(flying[0], .taken, at: .seconds(600))
    guard case .send = queue.step(at: .seconds(600)) else {
      Issue.record("one has ended")
      return
    }
  }
}
