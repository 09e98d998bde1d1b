/// The bots that talked with the caller, folded from what is told of their streams.
struct BotFlow: Sendable {
  private(set) var bot: Call.Bot?
  /// True while a stream runs.
  private(set) var isRunning = false
  /// By the id of the stream.
  private var seconds: [String: Duration] = [:]

  init(_ deliveries: [Delivery]) {
    for delivery in deliveries {
      guard let report = delivery.callback.stream else { continue }
      take(report)
    }
  }

  private mutating func take(_ report: Callback.StreamReport) {
    var bot = bot ?? Call.Bot(status: .running)
    bot.status = report.status.flatMap(Call.Bot.Status.init(rawValue:)) ?? .running
    isRunning = bot.status == .running
    bot.endedBy = report.endedBy ?? bot.endedBy
    bot.error = report.error ?? bot.error
    if let duration = report.duration { seconds[report.id ?? ""] = duration }
    bot.talk = seconds.isEmpty ? nil : seconds.values.reduce(.zero, +)
    self.bot = bot
  }

  /// As it is once the call has ended: how a stream that still ran ended is not known.
  mutating func end() {
    guard isRunning else { return }
    isRunning = false
    bot?.status = .unknown
  }
}
