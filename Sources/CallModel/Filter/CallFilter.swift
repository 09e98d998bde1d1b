/// Which calls are wanted: the one language of the screen, the commands and the API (`Reference.md`).
///
/// ```
/// state:ringing agent:asha line:sales outcome:missed ring>20s talk>5m sid:054c team:sales
/// -team:ops "exact words" (98123 or asha)
/// ```
/// Words match any text, and numbers in any spelling; `and` is implied.
package indirect enum CallFilter: Hashable, Sendable {
  /// All of them hold; none at all means every call.
  case all([CallFilter])
  /// At least one of them holds.
  case either([CallFilter])
  case not(CallFilter)
  /// The text stands in anything that is said of the call.
  case words(SearchText)
  case field(Field, SearchText)
  case measure(Measure, Comparison, Duration)

  /// What a `key:value` looks at.
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case state, outcome
    /// A part of an agent's name, or their number.
    case agent
    case team
    /// A part of the ExoPhone's label, or its number.
    case line
    /// The beginning of a sid.
    case sid
    /// Any number of the call.
    case number
    case from, to, source, anomaly
    /// Who hung up.
    case endedBy = "ended-by"
    /// Who, or what, answered one of the legs.
    case answeredBy = "answered-by"
    /// A family of callbacks that told of the call.
    case family
    /// The beginning of the id of its campaign, or of its bridge.
    case campaign, bridge

    /// The only values that it can have of calls; nil where any text will do.
    package var values: [String]? {
      switch self {
      case .state: Call.words
      case .outcome: Call.Outcome.allCases.map(\.rawValue) + Call.Outcome.otherWords
      case .source: Call.Source.allCases.map(\.rawValue)
      case .anomaly: Anomaly.allCases.map(\.rawValue)
      case .endedBy: Callback.HungUpBy.allCases.map(\.rawValue)
      case .answeredBy: Callback.AnsweredBy.allCases.map(\.rawValue)
      case .family: Callback.Family.allCases.map(\.rawValue)
      case .agent, .team, .line, .sid, .number, .from, .to, .campaign, .bridge: nil
      }
    }
  }

  /// What can be compared with a length of time. What is not known compares with nothing.
  package enum Measure: String, Hashable, Sendable, CaseIterable {
    /// How long it rang, or has been ringing.
    case ring
    /// How long they talked, or have been talking.
    case talk
    /// From the first dial to the agent's answer, or how long it has been waiting.
    case wait
    /// How long it has been in its state.
    case timeInState = "for"
  }

  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    // Those that begin like another come before it: they are looked for in this order.
    case atLeast = ">="
    case atMost = "<="
    case more = ">"
    case less = "<"
    case exactly = "="
  }

  /// Every call.
  package static let everything = CallFilter.all([])
}
