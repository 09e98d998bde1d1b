import Testing

@testable import CallModel

@Suite struct PhaseLengthTests {
  @Test func `a length is known from zero to twenty-four hours`() {
    for seconds in [0, 1, 86_400] {
      let length = PhaseLength(.seconds(seconds))
      #expect(length.duration == .seconds(seconds))
      #expect(!length.isTooLong)
    }
    #expect(PhaseLength(.milliseconds(-1)).duration == nil)
    #expect(!PhaseLength(.milliseconds(-1)).isTooLong)
    #expect(PhaseLength(.milliseconds(86_400_001)).duration == nil)
    #expect(PhaseLength(.milliseconds(86_400_001)).isTooLong)
  }

  @Test func `a phase without a beginning or an end has no length`() {
    #expect(PhaseLength(from: nil, to: Floor.start) == .unknown)
    #expect(PhaseLength(from: Floor.start, to: nil) == .unknown)
    #expect(PhaseLength(from: Floor.start, to: Floor.at(4)).duration == .seconds(4))
  }

  @Test func `what cannot be gives way to the next best, and is remembered`() {
    let tooLong = PhaseLength(.seconds(9_999_999))
    let length = tooLong.or(PhaseLength(.seconds(5)))
    #expect(length.duration == .seconds(5))
    #expect(length.isTooLong)
    #expect(PhaseLength(.seconds(5)).or(tooLong) == PhaseLength(.seconds(5)))
    #expect(PhaseLength(.zero).aboveZero.duration == nil)
  }
}
