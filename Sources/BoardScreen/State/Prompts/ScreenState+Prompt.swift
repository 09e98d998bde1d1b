import CallModel

/// Typing a filter.
extension ScreenState {
  mutating func type(_ key: Key) -> [ScreenEffect] {
    guard var typed = prompt else { return [] }
    let kind = typed.kind
    switch key {
    case .enter: return accept(typed, kind)
    case .escape:
      prompt = nil
      setFilter(typed.earlier, of: kind)
      return []
    case .backspace where typed.line.characters.isEmpty:
      prompt = nil
      return []
    case .tab: return [.complete(1)]
    case .backTab: return [.complete(-1)]
    case .up, .control("p"): typed.recall(1, of: preferences.filters)
    case .down, .control("n"): typed.recall(-1, of: preferences.filters)
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    default: typed.take(key)
    }
    apply(typed, kind)
    return []
  }

  /// Takes the next of what may stand at the cursor.
  package mutating func complete(_ step: Int, _ vocabulary: FilterVocabulary) {
    guard var typed = prompt else { return }
    typed.complete(step, vocabulary)
    apply(typed, typed.kind)
  }

  /// What can be read is in force at once.
  private mutating func apply(_ typed: FilterPrompt, _ kind: ListKind) {
    var typed = typed
    if let filter = typed.read() { setFilter(filter, of: kind) }
    prompt = typed
  }

  /// With a fault the prompt stays, and says where it is.
  private mutating func accept(_ typed: FilterPrompt, _ kind: ListKind) -> [ScreenEffect] {
    var typed = typed
    guard let filter = typed.read() else {
      prompt = typed
      return []
    }
    prompt = nil
    setFilter(filter, of: kind)
    let text = filter.text.drop { $0.isWhitespace }
    guard !text.isEmpty else { return [] }
    preferences.remember(String(text))
    return [.remember]
  }
}
