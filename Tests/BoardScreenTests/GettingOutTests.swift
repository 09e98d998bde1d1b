import CallModel
import Testing

@testable import BoardScreen

@Suite struct GettingOutTests {
  private var person = Person()

  @Test mutating func `y copies the number, the sid or the call of the selected row`() {
    person.types("jy")
    let call = Floor(load: .overfull).calls[1].call
    #expect(person.types("n") == [.copy("+919812310001")])
    #expect(person.types("ys") == [.copy(call.sid)])
    #expect(person.types("yj") == [.copyCall(call.sid)])
    person.types("y")
    #expect(person.does(.key(.down), .key(.enter)) == [.copy(call.sid)])
  }

  @Test mutating func `what is copied is of the row that was selected when the menu came`() {
    person.rows = Floor(load: .overfull).calls
    person.types("y")
    person.rows?.insert(contentsOf: Floor(load: .usual).calls.suffix(2), at: 0)
    #expect(person.types("n") == [.copy("+919812310000")])
  }

  @Test mutating func `what is copied is masked while the screen is`() {
    person.types("zy")
    #expect(person.types("n") == [.copy("+91981xxxx000")])
  }

  @Test mutating func `the key for help closes it again`() {
    let before = person.screen
    person.types("?")
    #expect(person.state.view.kind == .help)
    person.types("?")
    #expect(person.screen == before)
  }

  @Test mutating func `where nothing is selected it says so`() {
    person.floor = Floor(load: .empty)
    person.types("y")
    #expect(person.state.menu == nil)
    #expect(person.state.notice?.isFault == true)
  }

  @Test mutating func `w saves and x exports in the chosen form`() {
    #expect(person.types("wh") == [.save(.html)])
    #expect(person.types("wt") == [.save(.text)])
    #expect(person.types("xc") == [.export(.csv)])
    person.types("x")
    #expect(person.does(.key(.down), .key(.enter)) == [.export(.json)])
    #expect(person.state.menu == nil)
  }

  @Test mutating func `m marks a call and takes the mark away`() {
    person.types("jm")
    #expect(person.state.marks == [Floor(load: .overfull).calls[1].call.sid])
    #expect(person.screen.contains("1 marked"))
    person.types("m")
    #expect(person.state.marks.isEmpty)
    person.types("jm")
    person.does(.key(.escape))
    #expect(person.state.marks.isEmpty)
  }

  @Test mutating func `a menu is chosen from and closed with the mouse`() {
    person.types("w")
    let places = (0..<24).flatMap { y in (0..<120).map { (x: $0, y: y) } }
    let second = places.first { person.target(x: $0.x, y: $0.y) == .menuItem(1) } ?? (0, 0)
    #expect(person.does(.click(x: second.x, y: second.y)) == [.save(.svg)])
    person.types("w")
    #expect(person.does(.click(x: 0, y: 23)).isEmpty)
    #expect(person.state.menu == nil)
  }

  @Test(arguments: [
    ScreenView.calls, .agents, .timeline, .history, .callbacks,
    .call("c1054cfcd8910389ff64882d8e2525"),
  ])
  mutating func `no number is to be seen while they are masked`(_ view: ScreenView) {
    person.floor = Floor(load: .usual)
    if view.kind == .call { person.state.open(view) } else { person.state.show(view) }
    #expect(person.screen.contains("98123") || person.screen.contains("98800"))
    person.types("z")
    for _ in CallPanes.Pane.allCases {
      for line in person.screen.split(separator: "\n") {
        for number in ["9812310", "98123 10", "9880010", "98800 10", "8044556678"] {
          #expect(!line.contains(number), "\(line)")
        }
      }
      person.does(.key(.tab))
    }
  }

  @Test func `a masked ladder tells the same story`() {
    for call in LadderCalls.Call.allCases {
      var page = Floor(load: .usual).page(.figures)
      page.content = .call(LadderCalls().detail(call))
      guard case .call(let masked?) = page.masked.content,
        case .call(let plain?) = page.content
      else { continue }
      let (left, right) = (
        Ladder(masked, Floor.settings.signs), Ladder(plain, Floor.settings.signs)
      )
      #expect(left.lines.map(\.label) == right.lines.map(\.label))
      #expect(left.lines.map(\.way) == right.lines.map(\.way))
      #expect(left.parties.count == right.parties.count)
      #expect(!left.parties.contains { $0.title.contains("98800 00") })
    }
  }

  @Test mutating func `a filter for a number is masked in the footer`() {
    person.types("/98123 10001")
    person.does(.key(.enter))
    #expect(person.lastLine.contains("/98123 10001"))
    person.types("zj")
    #expect(person.lastLine.contains("/981xx xx001"))
  }
}
