import Testing

@testable import CallModel

/// Misses in a row follow the order in which the offers began, by their event times.
@Suite struct MissesInARowTests {
  /// All orders of some calls, each with its callbacks in a row.
  private static func misses(_ calls: [[Callback]], at now: Double) -> Set<Int> {
    var seen: Set<Int> = []
    for seed in 0..<12 {
      var random = Seeded(UInt64(seed))
      var board = CallBoard()
      for (place, callback) in calls.shuffled(using: &random).joined().enumerated() {
        _ = board.apply(callback, arrivedAt: Floor.at(now + Double(place)))
      }
      board.advance(to: Floor.at(now + 200))
      seen.formUnion(board.agents(since: .init(milliseconds: .min)).map(\.missesInARow))
    }
    return seen
  }

  private static func answered(from start: Double, sid: String) -> [Callback] {
    [
      Floor.connect(.dial, "asha", at: start, sid: sid),
      Floor.connect(.answered, "asha", at: start + 2, sid: sid),
      Floor.connect(.terminal, "asha", at: start + 9, sid: sid),
    ]
  }

  /// The attempt has no times: its disposition tells that it was made.
  private static func missed(at second: Double, sid: String) -> Callback {
    var callback = Floor.connect(.disposition("incomplete"), "asha", at: second, sid: sid)
    callback.dialStatus = "no-answer"
    return callback
  }

  @Test(arguments: [100.0, 90_000])
  func `an attempt without times began with its disposition`(_ now: Double) {
    let answer = Self.answered(from: 60, sid: "c1")
    #expect(Self.misses([answer, [Self.missed(at: 30, sid: "c2")]], at: now) == [0])
    #expect(Self.misses([answer, [Self.missed(at: 70, sid: "c2")]], at: now) == [1])
  }

  @Test(arguments: [100.0, 90_000])
  func `an attempt of which only the answer and the end are told began with the answer`(
    _ now: Double
  ) {
    let answer = Array(Self.answered(from: 60, sid: "c1").dropFirst())
    #expect(Self.misses([answer, [Self.missed(at: 61, sid: "c2")]], at: now) == [0])
    #expect(Self.misses([answer, [Self.missed(at: 63, sid: "c2")]], at: now) == [1])
  }

  @Test func `offers of several calls that began at once are in no order of arrival`() {
    let calls = [
      Self.answered(from: 30, sid: "c1"), [Self.missed(at: 30, sid: "c2")],
      [Self.missed(at: 30, sid: "c3")],
    ]
    #expect(Self.misses(calls, at: 100) == [0])
  }
}
