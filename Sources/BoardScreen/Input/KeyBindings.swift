/// The key table.
package struct KeyBindings: Hashable, Sendable {
  /// Two actions that would have one key in one view.
  package struct Conflict: Error, Hashable, Sendable {
    package var key: Key
    package var actions: [ScreenAction]
  }

  /// The whole table, that of a replay included.
  let all: [KeyBinding]
  /// Those that work.
  var inForce: [KeyBinding]

  package static let standard = KeyBindings(all: rows + replayRows)

  private init(all: [KeyBinding]) {
    self.all = all
    inForce = all.filter { !$0.isOfReplay }
  }

  /// The usual table, but with these keys for these actions.
  package init(changing keys: [ScreenAction: [Key]]) throws(Conflict) {
    self.init(
      all: Self.standard.all.map { row in
        var row = row
        row.keys = keys[row.action] ?? row.keys
        return row
      })
    // In a replay its own keys win.
    for rows in [inForce, all.filter(\.isOfReplay)] { try Self.check(rows) }
  }

  private static func check(_ rows: [KeyBinding]) throws(Conflict) {
    for kind in ScreenView.Kind.allCases {
      var actions: [Key: ScreenAction] = [:]
      for row in rows where row.works(in: kind) {
        for key in row.keys {
          if let other = actions[key] { throw Conflict(key: key, actions: [other, row.action]) }
          actions[key] = row.action
        }
      }
    }
  }

  func action(_ key: Key, in kind: ScreenView.Kind) -> ScreenAction? {
    inForce.first { $0.keys.contains(key) && $0.works(in: kind) }?.action
  }

  /// The keys of an action; none for one that has been taken off the keyboard.
  package func keys(of action: ScreenAction) -> [Key] {
    all.first { $0.action == action }?.keys ?? []
  }

  /// The first key of an action, as the footer names it; nil where it has none.
  func key(for action: ScreenAction) -> Key? {
    inForce.first { $0.action == action }?.keys.first
  }

  private static let lists: Set<ScreenView.Kind> = [
    .calls, .agents, .timeline, .history, .callbacks,
  ]
  private static let tables = lists.subtracting([.timeline])
  private static let calls: Set<ScreenView.Kind> = [.calls, .timeline, .history, .call]

  private static let rows: [KeyBinding] = [
    KeyBinding(
      action: .showCalls, keys: [.character("1")], words: "show the calls"),
    KeyBinding(
      action: .showAgents, keys: [.character("2")], words: "show the agents"),
    KeyBinding(
      action: .showTimeline, keys: [.character("3")], words: "show the calls as bars over time"),
    KeyBinding(
      action: .showHistory, keys: [.character("4")], words: "show the calls that have ended"),
    KeyBinding(
      action: .showCallbacks, keys: [.character("5")], words: "show the callbacks as they come"),
    KeyBinding(
      action: .open, keys: [.enter],
      words: "open the selected call or agent, or the request that was rejected", hint: "Open",
      views: lists.union([.agent])),
    KeyBinding(
      action: .zoomIn, keys: [.character("+"), .character("=")], words: "show less time, larger",
      hint: "Zoom", views: [.timeline]),
    KeyBinding(
      action: .zoomOut, keys: [.character("-")], words: "show more time, smaller",
      views: [.timeline]),
    KeyBinding(
      action: .otherPane, keys: [.tab, .backTab],
      words: "go to the other pane; of a call: legs, ladder, raw callbacks", hint: "Pane",
      views: [.calls, .call]),
    KeyBinding(
      action: .left, keys: [.character("h"), .left], words: "parties of the ladder to the left",
      views: [.call]),
    KeyBinding(
      action: .right, keys: [.character("l"), .right], words: "parties of the ladder to the right",
      views: [.call]),
    KeyBinding(
      action: .filter, keys: [.character("/")],
      words: "filter as you type; Tab completes, the arrows recall, Esc takes it back",
      hint: "Filter", views: lists),
    KeyBinding(
      action: .sort, keys: [.character("s")], words: "sort by the next column", hint: "Sort",
      views: tables),
    KeyBinding(
      action: .sortDirection, keys: [.character("S")], words: "sort the other way round",
      views: tables),
    KeyBinding(
      action: .columns, keys: [.character("c")], words: "choose, hide and move columns",
      hint: "Columns", views: tables),
    KeyBinding(action: .down, keys: [.character("j"), .down], words: "one line down"),
    KeyBinding(action: .up, keys: [.character("k"), .up], words: "one line up"),
    KeyBinding(action: .halfPageDown, keys: [.control("d")], words: "half a page down"),
    KeyBinding(action: .halfPageUp, keys: [.control("u")], words: "half a page up"),
    KeyBinding(
      action: .pageDown, keys: [.pageDown, .control("f"), .character(" ")], words: "a page down"),
    KeyBinding(action: .pageUp, keys: [.pageUp, .control("b")], words: "a page up"),
    KeyBinding(
      action: .top, keys: [.character("g"), .home],
      words: "to the top; a list follows what happens there"),
    KeyBinding(action: .bottom, keys: [.character("G"), .end], words: "to the end"),
    KeyBinding(
      action: .pause, keys: [.character("p")],
      words: "pause: the screen stands still and can be browsed; the board goes on", hint: "Pause"),
    KeyBinding(
      action: .mark, keys: [.character("m")], words: "mark the call, or take its mark away",
      views: calls),
    KeyBinding(
      action: .copy, keys: [.character("y")], words: "copy the number, the sid or JSON",
      hint: "Copy", views: lists.union([.call, .agent])),
    KeyBinding(
      action: .forwardAgain, keys: [.character("R")],
      words: "forward the selected callback once more", views: [.callbacks]),
    KeyBinding(
      action: .save, keys: [.character("w")], words: "save the screen as text, SVG or HTML"),
    KeyBinding(
      action: .export, keys: [.character("x")],
      words: "export the calls of the list, or the marked ones, as CSV or JSON", views: calls),
    KeyBinding(
      action: .privacy, keys: [.character("z")],
      words: "mask numbers on the screen and in all that leaves it"),
    KeyBinding(
      action: .floor, keys: [.character("F")], words: "large figures for the wall, and back",
      hint: "Floor"),
    KeyBinding(action: .help, keys: [.character("?")], words: "this help", hint: "Help"),
    KeyBinding(
      action: .back, keys: [.character("q")], words: "back; quit from a main view", hint: "Quit"),
    KeyBinding(
      action: .close, keys: [.escape, .backspace],
      words: "close what was opened; clear the filter, then the marks", hint: "Close"),
    KeyBinding(action: .redraw, keys: [.control("l")], words: "draw the screen anew"),
    KeyBinding(
      action: .suspend, keys: [.control("z")], words: "suspend; fg in the shell brings it back"),
  ]
}
