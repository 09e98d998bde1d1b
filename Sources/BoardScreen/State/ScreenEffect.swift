/// What the screen wants done in the world.
package enum ScreenEffect: Hashable, Sendable {
  /// The signal that asked for it, if one did.
  case quit(signal: Int32?)
  case suspend
  case redraw
  /// The board on the screen stands still, or follows again.
  case freeze, thaw
  /// Onto the clipboard.
  case copy(String)
  /// A call as JSON onto the clipboard, by its sid.
  case copyCall(String)
  /// The screen as it is now, into a file.
  case save(FrameFormat)
  /// The calls of the list, or those that are marked, into a file.
  case export(ExportFormat)
  /// The preferences, for the next time.
  case remember
  /// The filter that is typed is to be completed, forwards (1) or backwards (-1).
  case complete(Int)
  /// A request of the wire, by its sequence number, is to be forwarded once more.
  case forwardAgain(UInt64)
  /// For the playing of a recording.
  case playback(PlaybackCommand)
}
