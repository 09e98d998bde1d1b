import Monitoring

/// Decides what is done about requests; knows no connection.
protocol RequestRoutes: Sendable {
  var limits: ListenerLimits { get }

  /// Nil where more of the request must come first.
  func reply(to step: RequestAssembler.Step, peer: String) -> Routes.Reply?
}

/// The routes of the monitor.
struct Routes: RequestRoutes {
  /// What is done about a request.
  enum Reply: Sendable {
    /// The peer is asked for the body.
    case askForBody
    case answer(Response, Exchange)
    /// The monitor takes the callback, and tells what to answer.
    case receive(CallbackRequest, by: CallMonitor, Exchange)
    /// The board is read for the answer.
    case read(RequestHead, from: BoardRoutes, Exchange)
    /// What comes is sent for as long as the connection lasts.
    case follow(StreamQuery, StreamRoute, Exchange)
  }

  let callbacks: CallbackRoute
  let board: BoardRoutes
  let streams: StreamRoute
  let limits: ListenerLimits

  /// Nil where more of the request must come first. Keeps what of `/exotel` is refused.
  func reply(to step: RequestAssembler.Step, peer: String) -> Reply? {
    switch step {
    case .needsMore: nil
    case .awaitsContinue(let head): continues(head, peer)
    case .request(let head, let body): serve(head, body, peer)
    case .tooLarge(let head, let body):
      refuse(
        head, body, peer,
        early(head)
          ?? CallbackRoute.tooLarge(
            limits.maximumBodyBytes, advice: "; --max-body of the listener raises that"))
    case .failed(let error, let head): fail(error, head, peer)
    }
  }

  /// Why a callback is refused whatever its body is.
  private func early(_ head: RequestHead) -> ProblemDocument? {
    head.route == .callbacks ? callbacks.problem(with: head) : nil
  }

  private func continues(_ head: RequestHead, _ peer: String) -> Reply {
    early(head).map { refuse(head, [], peer, $0) } ?? .askForBody
  }

  private func serve(_ head: RequestHead, _ body: [UInt8], _ peer: String) -> Reply {
    switch head.route {
    case .callbacks: receive(head, body, peer)
    case .callbackStream, .eventStream: follow(head)
    case nil where Route.isCallbacksMisspelled(RequestTarget(head.target)):
      turnAway(
        head, body, peer,
        .notFound("nothing is at \(RequestTarget(head.target).path); callbacks go to /exotel"))
    case .calls, .call, .namedCall, .agents, .agent, .lines, .summary, .rejected, .openAPI,
      .health, .metrics, nil:
      .read(head, from: board, Exchange(head, arrivedAt: callbacks.clock()))
    }
  }

  private func receive(_ head: RequestHead, _ body: [UInt8], _ peer: String) -> Reply {
    if let problem = callbacks.problem(with: head) { return turnAway(head, body, peer, problem) }
    let request = callbacks.request(head, body: body, peer: peer)
    return .receive(
      request, by: callbacks.monitor, Exchange(head, arrivedAt: request.arrivedAt))
  }

  /// Keeps what was sent for people to see. The connection stays.
  private func turnAway(
    _ head: RequestHead, _ body: [UInt8], _ peer: String, _ problem: ProblemDocument
  ) -> Reply {
    let arrivedAt = callbacks.clock()
    callbacks.refuse(head, body: body, peer: peer, at: arrivedAt, problem)
    return .answer(problem.response, Exchange(head, arrivedAt: arrivedAt))
  }

  private func follow(_ head: RequestHead) -> Reply {
    let exchange = Exchange(head, arrivedAt: callbacks.clock())
    switch streams.query(of: head) {
    case .success(let query): return .follow(query, streams, exchange)
    case .failure(let problem):
      return .answer(problem.hiding(callbacks.access.redaction).response, exchange)
    }
  }

  /// Ends the connection, as the rest of the request is not read.
  private func refuse(
    _ head: RequestHead, _ body: [UInt8], _ peer: String, _ problem: ProblemDocument
  ) -> Reply {
    let arrivedAt = callbacks.clock()
    if head.route == .callbacks {
      callbacks.refuse(head, body: body, peer: peer, at: arrivedAt, problem)
    }
    return .answer(problem.response, Exchange(head, arrivedAt: arrivedAt).closing)
  }

  /// What cannot be read is kept too where it may have been a callback.
  private func fail(_ error: RequestError, _ head: RequestHead?, _ peer: String) -> Reply {
    let arrivedAt = callbacks.clock()
    let earlier = error.isMalformed ? nil : head.flatMap(early)
    let problem = earlier ?? error.problem(limits)
    if head.map({ $0.route == .callbacks }) ?? true {
      callbacks.refuse(head ?? .unreadable, body: [], peer: peer, at: arrivedAt, problem)
    }
    return .answer(problem.response, Exchange(arrivedAt: arrivedAt))
  }
}
