import CallModel

/// The signs that stand beside colours and words, for terminals with and without UTF-8.
package struct Signs: Hashable, Sendable {
  package var isASCII: Bool

  package init(ascii: Bool) { isASCII = ascii }

  func pick(_ sign: String, _ ascii: String) -> String { isASCII ? ascii : sign }

  var selected: String { pick("▸", ">") }
  var changed: String { pick("*", "#") }
  /// A call that somebody marked.
  var marked: String { pick("◆", "@") }

  /// Before the heading of the column that a list is sorted by.
  func sorted(descending: Bool) -> String { descending ? pick("▼", "v") : pick("▲", "^") }

  var listening: String { pick("●", "*") }
  var down: String { pick("✗", "x") }
  var outbound: String { pick("→", "->") }
  var dash: String { pick("–", "-") }
  var ellipsis: String { pick("…", "~") }
  var bar: String { pick("│", "|") }
  var rule: String { pick("─", "-") }
  var joint: String { pick("─", "-") }
  /// Where a line branches off to the right, and to the left.
  var branch: (right: String, left: String) { isASCII ? ("|", "|") : ("├", "┤") }
  var crossing: String { pick("┼", "+") }
  var left: String { pick("◀", "<") }
  var right: String { pick("▶", ">") }
  /// In the ladder: what was told late.
  var toldLate: String { pick("»", ">>") }
  /// What of a recording was played, where it stands, and how fast it is played.
  var played: String { pick("━", "=") }
  var playhead: String { pick("●", "o") }
  var times: String { pick("×", "x") }
  var note: String { pick("◆", "*") }
  /// Of a box: left and right above, left and right below.
  var corners: (String, String, String, String) {
    isASCII ? ("+", "+", "+", "+") : ("┌", "┐", "└", "┘")
  }

  /// The bars of a line of numbers, from none to the most.
  var levels: [Character] { Array(pick("▁▂▃▄▅▆▇█", "_.:-=+*#")) }

  /// A cell of which the upper half, the lower or both are filled; in ASCII both or neither.
  func block(upper: Bool, lower: Bool) -> String {
    switch (upper, lower) {
    case (true, true): pick("█", "#")
    case (true, false): pick("▀", "#")
    case (false, true): pick("▄", "#")
    case (false, false): " "
    }
  }

  /// Of what goes on in a call, or how it ended.
  func sign(_ call: Call) -> String {
    call.isCalling ? sign(Agent.Activity.calling) : sign(call.state, call.outcome)
  }

  func sign(_ state: Call.State, _ outcome: Call.Outcome?) -> String {
    switch state {
    case .ringing: pick("▲", "!")
    case .dialing: pick("▷", ":")
    case .waiting: pick("◦", ".")
    case .talking: pick("●", "*")
    case .ended: sign(outcome)
    }
  }

  private func sign(_ outcome: Call.Outcome?) -> String {
    switch outcome {
    case .completed: pick("✓", "+")
    case .missed, .abandoned, .busy, .failed, .agentMissed: pick("✗", "x")
    case .voicemail, .ivr: pick("○", "o")
    case .unknown, nil: "?"
    }
  }

  func sign(_ activity: Agent.Activity) -> String {
    switch activity {
    case .ringing: pick("▲", "!")
    case .dialing: pick("▷", ":")
    case .calling: pick("◐", "%")
    case .talking: pick("●", "*")
    case .idle: pick("○", "o")
    }
  }

  func sign(_ leg: Leg) -> String {
    switch leg.state {
    case .waiting: pick("·", ".")
    case .dialing: pick("▷", ":")
    case .ringing: pick("◌", "!")
    case .answered: pick("●", "*")
    case .ended: sign(leg.outcome)
    }
  }

  private func sign(_ outcome: Leg.Outcome?) -> String {
    switch outcome {
    case .completed: pick("✓", "+")
    case .noAnswer, .busy, .failed: pick("✗", "x")
    case .elsewhere, .canceled: pick("–", "-")
    case .notDialed: pick("·", ".")
    case .unknown, nil: "?"
    }
  }
}
