/// What a key does; the raw value is its name in the configuration.
package enum ScreenAction: String, Hashable, Sendable, CaseIterable {
  case showCalls = "calls"
  case showAgents = "agents"
  case showTimeline = "timeline"
  case showHistory = "history"
  case showCallbacks = "callbacks"
  case down, up
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case top, bottom
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case open
  case otherPane = "other-pane"
  case left, right
  case filter, sort
  case sortDirection = "sort-direction"
  case columns, pause, mark, copy, save, export, privacy, floor
  case forwardAgain = "forward-again"
  case help, back, close, redraw, suspend
  case play
  case nextCallback = "next-callback"
  case previousCallback = "previous-callback"
  case slower, faster
  case jumpBack = "jump-back"
  case jumpForward = "jump-forward"
  case jumpTo = "jump-to"
}

/// One row of the key table: from it keys are handled, and Help, the footer and the guide's table
/// are made.
struct KeyBinding: Hashable, Sendable {
  var action: ScreenAction
  var keys: [Key]
  /// What it does, as Help says it.
  var words: String
  /// One word for the footer; nil where it is not named there.
  var hint: String?
  /// The views in which it works; nil for all.
  var views: Set<ScreenView.Kind>?
  /// True where it works in a replay alone.
  var isOfReplay = false

  func works(in kind: ScreenView.Kind) -> Bool { views?.contains(kind) ?? true }
}
