import CallModel
import Testing

@testable import BoardScreen

@Suite struct ScreenStateTests {
  @Test func `p freezes what is shown and lets it go on, in every view`() {
    var person = Person()
    for view in "12345" {
      person.types(String(view))
      #expect(person.does(.key(.character("p"))) == [.freeze])
      person.types("jj")
      #expect(person.does(.key(.character("p"))) == [.thaw])
    }
  }

  @Test func `the timeline is zoomed with plus and minus`() {
    var person = Person()
    person.types("3++")
    guard case .timeline(_, let near) = person.state.request else {
      Issue.record("no timeline is shown")
      return
    }
    person.types("----")
    guard case .timeline(_, let far) = person.state.request else { return }
    #expect(near == .seconds(120))
    #expect(far == .seconds(1_800))
  }

  @Test func `at the top the list follows; moved away it stays with its call`() {
    var person = Person()
    person.rows = Floor(load: .overfull).calls
    person.types("jjj")
    let chosen = person.selected
    #expect(chosen.line == 3)
    person.rows?.insert(contentsOf: Floor(load: .usual).calls, at: 0)
    #expect(person.selected.sid == chosen.sid)
    #expect(person.selected.line == 3)
    person.types("g")
    #expect(person.selected.sid == person.rows?.first?.call.sid)
    #expect(person.state.calls.target == .top)
  }

  @Test func `when the selected call leaves, its successor is selected`() {
    var person = Person()
    person.rows = Floor(load: .overfull).calls
    person.types("jjjjj")
    let next = person.rows?[6].call.sid
    person.rows?.remove(at: 5)
    #expect(person.selected.sid == next)
  }

  @Test func `the end is reached and not passed, by any key`() {
    var person = Person()
    person.types("G")
    let last = person.selected
    person.does(.key(.pageDown), .key(.down), .wheel(lines: 3, x: 2, y: 8))
    #expect(person.selected.sid == last.sid)
    for _ in 0..<100 { person.does(.key(.control("u"))) }
    #expect(person.state.calls.target == .top)
  }

  @Test func `a window that changes its size keeps the selection`() {
    var person = Person()
    person.types("jjjjjjjjjjjj")
    let chosen = person.selected.sid
    for size in [(80, 24), (60, 12), (59, 3), (200, 60), (120, 36)] {
      person.does(.resized(ScreenSize(columns: size.0, rows: size.1)))
    }
    #expect(person.selected.sid == chosen)
  }

  @Test func `a call is opened by key and by double click, and closed again`() {
    var person = Person()
    person.does(.key(.down), .key(.enter))
    let sid = Floor(load: .overfull).calls[1].call.sid
    #expect(person.state.view == .call(sid))
    person.does(.key(.escape))
    #expect(person.state.view == .calls)
    person.does(.doubleClick(x: 5, y: person.state.screenLayout.list.y + 2))
    #expect(person.state.view == .call(sid))
    #expect(person.does(.key(.character("q"))).isEmpty)
    #expect(person.does(.key(.character("q"))) == [.quit(signal: nil)])
  }

  @Test func `escape never quits`() {
    var person = Person()
    #expect(person.does(.key(.escape), .key(.escape)).isEmpty)
  }

  @Test func `tabs can be clicked and the pane changed`() throws {
    var person = Person()
    let tabs = try #require(person.state.screenLayout.tabs)
    var views: Set<ScreenView> = []
    for x in 0..<60 {
      guard case .tab(let view)? = person.target(x: x, y: tabs.y) else { continue }
      person.does(.click(x: x, y: tabs.y))
      #expect(person.state.view == view)
      views.insert(view)
      person.state.show(.calls)
    }
    #expect(views.count > 3)
    person.does(.key(.tab), .key(.down))
    #expect(person.state.isAgentPane)
    #expect(person.state.calls.target == .top)
    #expect(person.state.agents.target != .top)
  }

  @Test func `text scrolls to its end and not beyond`() {
    var person = Person()
    person.does(.key(.enter), .key(.tab), .key(.tab))
    let lines = Screen.lineCount(person.state, person.page, Floor.settings) ?? 0
    person.types("G")
    person.state.clampScroll(to: lines)
    #expect(person.state.scroll == lines - person.state.screenLayout.text.height)
    person.types("k")
    #expect(person.state.scroll == lines - person.state.screenLayout.text.height - 1)
  }
}

/// Repeatable randomness.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
