import CallbackWire

/// Numbers whose last five digits tell what becomes of their leg; all others answer.
package enum TestNumber: String, CaseIterable, Sendable {
  case noAnswer = "99901"
  case busy = "99902"
  case failed = "99903"
  case silent = "99904"
  case canceled = "99905"
  case hangsUp = "99906"
  case slow = "99907"
  case talkative = "99908"
  case lost = "99909"

  /// The one that a number in any spelling ends in.
  package init?(_ number: String) {
    self.init(rawValue: String.lastDigits(5, of: number))
  }

  /// What happens, for people.
  package var meaning: String {
    switch self {
    case .noAnswer: "nobody answers: it rings until TimeOut"
    case .busy: "rejects after some seconds (busy)"
    case .failed: "cannot be reached and never rings (failed)"
    case .silent: "answers, but no ringing event comes"
    case .canceled: "the other side gives up while it rings (canceled)"
    case .hangsUp: "answers and hangs up after a second; as From, before To is dialed"
    case .slow: "answers after 40 s of ringing"
    case .talkative: "answers and talks until TimeLimit (else 30 minutes)"
    case .lost: "answers, but the terminal callback never comes"
    }
  }

  /// How long `talkative` talks where no limit is given.
  static let longTalk = Duration.seconds(1_800)
  /// Between an answer and the hanging up of `hangsUp`.
  static let moment = Duration.seconds(1)

  func change(_ leg: inout LegFate, _ pace: Pace, _ random: inout SeededGenerator) {
    func become(_ fate: Flow.LegFate, after time: TimeSpread) {
      leg.fate = fate
      leg.lasts = time.draw(&random, pace)
    }
    switch self {
    case .noAnswer:
      become(.noAnswer, after: .exactly(Int(ConnectRequest.longestCall.components.seconds)))
    case .busy: become(.rejects, after: .between(2...6))
    case .failed: become(.fails, after: .exactly(1))
    case .canceled: become(.canceled, after: .between(5...12))
    case .slow: become(.answers, after: .exactly(40))
    case .silent:
      become(.answers, after: .between(3...12))
      leg.tellsRinging = false
    case .hangsUp, .talkative, .lost: become(.answers, after: .between(3...12))
    }
  }
}
