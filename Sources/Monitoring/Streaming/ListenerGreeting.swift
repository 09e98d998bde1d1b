import CallModel
import CallbackWire

/// By which rules a listener makes its board of callbacks: the same ones make the same board elsewhere.
package struct BoardTerms: Codable, Hashable, Sendable {
  package struct Agent: Codable, Hashable, Sendable {
    var number: String
    var name: String?
    var team: String?
    var addresses: [String]
  }

  package struct Line: Codable, Hashable, Sendable {
    var number: String
    var label: String
    var sid: String?
    var queueSeconds: Double?
  }

  /// The name of the account's zone, as `Asia/Kolkata`.
  package var zone: String
  /// As `IN`.
  package var country: String
  var dayStartSeconds: Double
  var missedAfterSeconds: Double
  var uncertainAfterSeconds: Double
  var staleAfterSeconds: Double
  var talkLimitSeconds: Double
  var serviceLevelSeconds: Double
  var shortAbandonSeconds: Double
  var heartbeatAfterSeconds: Double
  var keepEndedSeconds: Double
  var keepEndedCount: Int
  var agents: [Agent]
  var lines: [Line]
  var shared: [String]
  var queueSeconds: Double?

  /// `zone`: the name of the account's zone; `dayStart`: when a day begins, after midnight.
  package init(
    zone: String, country: Country, dayStart: Duration, rules: CallRules, roster: Roster
  ) {
    self.zone = zone
    self.country = country.rawValue
    dayStartSeconds = dayStart.inSeconds
    missedAfterSeconds = rules.missedAfter.inSeconds
    uncertainAfterSeconds = rules.uncertainAfter.inSeconds
    staleAfterSeconds = rules.staleAfter.inSeconds
    talkLimitSeconds = rules.talkLimit.inSeconds
    serviceLevelSeconds = rules.serviceLevel.inSeconds
    shortAbandonSeconds = rules.shortAbandon.inSeconds
    heartbeatAfterSeconds = rules.heartbeatAfter.inSeconds
    keepEndedSeconds = rules.keepEnded.inSeconds
    keepEndedCount = rules.keepEndedCount
    agents = roster.agents.map {
      Agent(
        number: $0.number.text, name: $0.name, team: $0.team,
        addresses: $0.addresses.map(\.text))
    }
    lines = roster.lines.map {
      Line(
        number: $0.number.text, label: $0.label, sid: $0.sid, queueSeconds: $0.queue?.inSeconds)
    }
    shared = roster.shared.map(\.text)
    queueSeconds = roster.queue?.inSeconds
  }

  /// Nil for one that this program does not know.
  package var dialingCountry: Country? { Country(rawValue: country) }

  package var rules: CallRules {
    var rules = CallRules()
    rules.missedAfter = Self.time(missedAfterSeconds)
    rules.uncertainAfter = Self.time(uncertainAfterSeconds)
    rules.staleAfter = Self.time(staleAfterSeconds)
    rules.talkLimit = Self.time(talkLimitSeconds)
    rules.serviceLevel = Self.time(serviceLevelSeconds)
    rules.shortAbandon = Self.time(shortAbandonSeconds)
    rules.heartbeatAfter = Self.time(heartbeatAfterSeconds)
    rules.keepEnded = Self.time(keepEndedSeconds)
    rules.keepEndedCount = min(max(keepEndedCount, 0), rules.keepEndedCount)
    return rules
  }

  /// When a day begins, after midnight.
  package var dayStart: Duration { min(Self.time(dayStartSeconds), .seconds(86_399)) }

  /// No rule is longer than a year, whatever a stranger says.
  private static func time(_ seconds: Double) -> Duration {
    .seconds(min(max(seconds, 0), 366 * 86_400))
  }

  /// Its texts are free of control characters.
  package func roster(country: Country) -> Roster {
    func number(_ text: String) -> PhoneNumber {
      PhoneNumber(TextCleaning.cleaned(text), country: country)
    }
    return Roster(
      agents: agents.map {
        .init(
          number: number($0.number), name: $0.name.map { TextCleaning.cleaned($0) },
          team: $0.team.map { TextCleaning.cleaned($0) }, addresses: $0.addresses.map(number))
      },
      lines: lines.map {
        .init(
          number: number($0.number), label: TextCleaning.cleaned($0.label),
          sid: $0.sid.map { TextCleaning.cleaned($0) },
          queue: $0.queueSeconds.map(Self.time))
      }, shared: shared.map(number), queue: queueSeconds.map(Self.time))
  }
}

/// The first event of `/v1/callbacks`, `hello`: who listens, and what time it is there.
package struct ListenerGreeting: Codable, Hashable, Sendable {
  /// Another one for each start of the listener.
  package var run: String
  /// RFC 3339, with milliseconds.
  private var now: String
  package var board: BoardTerms

  /// `moment`: what time it is where the listener is.
  package init(run: String, at moment: Instant, board: BoardTerms) {
    self.run = run
    now = moment.rfc3339 ?? ""
    self.board = board
  }

  /// Nil where it tells no time.
  package var clock: Instant? { Instant(rfc3339: now) }
}
