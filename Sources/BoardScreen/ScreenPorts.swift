import CallModel

/// Where the screen gets its pages; safe to be asked from the screen's thread.
package protocol BoardSource: Sendable {
  func page(_ request: PageRequest) -> BoardPage
  /// From now on pages are of the board as it is now, until ``thaw()``; the board itself goes on.
  func freeze()
  func thaw()
}

/// A terminal: what frames are put on and keys come from. Lives on one thread.
package protocol ScreenDisplay: AnyObject {
  /// Columns and rows, as they are now.
  var size: ScreenSize { get }
  /// Waits until there is input, the board's bell rang, or the time is over; returns all input
  /// that is there (none after a bell or the time).
  func inputs(waitingAtMost timeout: Duration) -> [ScreenInput]
  /// Waits so long, or until there is input; takes none of it, and does not hear the bell.
  func pause(_ time: Duration)
  /// Puts a frame onto the terminal; changed rows only.
  func present(_ frame: Frame)
  /// Draws the whole screen anew with the next frame: something else wrote on the terminal.
  func invalidate()
  /// Gives the terminal back, stops the process as the shell's Ctrl-Z does, and takes the
  /// terminal again when the process goes on.
  func suspend()
}
