import CallModel
import Monitoring

/// What answers a request for the board, before anything is read for it.
enum BoardReading: Sendable {
  case ready(Response)
  /// Soon done.
  case brief(@Sendable () -> BoardAnswer)
  case metrics(MetricsRoute)
  /// Looks at all calls.
  case search(CallSearch)

  /// True for what is read of the board, of which one reader may want much.
  var isOfBoard: Bool {
    switch self {
    case .brief, .search: true
    case .ready, .metrics: false
    }
  }
}

/// What a reading gave.
enum BoardAnswer: Sendable {
  case whole(Response)
  /// More than fits into one piece, which is the first.
  case pieces([UInt8], then: ListBody)

  /// Begins with a list; a short one is whole at once.
  init(_ list: ListBody) {
    var list = list
    let first = list.next()
    self = list.isAtEnd ? .whole(.json(body: first)) : .pieces(first, then: list)
  }
}

extension ReadingError {
  /// Nil where nobody is there to be told.
  var problem: ProblemDocument? {
    switch self {
    case .full:
      ProblemDocument(
        status: .unavailable, detail: "too many others are being answered; ask again in a second",
        headers: [("Retry-After", "1")])
    case .tooLong:
      ProblemDocument(
        status: .unavailable,
        detail: "to look through all calls for this takes more than a second; ask for less, "
          + "as with state=, agent=, number=, or fewer terms in q")
    case .readerLeft: nil
    }
  }
}
