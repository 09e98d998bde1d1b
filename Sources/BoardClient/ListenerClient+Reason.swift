import AsyncHTTPClient
import NIOCore
import OutgoingHTTP

extension ListenerClient {
  /// Why no answer came, in few words.
  static func reason(for error: any Error) -> String {
    switch error as? HTTPClientError {
    case .readTimeout: "nothing was heard for 5 s"
    case .deadlineExceeded: "no answer within 10 s"
    default: OutgoingFault.reason(for: error)
    }
  }

  /// What is wrong with an answer that has begun and goes no further.
  static func error(forBreakOff error: any Error, of base: String) -> ListenerClientError {
    switch error {
    case let error as HTTPClientError where error == .readTimeout:
      .unreachable(base, reason(for: error))
    case is IOError: .unreachable(base, reason(for: error))
    case let fault as AnswerFault: .strange(base, fault.description)
    // Only its name tells it: the library that knows it is AsyncHTTPClient's own.
    case _ where "\(error)" == "limit": .strange(base, "what it compressed has no end")
    // All else is the end of the connection, which decompressing notices in its own way.
    default: .unreachable(base, "the connection broke off")
    }
  }
}
