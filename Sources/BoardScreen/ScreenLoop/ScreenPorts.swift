import CallModel

/// Where the screen gets its pages; safe to be asked from the screen's thread.
package protocol BoardSource: Sendable {
  func page(_ request: PageRequest) -> BoardPage
  /// From now on pages are of the board as it is now, until ``thaw()``; the board itself goes on.
  func freeze()
  func thaw()
  /// The names that a filter can be completed with.
  func vocabulary() -> FilterVocabulary
  /// A request of the wire, by its sequence number, is to be forwarded once more.
  func forwardAgain(_ sequence: UInt64) -> ForwardAgain
  /// Something is wanted of the recording that is played; elsewhere nothing happens.
  func play(_ command: PlaybackCommand)
}

/// Where the screen puts what is to be kept: files, the clipboard's JSON, preferences.
package protocol ScreenServices {
  /// Writes a document into a new file, and says where.
  func save(_ document: String, as format: FrameFormat, at now: Instant) -> ScreenNotice
  /// Writes the calls that a request shows, or only those with these sids where there are any, into a
  /// new file, and says where.
  func export(
    _ request: PageRequest, marked: Set<String>, as format: ExportFormat, masked: Bool
  ) -> ScreenNotice
  /// A call as JSON; nil when it is not on the board any more.
  func json(of sid: String, masked: Bool) -> String?
  func remember(_ preferences: ScreenPreferences) -> ScreenNotice?
}

/// A terminal: what frames are put on and keys come from. Lives on one thread.
package protocol ScreenDisplay: AnyObject {
  /// Columns and rows, as they are now.
  var size: ScreenSize { get }
  /// Waits until there is input, the board has changed, or the time is over; returns all input
  /// that is there (none after a change or the time).
  func inputs(waitingAtMost timeout: Duration) -> [ScreenInput]
  /// Waits so long, or until there is input; takes none of it, and is not woken by changes.
  func pause(_ time: Duration)
  /// Puts a frame onto the terminal; changed rows only.
  func present(_ frame: Frame)
  /// Draws the whole screen anew with the next frame: something else wrote on the terminal.
  func invalidate()
  /// Gives the terminal back, stops the process as the shell's Ctrl-Z does, and takes the
  /// terminal again when the process goes on.
  func suspend()
  /// Puts a text onto the clipboard (OSC 52); false where it is longer than terminals take.
  func copy(_ text: String) -> Bool
  /// Rings the terminal's bell, and sends a desktop notification (OSC 9 and 777).
  func alert(_ alert: Alert)
}
