import CallModel

/// A filter that is in force, with how it was typed.
struct AppliedFilter: Hashable, Sendable {
  var text = ""
  var filter = CallFilter.everything

  var isOn: Bool { filter != .everything }
}

/// The line in which a filter is typed.
struct FilterPrompt: Hashable, Sendable {
  private(set) var line: LineEditor
  /// What is wrong with the text; the last good filter stays in force.
  private(set) var fault: CallFilterError?
  private(set) var completion: FilterCompletion?
  private var candidate = 0
  /// Which of the earlier filters is shown; nil for what is being typed.
  private var recalled: Int?
  private var typed = ""
  /// The filter before the prompt was opened.
  let earlier: AppliedFilter
  /// The list that it is for, whatever is shown meanwhile.
  let kind: ListKind

  init(_ filter: AppliedFilter, of kind: ListKind) {
    earlier = filter
    self.kind = kind
    line = LineEditor(filter.text)
  }

  /// Reads the text: nil where it is wrong.
  mutating func read() -> AppliedFilter? {
    do throws(CallFilterError) {
      let filter = try CallFilter(line.text, for: kind.subject)
      fault = nil
      return AppliedFilter(text: line.text, filter: filter)
    } catch {
      fault = error
      return nil
    }
  }

  mutating func take(_ key: Key) {
    guard line.take(key) else { return }
    completion = nil
    recalled = nil
  }

  /// Goes through the earlier filters, the last one first.
  mutating func recall(_ step: Int, of history: [String]) {
    guard !history.isEmpty else { return }
    if recalled == nil {
      guard step > 0 else { return }
      typed = line.text
    }
    let place = (recalled ?? -1) + step
    completion = nil
    recalled = place < 0 ? nil : min(place, history.count - 1)
    line = LineEditor(recalled.map { history[$0] } ?? typed)
  }

  /// Puts in the next of what may stand there, `step` forwards or backwards.
  mutating func complete(_ step: Int, _ vocabulary: FilterVocabulary) {
    if completion == nil {
      let new = FilterCompletion(of: line.text, at: line.cursor, vocabulary, for: kind.subject)
      guard !new.candidates.isEmpty else { return }
      completion = new
      candidate = step > 0 ? 0 : new.candidates.count - 1
    } else if let count = completion?.candidates.count {
      candidate = (candidate + step + count) % count
    }
    guard let range = completion?.range, let text = chosen else { return }
    line.replace(range, with: text)
    completion?.range = range.lowerBound..<(range.lowerBound + text.count)
    // The only one is settled: behind it something new begins.
    if completion?.candidates.count == 1 { completion = nil }
  }

  /// The candidate that stands in the line.
  var chosen: String? {
    guard let candidates = completion?.candidates, candidates.indices.contains(candidate) else {
      return nil
    }
    return candidates[candidate]
  }
}
