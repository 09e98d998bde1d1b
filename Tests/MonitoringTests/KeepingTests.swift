import CallJournal
import CallModel
import CallbackWire
import Foundation
import JournalTesting
import Synchronization
import Testing

@testable import Monitoring

/// The monitor with a journal behind it.
@Suite struct KeepingTests {
  private let journal = TestJournal()

  private func monitor(_ writer: JournalWriter?) -> CallMonitor {
    CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(),
      clock: { TestJournal.start + .seconds(60) }, windowStart: { $0 - .seconds(7_200) },
      journal: writer)
  }

  /// Sends a callback and waits for the answer.
  private func send(_ entry: JournalEntry, to monitor: CallMonitor) -> Receipt? {
    let receipt = Mutex<Receipt?>(nil)
    let done = DispatchSemaphore(value: 0)
    let request = CallbackRequest(raw: entry.raw, peer: "127.0.0.1:9", arrivedAt: entry.arrivedAt)
    monitor.receive(request) { answer in
      receipt.withLock { $0 = answer }
      done.signal()
    }
    done.wait()
    return receipt.withLock { $0 }
  }

  private func states(_ monitor: CallMonitor) -> [String: Call.State] {
    var query = CallQuery()
    query.which = .all
    let rows = monitor.read { board, _, _ in board.calls(query).rows }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.call.sid, $0.call.state) })
  }

  @Test(arguments: [JournalSettings.Durability.sync, .os])
  func `an answered callback is in the journal and on the board`(
    _ durability: JournalSettings.Durability
  ) throws {
    let writer = try journal.writer(journal.settings(durability))
    let monitor = monitor(writer)
    for number in 1...20 {
      #expect(send(TestJournal.entry(number), to: monitor) == .accepted)
      #expect(states(monitor).count == number)
      #expect(try journal.entries().count == number)
    }
    writer.close()
  }

  @Test func `what is not kept has no number that the next callback gets`() throws {
    let writer = try journal.writer()
    let monitor = monitor(writer)
    #expect(send(TestJournal.entry(1), to: monitor) == .accepted)
    var large = TestJournal.entry(1).raw
    large.body = Array(repeating: 65, count: 1_000_000)
    monitor.refuse(
      CallbackRequest(raw: large, peer: "", arrivedAt: TestJournal.start), status: 401, reason: "x")
    let seen = try #require(monitor.follow(from: 0, atMost: 9)?.entries.last)
    #expect(try seen.entry.rejection?.status == 401)
    #expect(send(TestJournal.entry(2), to: monitor) == .accepted)
    let again = monitor.begin(after: seen.sequence, window: .zero)
    let next = try #require(monitor.follow(from: again.position, atMost: 9))
    #expect(try next.entries.map { try $0.entry.rejection } == [nil])
    #expect(next.entries.map(\.sequence) == [2] && !again.isRestart)
    writer.close()
  }

  @Test func `what is refused for its content is kept up to a bound, and counted beyond it`() throws
  {
    let writer = try journal.writer()
    let monitor = monitor(writer)
    for number in 0..<60 {
      var entry = TestJournal.entry(number)
      entry.raw.target = "/exotel?no=call&n=\(number)"
      entry.raw.body = Array(repeating: 65, count: 60_000)
      #expect(send(entry, to: monitor) != .accepted)
    }
    writer.close()
    let kept = try journal.entries().count
    #expect(kept > 20 && kept < 40)
    #expect(monitor.unkeptRefusals == 60 - kept)
    let reasons = monitor.read { _, wire, _ in wire.rejections().compactMap(\.reason) }
    #expect(reasons.count == 60)
    let note = " (not kept: more than 2 MB in a minute or 64 MB in a day is refused)"
    #expect(reasons.count { $0.hasSuffix(note) } == 60 - kept)
    #expect(reasons.last?.contains("not kept") == false)
  }

  @Test func `the board is the same after a restart`() throws {
    let writer = try journal.writer()
    let before = monitor(writer)
    let events = ["Dial", "Ringing", "Answered", "Terminal"]
    for number in 0..<12 {
      for event in events.prefix(1 + number % 4) {
        _ = send(TestJournal.entry(number, event: event, after: number), to: before)
      }
    }
    _ = send(TestJournal.entry(3, event: "Dial", after: 3), to: before)
    writer.close()
    let after = monitor(nil)
    for entry in try journal.entries() { after.restore(entry) }
    func look(_ monitor: CallMonitor) -> ([Call], [Agent], BoardFigures, Int) {
      monitor.read { board, wire, now in
        let start = now - .seconds(7_200)
        return (
          board.allCalls().map(\.call), board.agents(since: start), board.figures(since: start),
          wire.callbacks(of: "c3").count
        )
      }
    }
    let (first, second) = (look(before), look(after))
    #expect(first.0 == second.0)
    #expect(first.1 == second.1)
    #expect(first.2 == second.2)
    #expect(first.3 == second.3)
  }

  @Test func `what anybody can send fills no disk`() throws {
    let writer = try journal.writer()
    let monitor = monitor(writer)
    let request = CallbackRequest(
      raw: RawCallback(method: "POST", target: "/exotel", body: [UInt8](repeating: 1, count: 700)),
      peer: "127.0.0.1:9", arrivedAt: TestJournal.start)
    for _ in 0..<5_000 { monitor.refuse(request, status: 401, reason: "the key is wrong") }
    writer.close()
    #expect(monitor.read { _, wire, _ in wire.rejected } == 5_000)
    #expect(try journal.entries().count < 1_100)
  }

  @Test func `an entry from a clock that ran ahead does not take the board there`() {
    let monitor = monitor(nil)
    monitor.restore(TestJournal.entry(1, after: 86_400))
    monitor.restore(TestJournal.entry(2, after: 50))
    let changed = monitor.read { board, _, now in
      (board.call("c1")?.changedAt, board.call("c2")?.changedAt, now)
    }
    #expect(changed.0 == changed.2)
    // The next one arrived when the clock was right.
    #expect(changed.1 == TestJournal.start + .seconds(50))
  }

  @Test func `a rejected request is in the journal with its reason, and without latency after`()
    throws
  {
    let writer = try journal.writer()
    let before = monitor(writer)
    var nameless = TestJournal.entry(1)
    nameless.raw.target = "/exotel?CallFrom=1"
    #expect(send(nameless, to: before) == .rejected(.missingSid(came: ["CallFrom"])))
    writer.close()
    let entry = try #require(try journal.entries().first)
    #expect(entry.rejection?.status == 400)
    let after = monitor(nil)
    after.restore(entry)
    let rejections = after.read { _, wire, _ in wire.rejections() }
    #expect(rejections.map(\.reason) == [entry.rejection?.reason])
    #expect(rejections.allSatisfy { $0.latency == nil })
  }

  @Test func `what cannot be kept is not acknowledged, shown, and not on the board`() throws {
    let writer = try journal.writer()
    let monitor = monitor(writer)
    try FileManager.default.removeItem(atPath: journal.folder.path)
    guard case .notKept = send(TestJournal.entry(1), to: monitor) else {
      Issue.record("it was acknowledged")
      return
    }
    #expect(monitor.fault != nil)
    #expect(states(monitor).isEmpty)
    let rejections = monitor.read { _, wire, _ in wire.rejections() }
    #expect(rejections.map(\.status) == [503])
    writer.close()
  }

  @Test func `without durability it is acknowledged before, and on the board all the same`() throws
  {
    let writer = try journal.writer(journal.settings(.none))
    let monitor = monitor(writer)
    try FileManager.default.removeItem(atPath: journal.folder.path)
    #expect(send(TestJournal.entry(1), to: monitor) == .accepted)
    writer.close()
    #expect(states(monitor) == ["c1": .ended] || states(monitor) == ["c1": .dialing])
    #expect(monitor.fault != nil)
  }
}
