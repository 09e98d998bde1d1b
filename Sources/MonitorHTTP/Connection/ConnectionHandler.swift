import CallModel
import Monitoring
import NIOCore
import NIOHTTP1

/// One connection: parts of requests in, answers out in the order of the requests.
///
/// The next request is taken when the last one is answered and the peer takes its answers; until
/// then nothing more is read. So what a peer can make us keep is bounded.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let routes: any RequestRoutes
  private let limits: ListenerLimits
  private var assembler: RequestAssembler
  var phase = ConnectionPhase.reading
  var context: ChannelHandlerContext?
  private var deadline: ConnectionDeadline?
  private var answer: @Sendable (Receipt) -> Void = { _ in }
  /// What is read for the peer.
  var reading: ActiveReading?
  private var accepted = AcceptedAnswer()
  private var peer = ""
  private var isWritable = true
  private var isInRequest = false
  private var hasNewParts = false
  /// True when the last bytes were a part of a head.
  private var isMidHead = false
  private var isReadHeld = false
  private var isProceeding = false
  var isStopping = false
  /// The peer has ended sending; it may still wait for answers.
  private var hasInputEnded = false
  private var needsFlush = false
  /// Among the other connections; nil where it is alone.
  let place: ConnectionPlace?

  init(_ routes: any RequestRoutes, place: ConnectionPlace? = nil) {
    self.routes = routes
    self.place = place
    limits = routes.limits
    assembler = RequestAssembler(limits: routes.limits)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    isStopping = place?.isStopping ?? false
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
    reading?.cancel()
    self.context = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .closing = phase { return }
    place?.begin()
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
    reading?.proceed()
    if isWritable, !isProceeding { resume() }
  }

  func read(context: ChannelHandlerContext) {
    // What comes during an answer is read once: to hold reading at each would cost two calls of the
    // system, and there rarely is anything.
    if case .answering = phase, !assembler.isBetweenRequests { isReadHeld = true }
    if !isWritable { isReadHeld = true }
    if !isReadHeld { context.read() }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is ListenerStops: isStopping = true
    case let room as RoomIsWanted: if isSilent, !room.takes(context) { rest(context) }
    case is ListenerEnds, ChannelEvent.inputClosed:
      hasInputEnded = true
      reading?.inputEnded()
      settle()
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    // The peer has gone amid a request, which is no error of its bytes.
    case HTTPParserError.invalidEOFState: break
    case let error as HTTPParserError: fail(RequestError(error))
    case let error as RequestError: fail(error)
    // What comes behind bytes that were no HTTP, or behind a change of protocol, is not read.
    case is ByteToMessageDecoderError, is ByteToMessageDecoderError.PayloadTooLargeError: break
    default: context.close(promise: nil)
    }
  }

  private func fail(_ error: RequestError) {
    if case .closing = phase { return }
    assembler.fail(error)
    if !isProceeding { resume() }
  }

  private func expired() {
    if case .answering = phase {
      deadline?.set(limits.idleTime)
    } else {
      context?.close(promise: nil)
    }
  }

  func resume() {
    proceed()
    settle()
    guard isReadHeld, isWritable else { return }
    if case .answering = phase { return }
    isReadHeld = false
    context?.read()
  }

  /// After all that could be done with the bytes: sends, and sees to what is left of them.
  private func settle() {
    // Before the peer has its answer, and can count on it.
    if isSilent, let context { rest(context) }
    flush()
    if hasInputEnded { return end() }
    guard case .reading = phase, isWritable, !isInRequest, hasUnfinishedRequest else { return }
    isInRequest = true
    deadline?.set(limits.requestTime)
  }

  private var hasUnfinishedRequest: Bool { isMidHead || !assembler.isBetweenRequests }

  /// True where nothing is worked on. A request that has not come whole is no work: else one byte of
  /// each would keep a crowd's places.
  private var isSilent: Bool {
    switch phase {
    case .reading: isWritable && !assembler.hasWholeRequest
    case .answering, .closing(isSent: false): false
    case .closing(isSent: true): true
    }
  }

  /// One with an unfinished request makes room only where no other can.
  private func rest(_ context: ChannelHandlerContext) {
    let now = context.eventLoop.now
    place?.rest(since: hasUnfinishedRequest ? now + TimeAmount(limits.requestTime) : now)
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
    // What a callback's journal tells may come when the peer has gone.
    while case .reading = phase, context != nil {
      if !isWritable { flush() }
      guard isWritable else {
        deadline?.set(limits.idleTime)
        return
      }
      let step = assembler.next()
      if case .request = step { isInRequest = false }
      switch routes.reply(to: step, peer: peer) {
      case nil: return
      case .askForBody:
        needsFlush = true
        write(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n"))
      case .answer(let response, let exchange): write(response, exchange)
      case .receive(let request, let monitor, let exchange):
        phase = .answering(exchange)
        monitor.receive(request, answer: answer)
      case .read(let head, let board, let exchange): read(head, board, exchange)
      case .follow(let query, let route, let exchange): follow(query, route, exchange)
      }
    }
  }

  /// What became of the callback that is being answered.
  private func received(_ receipt: Receipt) {
    guard case .answering(let exchange) = phase else { return }
    if let problem = CallbackRoute.problem(from: receipt) {
      write(problem.response, exchange)
    } else if exchange.connection(isStopping: isLastAnswer) == nil {
      write(accepted.bytes(at: exchange.arrivedAt))
      answered()
    } else {
      write(Response(status: .ok), exchange)
    }
    if !isProceeding { resume() }
  }

  /// True once the listener stops and all is answered that was read whole.
  var isLastAnswer: Bool { isStopping && !assembler.hasWholeRequest }

  func answered() {
    phase = .reading
    needsFlush = true
    deadline?.set(limits.idleTime)
  }

  func write(_ response: Response, _ exchange: Exchange) {
    guard let context else { return }
    let form = exchange.form(isStopping: isLastAnswer)
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

  func close(_ context: ChannelHandlerContext, after last: ByteBuffer) {
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
