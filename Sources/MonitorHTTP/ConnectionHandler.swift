import CallModel
import Monitoring
import NIOCore
import NIOHTTP1
import NIOPosix

/// Tells a connection that the listener stops.
struct ListenerStops: Sendable {}

/// One connection: parts of requests in, requests to their routes, answers out in the order of the requests.
///
/// The next request is taken when the last one is answered and the peer takes its answers; until
/// then nothing more is read. So what a peer can make us keep is bounded.
final class ConnectionHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private enum Phase {
    case reading
    /// A request is being worked on, perhaps by another thread.
    case answering(Exchange)
    /// The last answer is on its way; what still comes is thrown away, so that the peer gets to
    /// read the answer instead of a reset.
    case closing(isSent: Bool)
  }

  private let callbacks: CallbackRoute
  private let board: BoardRoutes
  private let limits: ListenerLimits
  private var assembler: RequestAssembler
  private var phase = Phase.reading
  private var context: ChannelHandlerContext?
  private var deadline: ConnectionDeadline?
  private var answer: @Sendable (Receipt) -> Void = { _ in }
  private var accepted = AcceptedAnswer()
  private var peer = ""
  private var isWritable = true
  private var isInRequest = false
  private var hasNewParts = false
  /// True when the last bytes were a part of a head.
  private var isMidHead = false
  private var isReadHeld = false
  private var isProceeding = false
  private var isStopping = false
  /// The peer has ended sending; it may still wait for answers.
  private var hasInputEnded = false
  private var needsFlush = false

  init(callbacks: CallbackRoute, board: BoardRoutes, limits: ListenerLimits) {
    self.callbacks = callbacks
    self.board = board
    self.limits = limits
    assembler = RequestAssembler(limits: limits)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    peer = context.remoteAddress?.peerText ?? ""
    let deadline = ConnectionDeadline(eventLoop: context.eventLoop) { [unowned self] in expired() }
    deadline.set(limits.requestTime)
    self.deadline = deadline
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    answer = { receipt in
      if bound.eventLoop.inEventLoop {
        bound.value.received(receipt)
      } else {
        bound.eventLoop.execute { bound.value.received(receipt) }
      }
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    deadline?.cancel()
    deadline = nil
    answer = { _ in }
    self.context = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .closing = phase { return }
    assembler.take(unwrapInboundIn(data))
    hasNewParts = true
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // Bytes came, but they did not make a part yet.
    isMidHead = !hasNewParts
    hasNewParts = false
    proceed()
    settle()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    isWritable = context.channel.isWritable
    if isWritable, !isProceeding { resume() }
  }

  func read(context: ChannelHandlerContext) {
    if case .answering = phase { isReadHeld = true }
    if !isWritable { isReadHeld = true }
    if !isReadHeld { context.read() }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is ListenerStops:
      isStopping = true
      if case .reading = phase, !isInRequest { context.close(promise: nil) }
    case ChannelEvent.inputClosed:
      hasInputEnded = true
      settle()
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError, !hasInputEnded else {
      return context.close(promise: nil)
    }
    if case .closing = phase { return }
    assembler.fail(RequestError(error))
    if !isProceeding { resume() }
  }

  private func expired() {
    if case .answering = phase {
      deadline?.set(limits.idleTime)
    } else {
      context?.close(promise: nil)
    }
  }

  private func resume() {
    proceed()
    settle()
    guard isReadHeld, isWritable else { return }
    if case .answering = phase { return }
    isReadHeld = false
    context?.read()
  }

  /// After all that could be done with the bytes: sends, and sees to what is left of them.
  private func settle() {
    flush()
    if hasInputEnded { return end() }
    guard case .reading = phase else { return }
    guard isWritable, !isInRequest, isMidHead || !assembler.isBetweenRequests else { return }
    isInRequest = true
    deadline?.set(limits.requestTime)
  }

  /// Ends the connection of a peer that sends nothing more, once it has all its answers.
  private func end() {
    switch phase {
    case .reading where isWritable:
      let written = context?.writeAndFlush(wrapOutboundOut(ByteBuffer()))
      written?.assumeIsolated().whenComplete { _ in self.context?.close(promise: nil) }
    case .closing(isSent: true): context?.close(promise: nil)
    case .reading, .answering, .closing(isSent: false): break
    }
  }

  private func flush() {
    guard needsFlush else { return }
    needsFlush = false
    context?.flush()
  }
}

extension ConnectionHandler {
  /// Takes requests from the parts for as long as they can be answered.
  private func proceed() {
    isProceeding = true
    defer { isProceeding = false }
    while case .reading = phase {
      if !isWritable { flush() }
      guard isWritable else {
        deadline?.set(limits.idleTime)
        return
      }
      switch assembler.next() {
      case .needsMore: return
      case .awaitsContinue(let head): continues(head)
      case .request(let head, let body): serve(head, body)
      case .tooLarge(let head, let body): refuseSize(head, body)
      case .failed(let error, let head): fail(error, head)
      }
    }
  }

  private func continues(_ head: RequestHead) {
    if CallbackRoute.serves(head.target), let problem = callbacks.problem(with: head) {
      refuse(head, [], problem)
    } else {
      needsFlush = true
      write(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n"))
    }
  }

  private func refuseSize(_ head: RequestHead, _ body: [UInt8]) {
    let first = CallbackRoute.serves(head.target) ? callbacks.problem(with: head) : nil
    refuse(head, body, first ?? CallbackRoute.tooLarge(limits.maximumBodyBytes))
  }

  private func fail(_ error: RequestError, _ head: RequestHead?) {
    let request = callbacks.request(head ?? .unreadable, body: [], peer: peer)
    let problem = error.problem(limits)
    if head.map({ CallbackRoute.serves($0.target) }) ?? true { callbacks.refuse(request, problem) }
    write(problem.response, Exchange(arrivedAt: request.arrivedAt))
  }

  /// Ends the connection with a refusal, and keeps the request where it is a callback.
  private func refuse(_ head: RequestHead, _ body: [UInt8], _ problem: ProblemDocument) {
    let request = callbacks.request(head, body: body, peer: peer)
    if CallbackRoute.serves(head.target) { callbacks.refuse(request, problem) }
    write(problem.response, Exchange(head, arrivedAt: request.arrivedAt).closing)
  }

  private func serve(_ head: RequestHead, _ body: [UInt8]) {
    isInRequest = false
    guard CallbackRoute.serves(head.target) else { return read(head) }
    let request = callbacks.request(head, body: body, peer: peer)
    let exchange = Exchange(head, arrivedAt: request.arrivedAt)
    if let problem = callbacks.problem(with: head) {
      callbacks.refuse(request, problem)
      write(problem.response, exchange)
    } else {
      phase = .answering(exchange)
      callbacks.monitor.receive(request, answer: answer)
    }
  }

  /// Reads of the board are made into JSON elsewhere: callbacks of other connections must not wait.
  private func read(_ head: RequestHead) {
    guard let context else { return }
    let exchange = Exchange(head, arrivedAt: callbacks.clock())
    phase = .answering(exchange)
    let response = NIOThreadPool.singleton.runIfActive(eventLoop: context.eventLoop) { [board] in
      board.response(to: head)
    }
    response.assumeIsolated().whenSuccess { response in
      self.write(response, exchange)
      self.resume()
    }
  }

  /// What became of the callback that is being answered.
  private func received(_ receipt: Receipt) {
    guard case .answering(let exchange) = phase else { return }
    if let problem = CallbackRoute.problem(from: receipt) {
      write(problem.response, exchange)
    } else if exchange.connection(isStopping: isStopping) == nil {
      write(accepted.bytes(at: exchange.arrivedAt))
      answered()
    } else {
      write(Response(status: .ok), exchange)
    }
    if !isProceeding { resume() }
  }

  private func answered() {
    phase = .reading
    needsFlush = true
    deadline?.set(limits.idleTime)
  }

  private func write(_ response: Response, _ exchange: Exchange) {
    guard let context else { return }
    let form = exchange.form(isStopping: isStopping)
    var buffer = context.channel.allocator.buffer(capacity: response.body.count + 512)
    response.write(to: &buffer, form)
    if form.connection == "close" {
      close(context, after: buffer)
    } else {
      write(buffer)
      answered()
    }
  }

  private func write(_ buffer: ByteBuffer) {
    context?.write(wrapOutboundOut(buffer), promise: nil)
  }

  private func close(_ context: ChannelHandlerContext, after last: ByteBuffer) {
    phase = .closing(isSent: false)
    needsFlush = false
    deadline?.set(limits.idleTime)
    let written = context.writeAndFlush(wrapOutboundOut(last)).assumeIsolated()
    written.whenSuccess {
      self.phase = .closing(isSent: true)
      self.deadline?.set(min(self.limits.requestTime, .seconds(2)))
      self.context?.close(mode: .output, promise: nil)
      self.settle()
    }
  }
}
