import CallModel
import Monitoring
import NIOCore

/// Writes an answer that is made piece by piece: each piece when the reader has taken what was before
/// it, so that no more than one waits. Lives on the connection's event loop.
final class AnswerWriter {
  private var list: ListBody
  private let channel: any Channel
  /// How the end of the answer is told: by chunks of their own, else by the connection's end.
  private let isChunked: Bool
  private let done: () -> Void
  private var deadline: ConnectionDeadline?
  private var isMaking = false
  private var isOver = false

  /// Who takes nothing for so long is let go.
  static let patience = Duration.seconds(30)

  /// `first` is the piece before those of `list`. `done` is called once all is written.
  init(
    _ list: ListBody, after first: [UInt8], to channel: any Channel, isChunked: Bool,
    done: @escaping () -> Void
  ) {
    self.list = list
    self.channel = channel
    self.isChunked = isChunked
    self.done = done
    let deadline = ConnectionDeadline(eventLoop: channel.eventLoop) { [unowned self] in expired() }
    deadline.set(Self.patience)
    self.deadline = deadline
    write(first)
  }

  /// The connection has ended.
  func cancel() {
    isOver = true
    deadline?.cancel()
    deadline = nil
  }

  /// Goes on where the reader takes more; to be told whenever that may have changed.
  func proceed() {
    guard !isMaking, !isOver, channel.isWritable else { return }
    guard !list.isAtEnd else {
      cancel()
      return done()
    }
    isMaking = true
    let made = ReadingLanes.make(from: list, on: channel.eventLoop) { $0.next() }
    made.assumeIsolated().whenSuccess { made in
      self.isMaking = false
      self.list = made.source
      guard !self.isOver else { return }
      self.write(made.piece)
      self.proceed()
    }
  }

  private func write(_ piece: [UInt8]) {
    var buffer = channel.allocator.buffer(capacity: piece.count + 16)
    if isChunked { buffer.writeString(String(piece.count, radix: 16) + "\r\n") }
    buffer.writeBytes(piece)
    if isChunked { buffer.writeString(list.isAtEnd ? "\r\n0\r\n\r\n" : "\r\n") }
    channel.writeAndFlush(buffer, promise: nil)
    deadline?.set(Self.patience)
  }

  private func expired() {
    if channel.isWritable {
      deadline?.set(Self.patience)
    } else {
      channel.close(promise: nil)
    }
  }
}
