import CallModel
import Monitoring
import NIOCore
import NIOPosix

/// `/v1/callbacks`: the raw callbacks, as they come.
struct StreamRoute: Sendable {
  let monitor: CallMonitor
  let access: AccessControl

  static func serves(_ target: String) -> Bool {
    RequestTarget(target).segments == ["v1", "callbacks"]
  }

  /// What is asked for, or the answer that refuses it.
  func wish(of head: RequestHead) -> Result<StreamWish, ProblemDocument> {
    guard access.admitsReading(authorization: head.authorization) else {
      return .failure(BoardRoutes.unauthorized)
    }
    guard head.method == "GET" || head.method == "HEAD" else {
      return .failure(.method(head.method, allowed: "GET, HEAD"))
    }
    do throws(QueryError) {
      return .success(
        try StreamWish(RequestTarget(head.target), lastEventID: head.lastEventID))
    } catch {
      return .failure(.badRequest(error.description))
    }
  }

  /// The past is gathered elsewhere: callbacks of other connections must not wait.
  func begin(_ wish: StreamWish, on loop: any EventLoop) -> EventLoopFuture<CallMonitor.Beginning> {
    NIOThreadPool.singleton.runIfActive(eventLoop: loop) {
      monitor.begin(after: wish.sequence, window: wish.window)
    }
  }

  /// The head of the answer, which has no end of its own.
  static func head(date: String) -> ByteBuffer {
    ByteBuffer(
      string: "HTTP/1.1 200 OK\r\nDate: \(date)\r\nConnection: close\r\n"
        + "Content-Type: text/event-stream\r\nCache-Control: no-store\r\n\r\n")
  }
}
