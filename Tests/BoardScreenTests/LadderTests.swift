import CallModel
import Testing

@testable import BoardScreen

@Suite struct LadderTests {
  private let signs = Signs(ascii: false)

  private func ladder(_ call: LadderCalls.Call) -> Ladder {
    Ladder(LadderCalls().detail(call), signs)
  }

  /// A person who has opened the ladder of a call, in a window of that size.
  private func opened(_ call: LadderCalls.Call, _ size: ScreenSize) -> (ScreenState, BoardPage) {
    var state = ScreenState(size: size)
    state.open(.call("c1"))
    var page = Floor(load: .usual).page(.figures)
    page.content = .call(LadderCalls().detail(call))
    _ = state.update(.key(.tab), page: page, settings: Floor.settings)
    return (state, page)
  }

  @Test(arguments: ScreenPictureTests.sizes, LadderCalls.Call.allCases)
  func `ladders look like their pictures`(_ size: ScreenSize, _ call: LadderCalls.Call) throws {
    var (state, page) = opened(call, size)
    if call == .crowd {
      for key in "lll" {
        _ = state.update(.key(.character(key)), page: page, settings: Floor.settings)
      }
    }
    try compare(
      Screen.render(state, page, Floor.settings),
      "ladder-\(call.rawValue)-\(size.columns)x\(size.rows)")
  }

  @Test func `every party has a column, each once`() {
    #expect(ladder(.hunt).parties.map(\.title) == ["caller", "Exotel", "Asha Rao", "Ravi Kumar"])
    #expect(ladder(.crowd).parties.count == 10)
    #expect(ladder(.outbound).parties.count == 3)
    #expect(ladder(.outbound).parties[1].title == "Exotel")
  }

  @Test func `lines stand in the order of events, late ones and repeated ones marked`() {
    let lines = ladder(.hunt).lines
    #expect(
      lines.map(\.label) == [
        "call", "dial", "ringing", "no answer", "dial", "ringing", "answered", "completed",
        "after call: completed",
      ])
    #expect(lines.compactMap(\.difference).map(\.components.seconds) == [2, 2, 30, 1, 2, 4, 39])
    #expect(lines[2].repeats == 1)
    #expect(lines.compactMap(\.delay).isEmpty)
  }

  /// The ladder of a call whose first callbacks came six minutes late.
  private func told(late call: LadderCalls.Call, _ size: ScreenSize) -> String {
    var (state, page) = opened(call, size)
    _ = state.update(.key(.home), page: page, settings: Floor.settings)
    var detail = LadderCalls().detail(call)
    for place in detail.raw.indices {
      detail.raw[place].arrivedAt =
        (detail.raw[place].callback.eventTime ?? detail.raw[place].arrivedAt) + .seconds(360)
    }
    page.content = .call(detail)
    return Screen.render(state, page, Floor.settings).text
  }

  @Test func `of a late callback it is told that it was told late`() {
    #expect(
      told(late: .hunt, ScreenSize(columns: 200, rows: 60)).contains(
        "ringing (told +6 min)"))
    let narrow = told(late: .crowd, ScreenSize(columns: 80, rows: 24))
    #expect(narrow.contains("ringing »"))
    #expect(narrow.contains("(told 6 min later)"))
    #expect(!narrow.contains(" late "))
  }

  @Test(arguments: ScreenPictureTests.sizes.dropLast())
  func `how many parties are out of sight stands clear of the others' names`(
    _ size: ScreenSize
  ) throws {
    var (state, page) = opened(.crowd, size)
    for _ in 0..<4 {
      let text = Screen.render(state, page, Floor.settings).text
      let titles = try #require(text.split(separator: "\n").first { $0.contains("Exotel ") })
      let columns = LadderColumns(10, hidden: state.callPanes.column, width: size.columns)
      let names = titles.split(separator: " ", omittingEmptySubsequences: true)
      if let behind = columns.counts(signs).behind { #expect(names.last == Substring(behind)) }
      if let before = columns.counts(signs).before { #expect(names[1] == Substring(before)) }
      _ = state.update(.key(.character("l")), page: page, settings: Floor.settings)
    }
  }

  @Test func `a callback without a time of its own has none in the ladder`() {
    let last = ladder(.hunt).lines.last
    #expect(last?.time == nil)
    #expect(last?.difference == nil)
    #expect(last?.arrivedAt != nil)
  }

  @Test func `of parallel attempts only the one that answered has a conversation`() {
    let ends = ladder(.parallel).lines.suffix(3).map(\.label)
    #expect(ends.contains("completed") && ends.contains("elsewhere"))
  }

  @Test func `the legs of an outbound call are told apart`() {
    let ways = ladder(.outbound).lines.map(\.way)
    #expect(
      ways == [
        .arrow(from: 0, to: 1), .arrow(from: 0, to: 1), .arrow(from: 2, to: 1),
        .arrow(from: 2, to: 1), .note,
      ])
  }

  @Test func `a line is selected with keys and mouse, and the newest one is followed`() {
    var (state, page) = opened(.crowd, ScreenSize(columns: 80, rows: 24))
    func press(_ key: Key) { _ = state.update(.key(key), page: page, settings: Floor.settings) }
    #expect(state.callPanes.line == nil)
    press(.up)
    #expect(state.callPanes.line == ladder(.crowd).lines.count - 2)
    press(.home)
    #expect(state.callPanes.line == 0)
    press(.end)
    #expect(state.callPanes.line == nil)
    press(.home)
    _ = state.update(.click(x: 30, y: 8), page: page, settings: Floor.settings)
    #expect(state.callPanes.line == 2)
  }

  @Test func `parties scroll as far as there are some`() {
    var (state, page) = opened(.crowd, ScreenSize(columns: 80, rows: 24))
    for _ in 0..<40 { _ = state.update(.key(.right), page: page, settings: Floor.settings) }
    let furthest = state.callPanes.column
    #expect(furthest == LadderColumns.furthest(10, width: 80))
    #expect(Screen.render(state, page, Floor.settings).text.contains("… 98800 0000"))
    for _ in 0..<40 { _ = state.update(.key(.left), page: page, settings: Floor.settings) }
    #expect(state.callPanes.column == 0)
  }

  @Test func `what has changed from the callback before is told`() {
    let raw = LadderCalls().detail(.hunt).raw
    let lines = CallbackDifference.lines(
      raw[2].callback, since: raw[1].callback, Floor.settings)
    #expect(lines.contains("EventType  Ringing → Terminal"))
    #expect(lines.contains("Status  busy → free"))
    #expect(lines.count == 3)
  }

  @Test func `Tab goes from legs to ladder to raw and back`() {
    var (state, page) = opened(.hunt, ScreenSize(columns: 80, rows: 24))
    for wanted in ["[ladder]", "[raw]", "[legs]"] {
      #expect(Screen.render(state, page, Floor.settings).text.contains(wanted))
      _ = state.update(.key(.tab), page: page, settings: Floor.settings)
    }
  }
}
