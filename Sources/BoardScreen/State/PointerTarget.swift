import CallModel

/// What of the screen is under the pointer.
enum PointerTarget: Hashable, Sendable {
  /// The tab of a main view.
  case tab(ScreenView)
  /// The heading of a column of the list, by its name.
  case heading(String)
  /// A row of the list that the pointer is in, by its line on the screen.
  case row(Int)
  /// The name of a pane of an opened call.
  case callPane(CallPanes.Pane)
  /// A line of the ladder.
  case ladderLine(Int)
  /// A moment of the recording that is played.
  case moment(Instant)
  /// An item of the menu.
  case menuItem(Int)
}
