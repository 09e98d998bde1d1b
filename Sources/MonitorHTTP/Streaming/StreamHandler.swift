import Monitoring
import NIOCore

/// A connection that follows the board: it gets as much as it takes, and no more is made for it.
final class StreamHandler: ChannelInboundHandler {
  typealias InboundIn = Any
  typealias OutboundOut = ByteBuffer

  private var feed: any StreamFeed
  private var isMaking = false
  private let changes: ChangeNotifier
  /// What has come before the reader was told of it is looked for once more.
  private let notifyFirst: () -> Void
  private let head: ByteBuffer
  private let heartbeat: Duration
  private let gzip: GzipStream?
  private var context: ChannelHandlerContext?
  private var deadline: ConnectionDeadline?
  private var follower: Int?
  /// Not at the same moment as the others: callbacks have their turn in between.
  private let phase: TimeAmount
  private var isSendingSoon = false
  /// The reader gets no more than what is on its way to them.
  private var isLost = false
  private var silence = Duration.zero

  /// What is ready at once has to be looked for before the next piece: only a time that has yet to
  /// come lets the loop do so.
  private static let turn = TimeAmount.microseconds(100)
  private static let longestPhase = Int64(20_000_000)

  /// Who takes nothing for so long has gone.
  private static let patience = AnswerWriter.patience

  init(_ feed: any StreamFeed, _ query: StreamQuery, _ route: StreamRoute, head: ByteBuffer) {
    self.feed = feed
    changes = route.changes(of: query)
    notifyFirst = route.monitor.followers.notify
    self.head = head
    heartbeat = query.heartbeat
    phase = .nanoseconds(Int64.random(in: 0..<Self.longestPhase))
    gzip = query.isCompressed ? GzipStream() : nil
  }

  /// Takes the place of the handler of requests: from then on the connection is the stream's.
  func takeOver(from handler: ConnectionHandler, _ context: ChannelHandlerContext) {
    do {
      let pipeline = context.pipeline.syncOperations
      try pipeline.addHandler(self, position: .after(handler))
      pipeline.removeHandler(handler, promise: nil)
    } catch {
      context.close(promise: nil)
    }
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    let deadline = ConnectionDeadline(eventLoop: context.eventLoop) { [unowned self] in beat() }
    deadline.set(heartbeat)
    self.deadline = deadline
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    follower = changes.add { bound.eventLoop.execute { bound.value.send(in: bound.value.phase) } }
    notifyFirst()
    context.write(wrapOutboundOut(head), promise: nil)
    send()
    // What held reading back for the answer is gone.
    context.read()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    if let follower { changes.remove(follower) }
    deadline?.cancel()
    deadline = nil
    self.context = nil
  }

  /// Nothing that comes now means anything.
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

  func channelWritabilityChanged(context: ChannelHandlerContext) { send() }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ListenerStops || event as? ChannelEvent == .inputClosed {
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func send(in time: TimeAmount) {
    guard let context, !isSendingSoon else { return }
    isSendingSoon = true
    context.eventLoop.assumeIsolated().scheduleTask(in: time) {
      self.isSendingSoon = false
      self.send()
    }
  }

  private func send() {
    guard let context, context.channel.isWritable else { return }
    guard !isSendingSoon, !isLost, !isMaking else { return }
    guard feed.needsMaking else { return take(feed.next()) }
    isMaking = true
    let made = ReadingLanes.make(from: feed, on: context.eventLoop) { $0.next() }
    made.assumeIsolated().whenSuccess { made in
      self.isMaking = false
      self.feed = made.source
      self.take(made.piece)
    }
  }

  private func take(_ chunk: StreamChunk) {
    guard let context else { return }
    switch chunk {
    case .nothing: return
    case .bytes(let bytes):
      write(bytes, context)
      send(in: Self.turn)
    case .lost(let bytes):
      isLost = true
      context.writeAndFlush(encoded(bytes)).assumeIsolated().whenComplete { _ in
        context.close(promise: nil)
      }
    }
  }

  private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
    context.writeAndFlush(encoded(bytes), promise: nil)
    silence = .zero
    deadline?.set(heartbeat)
  }

  private func encoded(_ bytes: [UInt8]) -> NIOAny {
    wrapOutboundOut(ByteBuffer(bytes: gzip?.compress(bytes) ?? bytes))
  }

  private func beat() {
    guard let context else { return }
    deadline?.set(heartbeat)
    guard context.channel.isWritable, !isLost else {
      silence += heartbeat
      if silence >= Self.patience { context.close(promise: nil) }
      return
    }
    write(StreamText.heartbeat, context)
  }
}
