/// Something that is to be said about a callback, or about one of its fields (`callbacks.md` § 3).
package struct ReviewRemark: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Usual variety.
    case note
    /// It is taken, but deserves a look.
    case odd
    /// It is not taken, or a value that is there is lost.
    case wrong

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .odd: 1
      case .wrong: 2
      }
    }
  }

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case rejected
    /// A body that cannot be read; the query names the call.
    case badBody = "bad-body"
    case method
    /// A spelling of "not known".
    case notKnown = "not-known"
    /// Another spelling of the word that it is read as.
    case spelling
    /// Another spelling of the number that it is read as.
    case numberSpelling = "number-spelling"
    case unknownWord = "unknown-word"
    case unknownField = "unknown-field"
    case repeated
    case noTime = "no-time"
    case badTime = "bad-time"
    case endBeforeStart = "end-before-start"
    case badDuration = "bad-duration"
    case noNumber = "no-number"
    case masked
    case legs
    case noAgent = "no-agent"
    /// A call of the contact centre of which it is not told which way it goes.
    case noDirection = "no-direction"
    /// It tells no time of its own.
    case untimed
    /// A request that names a call, of which nothing else is understood.
    case notUnderstood = "not-understood"
    case controlCharacters = "control-characters"
    case tooLong = "too-long"

    package var severity: Severity {
      switch self {
      case .notKnown, .unknownField, .noTime, .numberSpelling, .noNumber, .masked, .untimed: .note
      case .spelling, .repeated, .endBeforeStart, .legs, .noAgent, .noDirection,
        .controlCharacters, .tooLong:
        .odd
      case .rejected, .method, .badTime, .badDuration, .unknownWord, .notUnderstood, .badBody:
        .wrong
      }
    }
  }

  package let kind: Kind
  /// For people; safe to show.
  package let text: String

  package var severity: Severity { kind.severity }

  init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
