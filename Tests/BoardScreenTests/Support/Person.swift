import CallModel

@testable import BoardScreen

/// A person at a screen, with a floor that can be exchanged.
struct Person {
  var state = ScreenState(size: ScreenSize(columns: 120, rows: 24))
  var floor = Floor(load: .overfull)
  var settings = Floor.settings
  /// Instead of the floor's calls.
  var rows: [CallRow]?

  var page: BoardPage {
    var page = floor.page(state.request)
    guard let rows, case .calls(let request, _) = state.request else { return page }
    page.content = .calls(
      ListPage(
        request.cursor, height: request.height, total: rows.count,
        position: { id in rows.firstIndex { $0.call.sid == id } }, slice: { Array(rows[$0]) }),
      agents: ListPage())
    return page
  }

  @discardableResult
  mutating func does(_ inputs: ScreenInput...) -> [ScreenEffect] {
    var effects: [ScreenEffect] = []
    for input in inputs {
      effects += state.update(input, page: page, settings: settings)
      state.settle(page)
    }
    return effects
  }

  @discardableResult
  mutating func types(_ characters: String) -> [ScreenEffect] {
    characters.flatMap { does(.key(.character($0))) }
  }

  var selected: (sid: String?, line: Int?) {
    guard case .calls(let list, _) = page.content else { return (nil, nil) }
    return (list.selectedRow?.call.sid, list.selected.map { $0 - list.offset })
  }

  var shownTotal: Int {
    guard case .calls(let list, _) = page.content else { return -1 }
    return list.total
  }

  /// The filter of the list that is shown, as it reads.
  var filter: String { state.listKind.map { state.filter(of: $0).filter.description } ?? "" }

  var screen: String { Screen.render(state, page, settings).text }

  /// What is at a column and a row of the screen.
  func target(x: Int, y: Int) -> PointerTarget? {
    Screen.target(x: x, y: y, state, page, settings)
  }

  var lastLine: String { screen.split(separator: "\n").last.map(String.init) ?? "" }
}
