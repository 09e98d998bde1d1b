import CallModel
import Testing

@testable import BoardScreen

/// One agent's own view, in the sizes in which they have it beside something else.
@Suite struct AgentOwnViewTests {
  static let sizes = [
    ScreenSize(columns: 120, rows: 36), ScreenSize(columns: 80, rows: 24),
    ScreenSize(columns: 40, rows: 8), ScreenSize(columns: 24, rows: 5),
  ]

  /// Each state with the link to the listener and for how long it has lasted.
  static let states: [(name: String, activity: Agent.Activity, link: AttachStatus.Link, age: Int)] =
    [
      ("free", .idle, .live, 730), ("dialing", .dialing, .live, 1),
      ("ringing", .ringing, .live, 12),
      ("ringing-red", .ringing, .live, 72), ("calling", .calling, .live, 9),
      ("talking", .talking, .live, 4_000),
      ("catching-up", .ringing, .catchingUp(7), 3),
      (
        "lost", .ringing,
        .lost(since: Floor.now - .seconds(4), reason: "connection refused", retry: Floor.now), 3
      ),
    ]

  private let floor = Floor(load: .usual)

  private func page(_ name: String) throws -> BoardPage {
    let state = try #require(Self.states.first { $0.name == name })
    var agent = floor.agents[0]
    agent.activity = state.activity
    agent.since = Floor.now - .seconds(state.age)
    agent.missesInARow = 3
    let calls = state.activity == .idle ? [] : [floor.calls[0]]
    var page = floor.page(.figures)
    page.wire.listener = .attached(AttachStatus(name: "calls.example.com", link: state.link))
    page.content = .agent(
      AgentDetail(
        agent: agent, calls: calls,
        past: calls.first?.call.customer.map { .ofCaller($0) } ?? .ofAgent,
        earlier: Array(floor.endedCalls.prefix(3)), total: 7, isPartial: false))
    return page
  }

  private func frame(
    _ page: BoardPage, _ size: ScreenSize, _ settings: ScreenSettings = Floor.settings
  ) -> Frame {
    let settings = settings.forOwnView(of: "+919880010000")
    let state = ScreenState(size: size, ownAgent: settings.ownAgent)
    return Screen.render(state, page, settings)
  }

  @Test(arguments: sizes, states.map(\.name))
  func `it looks like its picture`(_ size: ScreenSize, _ name: String) throws {
    try compare(frame(page(name), size), "own-\(name)-\(size.columns)x\(size.rows)")
  }

  @Test func `addresses that callbacks alone have joined are told apart from those of the roster`()
    throws
  {
    var page = try page("free")
    guard case .agent(var detail?) = page.content else { return }
    let (listed, joined) = (Floor.number("sip:asha9f2"), Floor.number("asha@example.com"))
    detail.agent.addresses = [detail.agent.number, joined, listed]
    detail.agent.joinedByCallbacks = [joined]
    page.content = .agent(detail)
    let text = frame(page, Self.sizes[0]).text
    #expect(text.contains("also   sip:asha9f2"))
    #expect(text.contains("also, as callbacks say, asha@example.com"))
  }

  @Test func `what rings for too long shouts, and what is not live does not look live`() throws {
    let size = Self.sizes[1]
    func styles(_ name: String) throws -> Set<Style> {
      let frame = try self.frame(page(name), size)
      return Set((3..<10).flatMap { y in frame.row(y).map { $0.style } })
    }
    #expect(try styles("ringing-red").contains { $0.isReverse && $0.role == .red })
    #expect(try !styles("ringing").contains { $0.isReverse })
    #expect(try styles("lost").contains { $0.role == .red && !$0.isDim })
    let frame = try self.frame(page("lost"), size)
    #expect((12..<22).allSatisfy { frame.row($0).allSatisfy(\.style.isDim) })
  }

  @Test func `of two calls it says what they do in each`() throws {
    var page = try page("talking")
    guard case .agent(var detail?) = page.content else { return }
    var second = floor.calls[1]
    second.call.legs = floor.calls[0].call.legs
    for place in detail.calls[0].call.legs.indices {
      detail.calls[0].call.legs[place].state = .answered
      detail.calls[0].call.legs[place].clock = Floor.now - .seconds(4_000)
    }
    detail.calls.append(second)
    detail.past = try .ofCaller(#require(second.call.customer))
    page.content = .agent(detail)
    try compare(frame(page, Self.sizes[1]), "own-two-calls-80x24")
  }

  @Test func `an agent nobody has heard of is said to be one`() throws {
    var page = floor.page(.figures)
    page.content = .agent(nil)
    try compare(frame(page, Self.sizes[1]), "own-unknown-80x24")
  }

  @Test func `numbers are masked where they are to be`() throws {
    let settings = Floor.settings.forOwnView(of: "+919880010000")
    var state = ScreenState(size: Self.sizes[1], ownAgent: settings.ownAgent)
    _ = state.update(.key(.character("z")), page: try page("ringing"), settings: settings)
    let text = Screen.render(state, try page("ringing"), settings).text
    #expect(text.contains("x") && !text.contains("98123 10000"))
  }

  @Test func `it has the keys that it needs, and q leaves`() throws {
    let settings = Floor.settings.forOwnView(of: "+919880010000")
    var state = ScreenState(size: Self.sizes[1], ownAgent: settings.ownAgent)
    let page = try page("free")
    for key in ["1", "2", "F", "p", "/", "y", "x"] {
      #expect(
        state.update(.key(.character(Character(key))), page: page, settings: settings).isEmpty)
      #expect(state.view == .agent("+919880010000"), "\(key)")
    }
    _ = state.update(.key(.character("?")), page: page, settings: settings)
    #expect(state.view.kind == .help)
    _ = state.update(.key(.character("q")), page: page, settings: settings)
    #expect(
      state.update(.key(.character("q")), page: page, settings: settings) == [.quit(signal: nil)])
  }
}
