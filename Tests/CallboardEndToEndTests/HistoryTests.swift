import Foundation
import Testing

/// `callboard history`, of a journal that is there.
@Suite(.serialized) struct HistoryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A long call and a short one that began after it and ended before it.
  private func keep() async throws {
    let board = try await ServedBoard(data: folder.path(""))
    for (sid, start, end) in [("b", "10:01:00", "10:02:00"), ("a", "10:00:00", "10:09:00")] {
      let query =
        "CallSid=\(sid)&EventType=terminal&Status=completed&From=09812300001"
        + "&StartTime=2026-11-20+\(start)&DateCreated=2026-11-20+\(start)&EndTime=2026-11-20+\(end)"
      #expect(try await board.status("/exotel?" + query) == 200)
    }
    board.stop(SIGTERM)
  }

  private func history(_ words: String...) throws -> Program.Output {
    try Program.run(Program.callboard, ["history", "--data", folder.path("")] + words)
  }

  @Test func `the rows of the table are in the order of the time that they show`() async throws {
    try await keep()
    let run = try history()
    let rows = run.text.split(separator: "\n").dropFirst()
    #expect(rows.map { $0.split(separator: " ").last } == ["a", "b"], "\(run.text)")
    let times = rows.map { $0.prefix(19) }
    #expect(times.count == 2 && times.sorted() == times, "\(run.text)")
  }
}
