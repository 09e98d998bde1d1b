import Testing

@testable import CallboardCommands

@Suite struct FittedTableTests {
  private let table = FittedTable(
    columns: [
      .init("NAME", rank: 0), .init("FOR", rank: 1, isRight: true), .init("NOTE", rank: 2),
    ],
    rows: [["asha", "0:07", "a long note"], ["ravi", "12:00", ""]])

  @Test func `as wide as it needs where nothing limits it`() {
    #expect(
      table.lines(width: nil) == [
        "NAME    FOR  NOTE", "asha   0:07  a long note", "ravi  12:00  ",
      ])
  }

  @Test func `what matters least gives way first`() {
    #expect(table.lines(width: 15) == ["NAME    FOR", "asha   0:07", "ravi  12:00"])
    #expect(table.lines(width: 6) == ["NAME", "asha", "ravi"])
    #expect(table.lines(width: 3) == ["NA…", "as…", "ra…"])
  }

  @Test func `nothing, and more than is shown, are told`() {
    var table = FittedTable(columns: [.init("NAME", rank: 0)], rows: [], empty: "No calls.")
    #expect(table.lines(width: 80) == ["No calls."])
    table = FittedTable(columns: [.init("NAME", rank: 0)], rows: [["a"]], rest: "… 3 more")
    #expect(table.lines(width: nil).last == "… 3 more")
  }
}
