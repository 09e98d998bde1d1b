import CallbackWire
import NIOCore

/// What a connection does for those who read the board.
extension ConnectionHandler {
  /// False, and the reader is told, where as many read the board as may.
  private func hasReaderPlace(_ exchange: Exchange) -> Bool {
    if place?.beginReading() != false { return true }
    write(ReaderPlaces.full.response, exchange)
    return false
  }

  func read(_ head: RequestHead, _ board: BoardRoutes, _ exchange: Exchange) {
    let reading = board.reading(of: head)
    if case .ready(let response) = reading { return write(response, exchange) }
    guard !reading.isOfBoard || hasReaderPlace(exchange), let context else { return }
    phase = .answering(exchange)
    let active = ActiveReading(reading)
    self.reading = active
    let answer = board.answer(to: reading, for: active.ticket, on: context.eventLoop)
    answer.assumeIsolated().whenComplete { answer in
      switch answer {
      case .success(.whole(let response)):
        self.reading = nil
        self.write(response, exchange)
        self.resume()
      case .success(.pieces(let first, let list)):
        active.write(
          first, list, exchange, isStopping: self.isLastAnswer, to: context.channel,
          done: self.wrote)
      // The peer has left.
      case .failure: context.close(promise: nil)
      }
    }
  }

  /// All of an answer that was made piece by piece.
  private func wrote(isLast: Bool) {
    reading = nil
    guard let context else { return }
    if isLast || isLastAnswer { close(context, after: ByteBuffer()) } else { answered() }
    resume()
  }

  /// From then on the connection is the stream's.
  func follow(_ query: StreamQuery, _ route: StreamRoute, _ exchange: Exchange) {
    guard hasReaderPlace(exchange), let context else { return }
    let head = StreamRoute.head(query, date: exchange.arrivedAt.httpDate)
    guard !exchange.isHead, !isStopping else { return close(context, after: head) }
    phase = .answering(exchange)
    let active = ActiveReading()
    reading = active
    let beginning = route.begin(query, for: active.ticket, on: context.eventLoop)
    beginning.assumeIsolated().whenComplete { beginning in
      self.reading = nil
      switch beginning {
      case .success(.success(let feed)):
        StreamHandler(feed, query, route, head: head).takeOver(from: self, context)
      case .success(.failure(let problem)):
        self.write(problem.response, exchange)
        self.resume()
      // The peer has left.
      case .failure: context.close(promise: nil)
      }
    }
  }
}
