import CallModel

/// Every key of a view, made from the key table, and what signs and figures mean.
struct HelpText {
  let kind: ScreenView.Kind
  let width: Int
  let settings: ScreenSettings

  var text: StyledText {
    var text = StyledText()
    text.heading("Keys")
    for binding in settings.keys.inForce where binding.works(in: kind) && !binding.keys.isEmpty {
      let keys = binding.keys.map { $0.label(settings.signs) }
      row(&text, keys.joined(separator: "  "), binding.words, Style(bold: true))
    }
    row(
      &text, "mouse", "click selects, double click opens, the wheel scrolls; a heading sorts",
      Style(bold: true))
    addSigns(&text)
    if kind == .timeline { addBars(&text) }
    if kind == .call { addLadder(&text) }
    if [.calls, .history, .call].contains(kind) { addOddities(&text) }
    addFigures(&text)
    return text
  }

  private func row(_ text: inout StyledText, _ name: String, _ words: String, _ style: Style) {
    let indent = 24
    let blanks = String(repeating: " ", count: max(indent - TextWidth.of(name), 1))
    let room = width - indent - 2
    guard TextWidth.of(words) > room else {
      text.add((name + blanks, style), (words, .plain))
      return
    }
    text.add((name, style))
    text.wrapWords(words, indent: 4, width: width - 2)
  }

  private func addSigns(_ text: inout StyledText) {
    text.heading("Signs")
    let signs = settings.signs
    let states: [(Call.State, Style.Role, String)] = [
      (
        .ringing, .ringing,
        "rings; amber after \(ClockFace.figure(settings.ringing.amber)), "
          + "red after \(ClockFace.figure(settings.ringing.red))"
      ),
      (.dialing, .dialing, "dialed, nothing known of ringing"),
      (.waiting, .waiting, "nobody of ours is being reached: in the flow, or between attempts"),
      (.talking, .talking, "a conversation"),
    ]
    for (state, role, words) in states {
      row(&text, signs.sign(state, nil) + " " + state.rawValue, words, Style(role))
    }
    addRareStates(&text)
    addOutcomes(&text)
    addMarks(&text)
  }

  private func addOutcomes(_ text: inout StyledText) {
    let signs = settings.signs
    let outcomes: [(Call.Outcome, String)] = [
      (.completed, "there was a conversation"),
      (.missed, "ended without one; busy, failed and abandoned likewise"),
      (.voicemail, "the caller was left to the voicemail"),
      (.ivr, "ended in the flow, before anybody was dialed"),
      (.unknown, "ended, and nothing tells how"),
    ]
    for (outcome, words) in outcomes {
      row(&text, signs.sign(.ended, outcome) + " " + outcome.rawValue, words, Style(.muted))
    }
    row(
      &text, signs.outbound,
      "a call that goes out: not picked up, given up, or the agent's own "
        + "phone was not taken (agent missed)", Style(.muted))
  }

  private func addMarks(_ text: inout StyledText) {
    let signs = settings.signs
    row(
      &text, signs.changed, "what has changed within the last second",
      Style(.accent, bold: true))
    row(
      &text, signs.down + " line",
      "below the first row of every view: calls do not come in on it, or go out from it, as Exotel's "
        + "heartbeat has it, since when, and what stands in; unknown where no heartbeat comes",
      Style(.red, bold: true))
    row(
      &text, "! !!",
      "behind a word: beyond the amber threshold, and beyond the red one; in the header underlined, and "
        + "reverse",
      Style(.red, bold: true))
    row(
      &text, "LEGS", "the first leg, then each attempt in the order of dialing", Style(bold: true))
  }

  private func addRareStates(_ text: inout StyledText) {
    let signs = settings.signs
    let calling = Agent.Activity.calling
    row(
      &text, signs.sign(calling) + " " + calling.rawValue,
      "the agent is on the line, the other side is not there yet", Style(.dialing))
    row(
      &text, "waiting?", "not known whether the caller is served, or there at all: in no alarm",
      Style(.muted))
    row(&text, signs.sign(.waiting, nil) + " bot", "a bot talks with the caller", Style(.waiting))
  }

  private func addBars(_ text: inout StyledText) {
    text.heading("Bars")
    let phases: [(TimelineBar.Phase, String)] = [
      (.waiting, "between attempts"), (.dialing, "dialed, nothing known of ringing"),
      (.ringing, "rings"), (.talking, "a conversation"),
      (.unanswered, "ended without a conversation"),
    ]
    for (phase, words) in phases {
      row(&text, settings.signs.sign(phase), words, Style(bold: true))
    }
  }

  private func addLadder(_ text: inout StyledText) {
    text.heading("Ladder")
    let signs = settings.signs
    row(&text, "\(signs.right) \(signs.left)", "who does it, and to whom", Style(bold: true))
    row(&text, signs.note, "what concerns one party, or the whole call", Style(bold: true))
    row(
      &text, signs.toldLate, "told late: the callback came more than 60 s after what it tells",
      Style(bold: true))
  }

  private func addOddities(_ text: inout StyledText) {
    text.heading("Odd callbacks")
    for anomaly in Anomaly.allCases {
      row(&text, anomaly.rawValue, CallWords.explanation(anomaly), Style(.amber))
    }
  }

  private func addFigures(_ text: inout StyledText) {
    text.heading("Figures, of calls that began today")
    for (name, words) in liveFigures + waitFigures + countFigures {
      row(&text, name, words, Style(bold: true))
    }
  }

  private var liveFigures: [(name: String, words: String)] {
    [
      (
        "FILTERED",
        "what follows is of the calls that match the filter alone; agents are not told then"
      ),
      ("RINGING WAITING TALKING", "callers; +2? are those of whom nobody is sure"),
      ("OUT", "calls that go out, counted apart from callers everywhere"),
    ]
  }

  private var waitFigures: [(name: String, words: String)] {
    let seconds = ClockFace.figure(settings.serviceLevel)
    return [
      (
        "SL",
        "service level: answered within \(seconds) of the first dial, of all that were answered, "
          + "lost, or ring for longer; without those who gave up at once, and with no answer whose "
          + "wait is not known"
      ),
      (
        "ASA",
        "average speed of answer: from the first dial to the agent's answer; time in a queue before "
          + "a dial is not told"
      ),
      ("known of 2 of 4", "service level and ASA are made of 2 of the 4 answered calls"),
      ("TALK", "mean length of a conversation with a caller"),
      (
        "\(settings.signs.dash)",
        "not known, or not of half of the answered calls: ask Exotel for the Ringing and Answered "
          + "events"
      ),
    ]
  }

  private var countFigures: [(name: String, words: String)] {
    [
      ("LOST", "missed, abandoned (the caller left) or in the voicemail"),
      ("ANSWERED", "answer rate: answered, of answered and lost; many reports divide by offered"),
      (
        "calls/min",
        "calls by the minute in which they began, as many minutes as have room; the number is that of "
          + "the last minute that is over"
      ),
      ("lost/min", "those of them that were lost, by the same scale"),
      ("OFF ANS MISS", "calls offered to an agent, those that they answered and missed"),
      ("PLACED CONN", "calls that they placed, and those of them in which both sides talked"),
    ]
  }
}
