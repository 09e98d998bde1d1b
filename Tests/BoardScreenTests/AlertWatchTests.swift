import CallModel
import Testing

@testable import BoardScreen

@Suite struct AlertWatchTests {
  private var watch = AlertWatch()
  private var alarms = Alarms()
  private var settings = Floor.settings
  private let rows = Floor(load: .usual).calls

  init() {
    settings.bell = .red
    settings.notify = .ring
  }

  private mutating func look(at second: Double) -> Alert? {
    watch.look(
      alarms, now: Floor.now + .milliseconds(Int64(second * 1000)), settings, isPrivate: false)
  }

  @Test mutating func `nothing is nothing to be called for`() {
    #expect(look(at: 0) == nil)
    #expect(look(at: 60) == nil)
  }

  @Test mutating func `what rings already at the start is not new, what is red is`() {
    alarms.rings = 7
    #expect(look(at: 0) == nil)
    alarms.ringing = Overdue(count: 1, row: rows[0])
    #expect(look(at: 1)?.rings == true)
    #expect(look(at: 9) == nil)
  }

  @Test mutating func `a new ring notifies, where it is asked for, and does not ring the bell`() {
    _ = look(at: 0)
    alarms.rings = 1
    alarms.newest = rows[1]
    let alert = look(at: 1)
    #expect(alert?.rings == false)
    #expect(alert?.notice == "+91 98123 10001, Support, ringing")
    settings.notify = .off
    alarms.rings = 2
    #expect(look(at: 9) == nil)
  }

  @Test mutating func `an agent is called also for what rings already`() {
    watch = AlertWatch(callsAtOnce: true)
    alarms.rings = 7
    #expect(look(at: 0) == nil)
    watch = AlertWatch(callsAtOnce: true)
    alarms.newest = rows[0]
    #expect(look(at: 0)?.notice?.hasSuffix("ringing") == true)
    #expect(look(at: 5) == nil)
  }

  @Test mutating func `what came and went while the board was not live calls nobody`() {
    _ = look(at: 0)
    watch.lookAway()
    alarms.rings = 40
    #expect(look(at: 5) == nil)
    watch.lookAway()
    alarms.rings = 41
    alarms.newest = rows[1]
    #expect(look(at: 9)?.notice?.hasSuffix("ringing") == true)
  }

  @Test mutating func `never twice within two seconds, and nothing red is lost by it`() {
    _ = look(at: 0)
    alarms.rings = 1
    #expect(look(at: 1) != nil)
    alarms.ringing = Overdue(count: 1, row: rows[0])
    #expect(look(at: 1.5) == nil)
    alarms.rings = 3
    #expect(look(at: 2.9) == nil)
    let alert = look(at: 3.1)
    #expect(alert?.rings == true)
    #expect(alert?.notice?.hasSuffix("ringing for too long") == true)
    #expect(look(at: 20) == nil)
  }

  @Test mutating func `one more that is red is new, one less is not`() {
    alarms.ringing = Overdue(count: 2, row: rows[0])
    _ = look(at: 0)
    alarms.ringing = Overdue(count: 1, row: rows[0])
    #expect(look(at: 10) == nil)
    alarms.ringing = Overdue(count: 2, row: rows[1])
    #expect(look(at: 20) != nil)
  }

  @Test mutating func `numbers are masked where the screen masks them`() {
    alarms.waiting = Overdue(count: 1, row: rows[2])
    let alert = watch.look(alarms, now: Floor.now, settings, isPrivate: true)
    #expect(alert?.notice?.contains("+91981xxxx002") == true)
  }
}
