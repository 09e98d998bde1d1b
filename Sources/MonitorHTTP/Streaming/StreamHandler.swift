import Monitoring
import NIOCore

/// A connection that follows the board: it gets as much as it takes, and no more is made for it.
final class StreamHandler: ChannelInboundHandler {
  typealias InboundIn = Any
  typealias OutboundOut = ByteBuffer

  private var feed: CallbackFeed
  private let bell: FollowerBell
  private let head: ByteBuffer
  private var context: ChannelHandlerContext?
  private var deadline: ConnectionDeadline?
  private var follower: Int?
  /// Heartbeats that had no room in a row.
  private var stalls = 0

  private static let heartbeat = Duration.seconds(15)
  /// Who takes nothing for so many heartbeats has gone.
  private static let maximumStalls = 4

  init(_ feed: CallbackFeed, _ bell: FollowerBell, head: ByteBuffer) {
    self.feed = feed
    self.bell = bell
    self.head = head
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    let deadline = ConnectionDeadline(eventLoop: context.eventLoop) { [unowned self] in beat() }
    deadline.set(Self.heartbeat)
    self.deadline = deadline
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    follower = bell.add { bound.eventLoop.execute { bound.value.send() } }
    context.write(wrapOutboundOut(head), promise: nil)
    send()
    // What held reading back for the answer is gone.
    context.read()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    if let follower { bell.remove(follower) }
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

  private func send() {
    while let context, context.channel.isWritable {
      switch feed.next() {
      case .nothing: return
      case .bytes(let bytes): write(bytes, context)
      case .lost(let bytes):
        self.context = nil
        let last = wrapOutboundOut(ByteBuffer(bytes: bytes))
        return context.writeAndFlush(last).assumeIsolated().whenComplete { _ in
          context.close(promise: nil)
        }
      }
    }
  }

  private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    deadline?.set(Self.heartbeat)
  }

  private func beat() {
    guard let context else { return }
    deadline?.set(Self.heartbeat)
    guard context.channel.isWritable else {
      stalls += 1
      if stalls >= Self.maximumStalls { context.close(promise: nil) }
      return
    }
    stalls = 0
    write(CallbackFeed.heartbeat, context)
  }
}
