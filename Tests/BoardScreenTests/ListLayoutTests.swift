import CallModel
import Testing

@testable import BoardScreen

@Suite struct ListLayoutTests {
  private var person = Person()

  /// The headings of the calls.
  private var headings: [String] {
    let line = person.screen.split(separator: "\n", omittingEmptySubsequences: false)[4]
    return line.prefix { $0 != "│" }.split(separator: " ").map(String.init)
  }

  @Test(arguments: [60, 80, 100, 120, 200])
  mutating func `s goes through the columns that are shown and back to the list's own order`(
    _ width: Int
  ) {
    person.does(.resized(ScreenSize(columns: width, rows: 24)))
    for kind in ["1", "2", "4", "5"] {
      person.types(kind)
      guard let list = person.state.listKind else { continue }
      let titles = Dictionary(
        uniqueKeysWithValues: list.specifications.map { ($0.name, $0.title) })
      let before = person.screen
      var columns: [String] = []
      while columns.count < 20 {
        #expect(person.types("s") == [.remember])
        guard let order = person.state.layout(of: list).order else { break }
        columns.append(order.column)
        let title = titles[order.column] ?? ""
        #expect(before.contains(title), "\(title) is hidden at \(width)")
        #expect(person.screen.contains((order.isDescending ? "▼" : "▲") + title))
      }
      #expect(columns.count > 2)
      #expect(columns == list.columns.filter(columns.contains))
      #expect(person.state.layout(of: list).order == nil)
    }
  }

  @Test mutating func `the column that the list is sorted by is shown, however narrow it is`() {
    person.does(.resized(ScreenSize(columns: 200, rows: 24)))
    person.types("4")
    person.state.preferences.orders[.history] = .init(ListOrder(column: "odd"))
    person.does(.resized(ScreenSize(columns: 60, rows: 24)))
    #expect(person.screen.contains("▲ODD"))
  }

  @Test mutating func `beside the calls, agents are sorted by the columns that are there`() {
    person.does(.key(.tab))
    var titles: [String] = []
    while titles.count < 9 {
      person.types("s")
      guard person.state.layout(of: .agents).order != nil else { break }
      titles += ["AGENT", "DOES", "FOR"].filter {
        person.screen.contains("▲" + $0) || person.screen.contains("▼" + $0)
      }
    }
    #expect(titles == ["AGENT", "DOES", "FOR"])
  }

  @Test mutating func `S turns the order round`() {
    person.types("s")
    #expect(headings.first == "▲STATE")
    person.types("S")
    #expect(headings.first == "▼STATE")
  }

  @Test mutating func `figures are sorted the highest first`() {
    person.types("ss")
    #expect(headings.contains("▼FOR"))
  }

  @Test mutating func `a click on a heading sorts, another turns it round`() {
    let line = person.screen.split(separator: "\n", omittingEmptySubsequences: false)[4]
    let x = line.distance(
      from: line.startIndex, to: line.range(of: "CALLER")?.lowerBound ?? line.startIndex)
    #expect(person.does(.click(x: x, y: 4)) == [.remember])
    #expect(person.state.layout(of: .calls).order == ListOrder(column: "caller"))
    person.does(.click(x: x, y: 4))
    #expect(person.state.layout(of: .calls).order?.isDescending == true)
  }

  @Test mutating func `columns are hidden, shown again where they were, and moved`() {
    person.types("cjj ")
    #expect(!headings.contains("CALLER"))
    person.types(" ")
    #expect(headings.prefix(4) == ["STATE", "FOR", "CALLER", "AGENT"])
    #expect(person.types("<") == [.remember])
    #expect(headings.prefix(3) == ["STATE", "CALLER", "FOR"])
    person.types("r")
    #expect(headings.prefix(3) == ["STATE", "FOR", "CALLER"])
    person.does(.key(.escape))
    #expect(person.state.menu == nil)
  }

  @Test mutating func `the configuration's columns are no habit, and come back with r`() {
    let own = ListLayout(columns: ["caller", "state"])
    person.state = ScreenState(size: person.state.size, layouts: [.calls: own])
    #expect(headings.prefix(2) == ["CALLER", "STATE"])
    person.types("/a")
    person.does(.key(.enter))
    person.types("S")
    #expect(person.state.preferences.columns.isEmpty && person.state.preferences.orders.isEmpty)
    person.types("s")
    #expect(person.state.preferences.columns.isEmpty)
    #expect(headings.prefix(2) == ["▲CALLER", "STATE"])
    person.types("c ")
    #expect(headings.first == "STATE")
    person.types("r")
    #expect(person.state.preferences.columns.isEmpty && person.state.preferences.orders.isEmpty)
    #expect(person.state.layout(of: .calls) == own)
  }

  @Test mutating func `the last column cannot be hidden`() {
    person.types("c")
    for _ in 0..<10 { person.types(" j") }
    #expect(person.state.layout(of: .calls).columns.count == 1)
  }

  @Test func `every column can be sorted by`() {
    for kind in ListKind.allCases {
      for name in kind.columns {
        switch kind {
        case .calls, .history: #expect(CallSorting(rawValue: name) != nil, "\(name)")
        case .agents:
          #expect(Floor(load: .usual).agents[0].value(of: name) != nil, "\(name)")
        case .callbacks:
          #expect(Floor(load: .usual).requests[0].value(of: name) != nil, "\(name)")
        }
      }
    }
  }
}
