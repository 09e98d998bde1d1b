import NIOCore

/// What is being read for a connection, from the request to the last piece of its answer. Lives on the
/// connection's event loop.
final class ActiveReading {
  let ticket = ReadingTicket()
  /// All calls are looked at: for one that sends nothing more that is too much, as it most likely has
  /// left.
  private let isSearch: Bool
  private var writer: AnswerWriter?

  /// For the beginning of a stream.
  init() { isSearch = false }

  init(_ reading: BoardReading) {
    if case .search(let search) = reading {
      isSearch = search.query.isSelective
    } else {
      isSearch = false
    }
  }

  /// The connection has ended.
  func cancel() {
    ticket.leave()
    writer?.cancel()
    writer = nil
  }

  func inputEnded() { if isSearch { ticket.leave() } }

  /// To be told when the peer may take more.
  func proceed() { writer?.proceed() }

  /// Writes a list of which `first` is made; calls `done` once all is written, with true where the
  /// connection ends with it.
  func write(
    _ first: [UInt8], _ list: ListBody, _ exchange: Exchange, isStopping: Bool,
    to channel: any Channel, done: @escaping (Bool) -> Void
  ) {
    let isChunked = exchange.openEnd == .chunked
    let form = (isChunked ? exchange : exchange.closing).form(isStopping: isStopping)
    var head = channel.allocator.buffer(capacity: 512)
    Response.json(body: []).writeHead(to: &head, form, exchange.openEnd)
    channel.write(head, promise: nil)
    let isLast = form.connection == "close"
    guard !form.omitsBody else { return done(isLast) }
    let writer = AnswerWriter(list, after: first, to: channel, isChunked: isChunked) {
      self.writer = nil
      done(isLast)
    }
    self.writer = writer
    writer.proceed()
  }
}
