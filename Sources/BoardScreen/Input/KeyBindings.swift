/// What a key does.
enum ScreenAction: Hashable, Sendable, CaseIterable {
  case showCalls, showAgents, showTimeline, showHistory, showCallbacks
  case down, up, halfPageDown, halfPageUp, pageDown, pageUp, top, bottom
  case zoomIn, zoomOut
  case open, otherPane, pause, help, back, close, redraw, suspend
}

/// One row of the key table: from it keys are handled, and Help and the footer are made.
struct KeyBinding: Sendable {
  var action: ScreenAction
  var keys: [Key]
  /// What it does, as Help says it.
  var words: String
  /// One word for the footer; nil where it is not named there.
  var hint: String?
  /// The views in which it works; nil for all.
  var views: Set<ScreenView.Kind>?

  func works(in kind: ScreenView.Kind) -> Bool { views?.contains(kind) ?? true }
}

/// The key table.
enum KeyBindings {
  private static let lists: Set<ScreenView.Kind> = [
    .calls, .agents, .timeline, .history, .callbacks,
  ]

  static let all: [KeyBinding] = [
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
      action: .open, keys: [.enter], words: "open the selected call", hint: "Open", views: lists),
    KeyBinding(
      action: .zoomIn, keys: [.character("+"), .character("=")], words: "show less time, larger",
      hint: "Zoom", views: [.timeline]),
    KeyBinding(
      action: .zoomOut, keys: [.character("-")], words: "show more time, smaller",
      views: [.timeline]),
    KeyBinding(
      action: .otherPane, keys: [.tab, .backTab], words: "go to the other pane", hint: "Pane",
      views: [.calls]),
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
    KeyBinding(action: .help, keys: [.character("?")], words: "this help", hint: "Help"),
    KeyBinding(
      action: .back, keys: [.character("q")], words: "back; quit from a main view", hint: "Quit"),
    KeyBinding(
      action: .close, keys: [.escape, .backspace], words: "close what was opened", hint: "Close",
      views: [.call, .help]),
    KeyBinding(action: .redraw, keys: [.control("l")], words: "draw the screen anew"),
    KeyBinding(
      action: .suspend, keys: [.control("z")], words: "suspend; fg in the shell brings it back"),
  ]

  static func action(_ key: Key, in kind: ScreenView.Kind) -> ScreenAction? {
    all.first { $0.keys.contains(key) && $0.works(in: kind) }?.action
  }

  static func name(_ key: Key, _ signs: Signs) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .up: signs.isASCII ? "Up" : "↑"
    case .down: signs.isASCII ? "Down" : "↓"
    case .left: signs.isASCII ? "Left" : "←"
    case .right: signs.isASCII ? "Right" : "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    }
  }
}
