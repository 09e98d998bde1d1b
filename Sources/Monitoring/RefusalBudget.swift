import CallModel

/// How much of what anybody can send goes to the disk: a megabyte an hour.
struct RefusalBudget: Sendable {
  static let bytes = 1_000_000
  static let hour = Duration.seconds(3_600)

  private var start = Instant(milliseconds: .min / 2)
  private var spent = 0

  mutating func takes(_ request: CallbackRequest) -> Bool {
    if request.arrivedAt > start + Self.hour { (start, spent) = (request.arrivedAt, 0) }
    spent += request.raw.target.utf8.count + request.raw.body.count + 300
    return spent <= Self.bytes
  }
}
