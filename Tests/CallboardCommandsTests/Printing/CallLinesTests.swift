import CallModel
import Testing

@testable import CallboardCommands

@Suite struct CallLinesTests {
  /// Three agents ring at once, and the first one answers.
  private static func row() -> CallRow {
    let numbers = ["+919880000001", "+919880000002", "+919880000003"]
    let at = Instant(seconds: 1_767_261_600)
    var call = Call(sid: "c1", families: [.connect], state: .ended, startedAt: at, clock: at)
    call.outcome = .completed
    call.legs = numbers.enumerated().map { place, number in
      var leg = Leg(
        index: place + 2, party: .agent, number: PhoneNumber(number, country: .india),
        state: .ended, clock: at)
      leg.outcome = place == 0 ? .completed : .elsewhere
      return leg
    }
    return CallRow(call: call, legNames: [nil, nil, nil])
  }

  @Test func `of several who rang the one who answered is the agent of the call`() throws {
    let zone = try #require(AccountZone(name: "Asia/Kolkata"))
    var table = CallLines(format: .table, zone: zone)
    let line = String(decoding: table.text(Self.row()), as: UTF8.self)
    #expect(line.contains("+919880000001") && !line.contains("+919880000003"))
    var csv = CallLines(format: .csv, zone: zone)
    let names = csv.beginning.dropLast().split(separator: ",", omittingEmptySubsequences: false)
    let fields = String(decoding: csv.text(Self.row()), as: UTF8.self)
      .split(separator: ",", omittingEmptySubsequences: false)
    let place = try #require(names.firstIndex(of: "answered_by"))
    #expect(fields[place] == "+919880000001")
    #expect(fields[place - 1] == "+919880000001; +919880000002; +919880000003")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("", ""), ("+919812300001", "+919812300001"),
    ("+919812300001; +919812300002", "+919812300001; +919812300002"),
    ("+1; =1", "'+1; =1"), ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+1-1", "'+1-1"),
    ("-2", "'-2"), ("+1; cmd|' /C calc'!A0", "'+1; cmd|' /C calc'!A0"),
    ("+1; SUM(A1)", "'+1; SUM(A1)"), ("sip:a; =1", "sip:a; =1"), ("+asha; +1", "'+asha; +1"),
  ])
  func `a field of CSV is quoted, and no formula`(_ field: String, _ quoted: String) {
    #expect(CallLines.quoted(field) == quoted)
  }

  @Test(arguments: [
    "+919880000001; asha@example.com; sip:asha9f2", "+919880000001; Asha Rao; +919880000002",
  ])
  func `a number with other addresses or names behind it stays as it is`(_ field: String) {
    #expect(CallLines.quoted(field) == field)
  }
}
