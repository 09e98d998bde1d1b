import Testing

@testable import CallModel

/// Calls of which nothing was understood, or not which way they go, are in no figure.
@Suite struct UnknownCallTests {
  /// A request that was not understood; it may name parties and a direction all the same.
  private static let notUnderstood: Callback = {
    var callback = Floor.connect(.other("weird"), nil, at: 0)
    callback.family = nil
    (callback.way, callback.direction) = (.incoming, "incoming")
    return callback
  }()

  private static func board(_ callbacks: [Callback], at now: Double = 2) -> CallBoard {
    var board = CallBoard()
    for callback in callbacks { _ = board.apply(callback, arrivedAt: Floor.at(0)) }
    board.advance(to: Floor.at(now))
    return board
  }

  @Test(arguments: [2.0, 100, 1_000])
  func `a call of which nothing was understood is in no figure`(_ now: Double) throws {
    let board = Self.board([Self.notUnderstood], at: now)
    let figures = board.figures(since: Floor.at(-60))
    #expect(figures.window == WindowFigures())
    #expect(figures.live == LiveFigures())
    let call = try #require(board.call("c1")?.call)
    #expect(call.way == nil)
    #expect(call.families.isEmpty)
    #expect(call.isUncertain == (now == 100))
    #expect(call.outcome == (now == 1_000 ? .unknown : nil))
  }

  @Test func `what is understood later makes it one`() {
    let flow = Floor.connect(.flow, nil, at: 1)
    for callbacks in [[Self.notUnderstood, flow], [flow, Self.notUnderstood]] {
      let figures = Self.board(callbacks).figures(since: Floor.at(-60))
      #expect(figures.window.callers.offered == 1)
      #expect(figures.live.longestWaitingSince != nil)
    }
  }

  @Test func `a call of the contact centre without a direction waits in no figure`() {
    var callback = Callback(sid: "c1", family: .contactCentre, event: .ringing)
    callback.agent = Floor.number("asha")
    let figures = Self.board([callback]).figures(since: Floor.at(-60))
    #expect(figures.live == LiveFigures())
    #expect(figures.window == WindowFigures())
  }
}
