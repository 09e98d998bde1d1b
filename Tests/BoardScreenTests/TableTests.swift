import Testing

@testable import BoardScreen

@Suite struct TableTests {
  private let columns = [
    Table.Column(title: "ONE", width: 4, widest: 8, rank: 0),
    Table.Column(title: "TWO", width: 4, widest: 4, isRight: true, rank: 2),
    Table.Column(title: "THREE", width: 6, widest: 20, rank: 1),
  ]

  private func drawn(width: Int) -> String {
    var frame = Frame(ScreenSize(columns: 40, rows: 2))
    let table = Table(columns, x: 0, width: width, signs: Signs(ascii: false))
    table.drawTitles(&frame, y: 0)
    table.draw([.init("a"), .init("12"), .init("something long")], &frame, y: 1)
    return frame.text
  }

  @Test func `what matters least drops out first`() {
    #expect(drawn(width: 16) == "ONE   TWO THREE\na      12 somet…\n")
    #expect(drawn(width: 12) == "ONE   THREE\na     somet…\n")
    #expect(drawn(width: 8) == "ONE\na\n")
  }

  @Test func `room widens what can use it`() {
    #expect(drawn(width: 30) == "ONE       TWO THREE\na          12 something long\n")
  }

  private func fitted(width: Int, _ row: [String]) -> String {
    var frame = Frame(ScreenSize(columns: 40, rows: 2))
    let fields = row.map { Table.Field($0) }
    let table = Table(columns, rows: [fields], x: 0, width: width, signs: Signs(ascii: false))
    table.drawTitles(&frame, y: 0)
    table.draw(fields, &frame, y: 1)
    return frame.text
  }

  @Test func `what the contents need comes before what could grow`() {
    #expect(
      fitted(width: 21, ["a", "12", "something"]) == "ONE    TWO THREE\na       12 something\n")
    #expect(fitted(width: 17, ["a", "12", "something"]) == "ONE TWO THREE\na    12 something\n")
  }

  @Test func `nothing is taken from a column that needs it`() {
    #expect(
      fitted(width: 16, ["abcd", "1234", "something"]) == "ONE   TWO THREE\nabcd 1234 somet…\n")
  }
}
