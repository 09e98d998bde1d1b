import CallModel
import Testing

@testable import BoardScreen

/// Every view and state as plain text, in four sizes and three loads.
@Suite struct ScreenPictureTests {
  static let sizes = [
    ScreenSize(columns: 120, rows: 36), ScreenSize(columns: 80, rows: 24),
    ScreenSize(columns: 60, rows: 12), ScreenSize(columns: 200, rows: 60),
  ]

  static let views: [(name: String, view: ScreenView)] = [
    ("calls", .calls), ("agents", .agents), ("timeline", .timeline),
    ("history", .history), ("callbacks", .callbacks),
    ("call", .call("c1054cfcd8910389ff64882d8e2525")), ("help", .help(.calls)),
  ]

  @Test(arguments: sizes, Floor.Load.allCases)
  func `views look like their pictures`(_ size: ScreenSize, _ load: Floor.Load) throws {
    for (name, view) in Self.views {
      var state = ScreenState(size: size)
      if [.call, .floor, .help].contains(view.kind) { state.open(view) } else { state.show(view) }
      let floor = Floor(load: load)
      let page = floor.page(state.request)
      state.settle(page)
      let frame = Screen.render(state, page, Floor.settings)
      try compare(frame, "\(name)-\(load.rawValue)-\(size.columns)x\(size.rows)")
    }
  }

  /// What a person does before the picture is taken.
  static let states: [(name: String, keys: String)] = [
    ("filtered", "/state:ringing\n"), ("typing", "/state:ringing ring>"), ("sorted", "sss"),
    ("columns", "cj j"), ("copying", "jjy"), ("saving", "w"), ("exporting", "jmjx"),
    ("marked", "jmjm"), ("masked", "z"), ("history-masked", "4z"), ("nothing", "/nobody\n"),
    ("agents-sorted", "2ss"), ("callbacks-filtered", "5/answer\n"), ("timeline-near", "3++j"),
    ("pane", "\tj"), ("request", "5jjj\n"),
  ]

  @Test(arguments: sizes, states.map(\.name))
  func `states look like their pictures`(_ size: ScreenSize, _ name: String) throws {
    var person = Person()
    person.floor = Floor(load: .usual)
    person.does(.resized(size))
    for key in Self.states.first(where: { $0.name == name })?.keys ?? "" {
      switch key {
      case "\n": person.does(.key(.enter))
      case "\t": person.does(.key(.tab))
      default: person.does(.key(.character(key)))
      }
    }
    let frame = Screen.render(person.state, person.page, Floor.settings)
    try compare(frame, "state-\(name)-\(size.columns)x\(size.rows)")
  }

  static let links: [(name: String, link: AttachStatus.Link)] = [
    ("live", .live), ("catching-up", .catchingUp(1_234)),
    (
      "lost",
      .lost(
        since: Floor.now - .seconds(12), reason: "connection refused",
        retry: Floor.now + .seconds(3))
    ),
  ]

  @Test(arguments: sizes, links.map(\.name))
  func `a board from elsewhere says whether it is live`(_ size: ScreenSize, _ name: String) throws {
    let link = try #require(Self.links.first { $0.name == name }).link
    let state = ScreenState(size: size)
    var page = Floor(load: .usual).page(state.request)
    page.wire.listener = .attached(AttachStatus(name: "calls.example.com", link: link))
    let frame = Screen.render(state, page, Floor.settings)
    try compare(frame, "attached-\(name)-\(size.columns)x\(size.rows)")
    let isFaded = frame.row(size.rows / 2).allSatisfy(\.style.isDim)
    #expect(isFaded == (name != "live"))
  }

  @Test(arguments: sizes) func `ASCII terminals get the same board`(_ size: ScreenSize) throws {
    var settings = Floor.settings
    settings.signs = Signs(ascii: true)
    let state = ScreenState(size: size)
    let page = Floor(load: .usual).page(state.request)
    try compare(
      Screen.render(state, page, settings), "state-ascii-\(size.columns)x\(size.rows)")
  }

  @Test func `a window that is too small says so`() throws {
    let state = ScreenState(size: ScreenSize(columns: 59, rows: 12))
    let page = Floor(load: .usual).page(state.request)
    try compare(Screen.render(state, page, Floor.settings), "too-small-59x12")
  }

  @Test func `a listener that is down is told in red`() throws {
    let state = ScreenState(size: Self.sizes[1])
    var page = Floor(load: .usual).page(state.request)
    page.wire.listener = .down("port 8080 is in use")
    let frame = Screen.render(state, page, Floor.settings)
    #expect(frame.text.contains("not listening: port 8080 is in use"))
    let roles = Set(frame.row(0).map(\.style.role))
    #expect(roles.contains(.red))
    #expect(!roles.contains(.good))
  }

  @Test func `why callbacks are not kept is told in red, in every size`() throws {
    for size in Self.sizes {
      let state = ScreenState(size: size)
      var page = Floor(load: .usual).page(state.request)
      page.wire.fault = "No space left on device (cannot write to /data/2026-01-01.jsonl)"
      let frame = Screen.render(state, page, Floor.settings)
      #expect(frame.text.contains("not kept: No space left on"))
      let roles = Set(frame.row(0).map(\.style.role))
      #expect(roles.contains(.red))
      #expect(!roles.contains(.good))
    }
  }

  @Test func `the header goes on while the screen stands still`() {
    let state = ScreenState(size: Self.sizes[0])
    var page = Floor(load: .usual).page(state.request)
    page.pause = .init(changes: 0)
    page.clock = page.now + .seconds(300)
    let text = Screen.render(state, page, Floor.settings).text
    #expect(text.contains("last 5 min ago"))
    #expect(text.contains("14:08:22 IST"))
    #expect(text.contains("PAUSED at 14:03:22"))
  }

  @Test(arguments: sizes)
  func `a screen that stands still says so, with what came since`(_ size: ScreenSize) throws {
    let state = ScreenState(size: size)
    var page = Floor(load: .usual).page(state.request)
    page.pause = .init(changes: 41)
    try compare(
      Screen.render(state, page, Floor.settings), "state-paused-\(size.columns)x\(size.rows)")
  }
}
