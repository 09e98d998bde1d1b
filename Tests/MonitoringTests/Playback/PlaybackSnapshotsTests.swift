import Testing

@testable import Monitoring

@Suite struct PlaybackSnapshotsTests {
  @Test func `copies are few, and dense only near to where one is`() {
    var snapshots = PlaybackSnapshots()
    let end = 4_096 * 300
    var copies = 0
    for position in stride(from: 4_096, through: end, by: 4_096) where snapshots.wants(position) {
      _ = snapshots.keep(position)
      copies += 1
    }
    let positions = snapshots.positions
    #expect(positions.count == 10)
    #expect(positions.first == 0)
    #expect(copies < 70)
    // The way from the copy before is never longer than a part of the way back.
    for (before, after) in zip(positions, positions.dropFirst()) {
      #expect(after - before <= max(end - before, end / 8))
    }
    #expect(positions.suffix(3).allSatisfy { $0 > end / 4 * 3 })
  }

  @Test func `the start is never given up`() {
    var snapshots = PlaybackSnapshots()
    for position in 1...100 { _ = snapshots.keep(position * 4_096) }
    #expect(snapshots.latest(upTo: 0) == 0)
    #expect(snapshots.latest(upTo: 4_095) == 0)
  }
}
