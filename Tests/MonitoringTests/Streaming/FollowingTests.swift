import CallModel
import CallbackWire
import Testing

@testable import CallJournal
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

    init(_ beginning: CallMonitor.Beginning, telling entries: [JournalEntry]) {
      position = beginning.position
      for entry in entries { take(entry) }
    }

    init(_ beginning: CallMonitor.Beginning, of monitor: CallMonitor) {
      self.init(beginning, telling: monitor.entries(of: beginning))
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
    var follower = Follower(monitor.begin(after: nil, window: .seconds(3_600)), of: monitor)
    for number in begin..<90 {
      send(number, to: monitor)
      if number % 5 == 0 { try follower.follow(monitor) }
    }
    try follower.follow(monitor)
    _ = monitor.advance()
    let calls = monitor.read { board, _, _ in board.allCalls().map(\.call) }
    #expect(follower.calls() == calls.sorted { $0.sid < $1.sid })
    #expect(follower.calls().contains { $0.duplicates > 0 })
    #expect(follower.rejected == 6)
  }

  @Test func `rejected requests are told where they came, as far as the window goes`() {
    let monitor = monitor()
    for number in 0..<40 { send(number, to: monitor) }
    let all = monitor.entries(of: monitor.begin(after: nil, window: .seconds(3_600)))
    #expect(all.map(\.arrivedAt) == all.map(\.arrivedAt).sorted())
    let rejected = all.filter { $0.rejection != nil }
    #expect(rejected.map(\.arrivedAt) == [12, 25, 38].map { Self.start + .seconds($0) })
    #expect(rejected.allSatisfy { $0.peer.isEmpty && $0.rejection?.status == 400 })
    // All arrived ten minutes before now.
    let late = monitor.entries(of: monitor.begin(after: nil, window: .seconds(570)))
    #expect(late.count { $0.rejection != nil } == 1)
  }

  @Test func `who comes again goes on where they stopped`() throws {
    let monitor = monitor()
    for number in 0..<20 { send(number, to: monitor) }
    var follower = Follower(monitor.begin(after: nil, window: .zero), of: monitor)
    for number in 20..<30 { send(number, to: monitor) }
    try follower.follow(monitor)
    let sequence = try #require(follower.sequence)
    for number in 30..<40 { send(number, to: monitor) }
    let again = monitor.begin(after: sequence, window: .zero)
    #expect(again.past == nil && !again.isRestart)
    let next = try #require(monitor.follow(from: again.position, atMost: 99))
    #expect(next.entries.map(\.sequence) == (31...40).map { UInt64($0) })
  }

  @Test func `who comes from elsewhere starts over`() {
    let monitor = monitor()
    for number in 0..<20 { send(number, to: monitor) }
    let beginning = monitor.begin(after: 4_711, window: .seconds(3_600))
    #expect(beginning.isRestart && !monitor.entries(of: beginning).isEmpty)
  }

  @Test func `of calls that have ended only the window comes`() {
    let monitor = monitor()
    for number in 0..<8 { send(number, to: monitor) }
    // All arrived ten minutes before now, and all but what lives is too old then.
    let live = monitor.entries(of: monitor.begin(after: nil, window: .seconds(60)))
    #expect(live.isEmpty)
    let all = monitor.entries(of: monitor.begin(after: nil, window: .seconds(3_600)))
    #expect(all.count == 8)
  }

  @Test(arguments: [0, 300, 700])
  func `what comes while the past is told is told once, and as often as it came`(
    begin: Int
  ) throws {
    let monitor = monitor()
    for number in 0..<begin { send(number % 90, to: monitor) }
    let beginning = monitor.begin(after: nil, window: .seconds(3_600))
    var follower = Follower(beginning, telling: [])
    var (past, number) = (beginning.past, begin)
    while var rest = past {
      for entry in monitor.takePast(&rest).flatMap(\.entries) { follower.take(entry) }
      past = rest.isAtEnd ? nil : rest
      for _ in 0..<40 {
        send(number % 90, to: monitor)
        number += 1
      }
    }
    try follower.follow(monitor)
    let calls = monitor.read { board, _, _ in board.allCalls().map(\.call) }
    #expect(follower.calls() == calls.sorted { $0.sid < $1.sid })
  }
}

extension CallMonitor {
  /// All of the past.
  func entries(of beginning: Beginning) -> [JournalEntry] {
    var entries: [JournalEntry] = []
    guard var past = beginning.past else { return entries }
    while !past.isAtEnd { entries += takePast(&past).flatMap(\.entries) }
    return entries
  }
}
