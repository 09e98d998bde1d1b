import CallModel
import CallbackWire
import Foundation
import Monitoring
import Synchronization

/// How long callbacks wait while somebody reads a board of 100,000 live calls: alone, and beside each
/// kind of reader, who reads without a pause.
enum ReaderWork {
  private static let calls = 100_000
  private static let start = Instant(seconds: 1_767_261_600)
  private static let callbacks = 2_000

  static func run() throws {
    print("\nCallbacks at 400/s beside readers of \(calls) live calls: median, 99 %, longest")
    let monitor = CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(), clock: { start + .seconds(1) },
      windowStart: { _ in start })
    for call in 0..<calls { send(to: monitor, "Dial", call) }
    let filter = CompiledFilter(try CallFilter("number:76543 or agent:zz"))
    let readers: [(String, @Sendable (CallMonitor) -> Void)] = [
      ("alone", { _ in Thread.sleep(forTimeInterval: 0.01) }), ("a follower begins", follow),
      ("the board is paused and goes on", pause), ("a page is shown", page),
      ("all calls are listed", { list($0, filter: nil) }),
      ("all calls are filtered", { list($0, filter: filter) }), ("all agents are listed", agents),
    ]
    for (round, reader) in readers.enumerated() {
      print(Measure.row(reader.0, milliseconds: waits(monitor, reader.1, round)))
    }
  }

  private static func send(to monitor: CallMonitor, _ event: String, _ call: Int) {
    let agent = 10_000_000 + call % 2_000
    let raw = RawCallback(
      method: "GET",
      target: "/exotel?CallSid=sid\(call)&EventType=\(event)&DialWhomNumber=+9199\(agent)"
        + "&CallFrom=0981\(1_000_000 + call)&CallTo=08044556678&Direction=incoming"
        + "&CurrentTime=2026-01-01+15:30:0\(event == "Dial" ? 0 : 1)")
    monitor.receive(
      CallbackRequest(raw: raw, peer: "127.0.0.1:4711", arrivedAt: start + .seconds(1))
    ) { _ in }
  }

  /// What the callbacks of one round took, in milliseconds, while a reader reads again and again.
  private static func waits(
    _ monitor: CallMonitor, _ read: @escaping @Sendable (CallMonitor) -> Void, _ round: Int
  ) -> [Double] {
    let isOver = Atomic(false)
    let reader = Thread { while !isOver.load(ordering: .relaxed) { read(monitor) } }
    reader.start()
    var spent: [Double] = []
    for call in 0..<callbacks {
      Thread.sleep(forTimeInterval: 0.0025)
      let began = ContinuousClock.now
      send(to: monitor, "Ringing", round * callbacks + call)
      spent.append((ContinuousClock.now - began) / .milliseconds(1))
    }
    isOver.store(true, ordering: .relaxed)
    while !reader.isFinished { Thread.sleep(forTimeInterval: 0.001) }
    spent.sort()
    return [spent[callbacks / 2], spent[callbacks * 99 / 100], spent[callbacks - 1]]
  }

  // MARK: - Readers

  private static func follow(_ monitor: CallMonitor) {
    guard var past = monitor.begin(after: nil, window: .seconds(60)).past else { return }
    while !past.isAtEnd { _ = monitor.takePast(&past) }
  }

  /// Every callback of the pause changes what the copy still has.
  private static func pause(_ monitor: CallMonitor) {
    let copy = monitor.read { board, wire, _ in (copy board, copy wire) }
    Thread.sleep(forTimeInterval: 0.25)
    withExtendedLifetime(copy) {}
  }

  private static func page(_ monitor: CallMonitor) {
    _ = monitor.read { board, _, now in
      board.callPage(ListCursor(target: .index(calls / 2), line: 10), height: 50, now: now)
    }
  }

  private static func list(_ monitor: CallMonitor, filter: CompiledFilter?) {
    var places = monitor.read { board, _, _ in board.places(of: .live) }[...]
    while !places.isEmpty {
      let some = places.prefix(64)
      places = places.dropFirst(some.count)
      let rows = monitor.read { board, _, _ in board.rows(at: some) }
      if let filter { _ = rows.count { filter.matches($0, now: start) } }
    }
  }

  private static func agents(_ monitor: CallMonitor) {
    var gathering = AgentGathering()
    while !monitor.read({ board, _, _ in
      gathering.look(at: board, since: start, limit: 32)
    }) {}
  }
}
