import CallModel
import Testing

@testable import BoardScreen

/// What is hit is what is drawn.
@Suite struct PointerTests {
  private static let size = ScreenSize(columns: 120, rows: 36)

  /// The views that clicks into the first rows lead to.
  private func clickAtTop(_ person: Person) -> Set<ScreenView> {
    var views: Set<ScreenView> = []
    for y in 0..<6 {
      for x in stride(from: 0, to: person.state.size.columns, by: 4) {
        var person = person
        person.does(.click(x: x, y: y))
        views.insert(person.state.view)
      }
    }
    return views
  }

  @Test func `where no tabs are drawn none can be hit`() {
    var person = Person()
    person.types("F")
    #expect(clickAtTop(person) == [.floor])

    let own = ScreenView.agent("9880000012")
    person.state = ScreenState(size: Self.size, ownAgent: "9880000012")
    #expect(clickAtTop(person) == [own])
  }

  @Test func `in a window that is too small nothing can be hit`() {
    var person = Person()
    person.does(.resized(ScreenSize(columns: 59, rows: 12)))
    #expect(clickAtTop(person) == [.calls])
  }

  @Test(arguments: ["1", "2", "4", "5"], [false, true])
  func `a heading is hit where it stands, and nowhere else`(_ key: Character, _ isPrivate: Bool) {
    var person = Person()
    person.floor = Floor(load: .usual)
    person.types(String(key))
    if isPrivate { person.types("z") }
    let layout = person.state.screenLayout
    let lines = person.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let titles = Array(lines[layout.list.y])
    let columns = person.state.listKind?.specifications ?? []
    var hit: Set<String> = []
    for x in 0..<layout.list.width {
      guard case .heading(let name)? = person.target(x: x, y: layout.list.y) else { continue }
      let title = columns.first { $0.name == name }?.title ?? ""
      if x == 0 || person.target(x: x - 1, y: layout.list.y) != .heading(name) {
        let isRight = columns.first { $0.name == name }?.isRight ?? false
        let shown = String(titles[x...].prefix(40))
        #expect(isRight || shown.hasPrefix(title.prefix(4)), "\(name) at \(x): \(shown)")
      }
      hit.insert(name)
    }
    #expect(hit.count > 4)
  }

  @Test func `a row is hit in the list that it stands in`() {
    var person = Person()
    let layout = person.state.screenLayout
    let line = layout.list.y + 3
    person.does(.click(x: 119, y: line))
    #expect(person.state.isAgentPane)
    #expect(person.target(x: 119, y: line) == .row(2))
    person.does(.click(x: 5, y: line))
    #expect(!person.state.isAgentPane)
    #expect(person.selected.line == 2)
    #expect(person.target(x: 119, y: layout.list.y) == nil)
    #expect(person.target(x: 5, y: layout.footer.y) == nil)
  }
}
