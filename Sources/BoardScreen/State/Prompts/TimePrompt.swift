/// The line in which a time to jump to is typed.
struct TimePrompt: Hashable, Sendable {
  private(set) var line = LineEditor()
  /// What is wrong with the text that was entered.
  var fault: PlaybackTimeError?

  mutating func take(_ key: Key) {
    if line.take(key) { fault = nil }
  }
}
