/// The bots that talked with the caller, folded from what is told of their streams.
struct BotFlow: Sendable {
  /// One stream.
  private struct Stream: Sendable {
    var isNamed = false
    var status = Call.Bot.Status.running
    var seconds: Duration?
  }

  private(set) var bot: Call.Bot?
  /// As they began.
  private var streams: [Stream] = []
  /// The streams that are named, by their ids.
  private var places: [String: Int] = [:]

  /// True while the last stream runs.
  var isRunning: Bool { bot?.status == .running }

  init(_ deliveries: [Delivery]) {
    let told = deliveries.filter { $0.callback.stream != nil }
    guard !told.isEmpty else { return }
    // Within a second a stream begins before it ends, whatever else the callbacks tell.
    let moments = told.enumerated().map { place, delivery in
      let isOver = delivery.callback.stream?.isOver ?? false
      return (delivery.place.moment.wholeSeconds, isOver ? 1 : 0, place)
    }
    for (_, _, place) in moments.sorted(by: <) {
      if let report = told[place].callback.stream { take(report) }
    }
    bot?.status = streams.last?.status ?? .running
    let seconds = streams.compactMap(\.seconds)
    bot?.talk = seconds.isEmpty ? nil : seconds.reduce(.zero, +)
  }

  private mutating func take(_ report: Callback.StreamReport) {
    let place = place(of: report)
    if let id = report.id {
      places[id] = place
      streams[place].isNamed = true
    }
    if report.isOver {
      let word = report.status.flatMap(Call.Bot.Status.init(rawValue:))
      let isRunning = streams[place].status == .running
      streams[place].status = word ?? (isRunning ? .unknown : streams[place].status)
    }
    streams[place].seconds = report.duration ?? streams[place].seconds
    var bot = bot ?? Call.Bot(status: .running)
    bot.endedBy = report.endedBy ?? bot.endedBy
    bot.error = report.error ?? bot.error
    self.bot = bot
  }

  /// The stream that a report is about: the one of its id, which once ended stays so. Where nothing
  /// names it, the last one, unless that has ended and another one begins.
  private mutating func place(of report: Callback.StreamReport) -> Int {
    if let id = report.id, let place = places[id] { return place }
    if let last = streams.last {
      let runs = last.status == .running
      let isMeant = report.id == nil ? runs || report.isOver : runs && !last.isNamed
      if isMeant { return streams.count - 1 }
    }
    streams.append(Stream())
    return streams.count - 1
  }

  /// As it is once the call has ended: how a stream that still ran ended is not known.
  mutating func end() {
    guard isRunning else { return }
    bot?.status = .unknown
  }
}

extension Callback.StreamReport {
  /// True for one that tells of an end.
  fileprivate var isOver: Bool { status != nil || hasStopped }
}
