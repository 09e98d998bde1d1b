import CallModel
import CallbackWire
import Testing

@testable import Monitoring

/// A board that follows another one is that board.
@Suite struct FollowingTests {
  fileprivate static let start = Instant(seconds: 1_767_261_600)

  private func monitor() -> CallMonitor {
    CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(), clock: { Self.start + .seconds(600) },
      windowStart: { $0 - .seconds(3_600) })
  }

  /// The callback of that number, of one of a few calls; some come twice, some are rejected.
  private func send(_ number: Int, to monitor: CallMonitor) {
    let events = ["Dial", "Ringing", "Answered", "Terminal"]
    let (call, step) = (number / 4 % 9, number % 4)
    let query =
      number % 13 == 12
      ? "no=call"
      : "CallSid=c\(call)&DialWhomNumber=0988000000\(call)&EventType=\(events[step])"
    monitor.receive(
      CallbackRequest(
        raw: RawCallback(method: "GET", target: "/exotel?" + query), peer: "127.0.0.1:9",
        arrivedAt: Self.start + .seconds(number))
    ) { _ in }
  }

  private struct Follower {
    var board = CallBoard()
    var position: Int
    var sequence: UInt64?
    var rejected = 0

    init(_ beginning: CallMonitor.Beginning) {
      position = beginning.position
      for entry in beginning.past.flatMap(\.entries) { take(entry) }
    }

    mutating func take(_ entry: JournalEntry) {
      sequence = entry.sequence
      guard let callback = entry.callback(by: CallbackDecoder()) else { return rejected += 1 }
      _ = board.apply(callback, arrivedAt: entry.arrivedAt)
    }

    mutating func follow(_ monitor: CallMonitor) throws {
      while let next = monitor.follow(from: position, atMost: 3), !next.entries.isEmpty {
        for entry in next.entries { take(try entry.entry) }
        position = next.position
      }
    }

    /// As they stand at the listener's now.
    func calls() -> [Call] {
      var board = board
      board.advance(to: FollowingTests.start + .seconds(600))
      return board.allCalls().map(\.call).sorted { $0.sid < $1.sid }
    }
  }

  @Test(arguments: [0, 1, 7, 30, 60])
  func `whenever one begins to follow, the boards are equal`(begin: Int) throws {
    let monitor = monitor()
    for number in 0..<begin { send(number, to: monitor) }
    var follower = Follower(monitor.begin(after: nil, window: .seconds(3_600)))
    for number in begin..<90 {
      send(number, to: monitor)
      if number % 5 == 0 { try follower.follow(monitor) }
    }
    try follower.follow(monitor)
    _ = monitor.advance()
    let calls = monitor.read { board, _, _ in board.allCalls().map(\.call) }
    #expect(follower.calls() == calls.sorted { $0.sid < $1.sid })
    #expect(follower.calls().contains { $0.duplicates > 0 })
  }

  @Test func `who comes again goes on where they stopped`() throws {
    let monitor = monitor()
    for number in 0..<20 { send(number, to: monitor) }
    var follower = Follower(monitor.begin(after: nil, window: .zero))
    for number in 20..<30 { send(number, to: monitor) }
    try follower.follow(monitor)
    let sequence = try #require(follower.sequence)
    for number in 30..<40 { send(number, to: monitor) }
    let again = monitor.begin(after: sequence, window: .zero)
    #expect(again.past.isEmpty && !again.isAfresh)
    let next = try #require(monitor.follow(from: again.position, atMost: 99))
    #expect(next.entries.map(\.sequence) == (31...40).map { UInt64($0) })
  }

  @Test func `who comes from elsewhere begins afresh`() {
    let monitor = monitor()
    for number in 0..<20 { send(number, to: monitor) }
    let beginning = monitor.begin(after: 4_711, window: .seconds(3_600))
    #expect(beginning.isAfresh && !beginning.past.isEmpty)
  }

  @Test func `of calls that have ended only the window comes`() {
    let monitor = monitor()
    for number in 0..<8 { send(number, to: monitor) }
    // All arrived ten minutes before now, and all but what lives is too old then.
    let live = monitor.begin(after: nil, window: .seconds(60)).past.flatMap(\.entries)
    #expect(live.isEmpty)
    #expect(monitor.begin(after: nil, window: .seconds(3_600)).past.count == 8)
  }
}
