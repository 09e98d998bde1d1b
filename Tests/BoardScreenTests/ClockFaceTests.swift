import CallModel
import Testing

@testable import BoardScreen

@Suite struct ClockFaceTests {
  private let clock = ClockFace(zone: .kolkata, names: [19_800: "IST"])

  @Test func `moments are in the zone, with the date where it is another day`() {
    #expect(clock.timeAndZone(Floor.now) == "14:03:22 IST")
    #expect(clock.moment(Floor.now, now: Floor.now) == "14:03:22")
    #expect(
      clock.moment(Floor.now - .seconds(86_400), now: Floor.now) == "2025-12-31 14:03:22")
  }

  @Test func `a moment is shown with the offset and the name of its zone then`() {
    let (clock, change) = (PlaybackTimeTests.newYork, PlaybackTimeTests.spring)
    #expect(clock.timeAndZone(change - .seconds(1)) == "01:59:59 EST")
    #expect(clock.timeAndZone(change) == "03:00:00 EDT")
    #expect(clock.timeAndZone(PlaybackTimeTests.autumn - .seconds(1)) == "01:59:59 EDT")
    #expect(clock.timeAndZone(PlaybackTimeTests.autumn) == "01:00:00 EST")
    // A call of before the change in a list after it.
    #expect(clock.moment(change - .seconds(1), now: change + .seconds(600)) == "01:59:59")
    #expect(ClockFace(zone: .utc, names: [:]).timeAndZone(Floor.now) == "08:33:22")
  }

  @Test(arguments: [
    (0, "14:03:22"), (50_602, "00:00:00"), (50_603, "Wed 23:59"), (86_400, "Wed 14:03"),
    (6 * 86_400, "Fri 14:03"), (7 * 86_400, "25 Dec 14:03"), (-86_400, "Fri 14:03"),
  ])
  func `moments in a list say of which day they are`(_ seconds: Int, _ text: String) {
    #expect(clock.listed(Floor.now - .seconds(seconds), now: Floor.now) == text)
  }

  @Test(arguments: [
    (0, "0:00"), (41, "0:41"), (730, "12:10"), (3_723, "1:02:03"), (272_000, "3d 03h"),
    (-5, "0:00"),
  ])
  func `durations are read at a glance`(_ seconds: Int, _ text: String) {
    #expect(ClockFace.elapsed(.seconds(seconds)) == text)
  }

  @Test(arguments: [(9_499, "9 s"), (9_500, "10 s"), (59_500, "1:00"), (-5, "0 s")])
  func `seconds are rounded half up`(_ milliseconds: Int, _ text: String) {
    #expect(ClockFace.figure(.milliseconds(milliseconds)) == text)
  }

  @Test(arguments: [(0.334, "33 %"), (0.165, "17 %"), (0.825, "83 %"), (1, "100 %")])
  func `shares are rounded half up`(_ share: Double, _ text: String) {
    #expect(Rounded.percent(share) == text)
  }

  @Test func `figures, ages and latencies have their units`() {
    #expect(ClockFace.figure(.milliseconds(9_100)) == "9 s")
    #expect(ClockFace.figure(.seconds(192)) == "3:12")
    #expect(ClockFace.age(.seconds(125)) == "2 min")
    #expect(ClockFace.latency(.microseconds(430)) == "0.4 ms")
    #expect(ClockFace.latency(.milliseconds(12)) == "12 ms")
  }
}
