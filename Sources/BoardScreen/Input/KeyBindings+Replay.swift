/// The keys that a replay has besides.
extension KeyBindings {
  static let replayRows: [KeyBinding] = [
    KeyBinding(
      action: .play, keys: [.character(" ")], words: "play, or stand still; from the end: again",
      hint: "Play", isOfReplay: true),
    KeyBinding(
      action: .nextCallback, keys: [.character("n")], words: "the next callback, then stand still",
      hint: "Next", isOfReplay: true),
    KeyBinding(
      action: .previousCallback, keys: [.character("N")],
      words: "back to before the last callback, then stand still", isOfReplay: true),
    KeyBinding(action: .slower, keys: [.character("<")], words: "play slower", isOfReplay: true),
    KeyBinding(
      action: .faster, keys: [.character(">")], words: "play faster", hint: "Faster",
      isOfReplay: true),
    KeyBinding(
      action: .jumpBack, keys: [.character("[")], words: "a minute back", isOfReplay: true),
    KeyBinding(
      action: .jumpForward, keys: [.character("]")], words: "a minute on", isOfReplay: true),
    KeyBinding(
      action: .jumpTo, keys: [.character("t")],
      words: "type a time to jump to: 14:03, 14:03:22, +5m, -30s", hint: "Time", isOfReplay: true),
  ]

  /// With the keys of a replay in force, which other actions then do not have.
  package var forReplay: KeyBindings {
    let own = all.filter(\.isOfReplay)
    let taken = Set(own.flatMap(\.keys))
    // Nothing is forwarded in a replay.
    let others = all.filter { !$0.isOfReplay && $0.action != .forwardAgain }.map { row in
      var row = row
      row.keys.removeAll { taken.contains($0) }
      return row
    }
    var bindings = self
    bindings.inForce = own + others
    return bindings
  }
}
