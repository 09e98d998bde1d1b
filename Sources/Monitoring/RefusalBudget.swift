import CallJournal
import CallModel

/// How much of what is refused goes to the disk: a number of bytes in each span of time.
struct RefusalBudget: Sendable {
  private struct Span: Sendable {
    var bytes: Int
    var length: Duration
    var start = Instant(milliseconds: .min / 2)
    var spent = 0

    mutating func begin(at now: Instant) {
      // Also where the machine's clock was turned back.
      guard now > start + length || now < start - length else { return }
      (start, spent) = (now, 0)
    }
  }

  private var spans: [Span]
  /// As a person reads it, as `2 MB in a minute`.
  let words: String

  /// Of what is refused before its content is looked at, which anybody can send.
  static let unread = RefusalBudget([(1_000_000, .seconds(3_600))], "1 MB in an hour")
  /// Of what is refused for its content: enough for weeks of what a decoder does not know yet, and far
  /// less than a disk.
  static let content = RefusalBudget(
    [(2_000_000, .seconds(60)), (64_000_000, .seconds(86_400))],
    "2 MB in a minute or 64 MB in a day")

  init(_ spans: [(bytes: Int, length: Duration)], _ words: String) {
    self.spans = spans.map { Span(bytes: $0.bytes, length: $0.length) }
    self.words = words
  }

  /// False where it is not to be kept; only what is kept is paid for.
  mutating func takes(_ request: CallbackRequest) -> Bool {
    let size = request.raw.target.utf8.count + request.raw.body.count + 300
    for place in spans.indices { spans[place].begin(at: request.arrivedAt) }
    guard spans.allSatisfy({ $0.spent + size <= $0.bytes }) else { return false }
    for place in spans.indices { spans[place].spent += size }
    return true
  }
}

/// The budgets of all that is refused, and what they kept off the disk.
struct RefusalBudgets: Sendable {
  private var unread = RefusalBudget.unread
  private var content = RefusalBudget.content
  /// How many requests were not kept since the start.
  private(set) var unkept = 0

  /// Nil where the request is to be kept; else the rejection with what is said of that.
  mutating func refusal(
    to request: CallbackRequest, _ rejection: JournalEntry.Rejection
  ) -> JournalEntry.Rejection? {
    let isKept = rejection.isOfContent ? content.takes(request) : unread.takes(request)
    guard !isKept else { return nil }
    unkept += 1
    var rejection = rejection
    let words = rejection.isOfContent ? content.words : unread.words
    rejection.reason += " (not kept: more than \(words) is refused)"
    return rejection
  }
}
