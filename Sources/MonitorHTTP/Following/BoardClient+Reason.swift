import AsyncHTTPClient
import NIOCore

extension BoardClient {
  /// Why no answer came, in few words.
  static func reason(for error: any Error) -> String {
    switch error as? HTTPClientError {
    case .readTimeout: "nothing was heard for 5 s"
    case .deadlineExceeded: "no answer within 10 s"
    default: CallbackSender.reason(for: error)
    }
  }

  /// Why an answer that has begun goes no further.
  static func reason(forBreakOff error: any Error) -> String {
    // All else is the end of the connection, which decompressing notices in its own way.
    error as? HTTPClientError == .readTimeout || error is IOError
      ? reason(for: error) : "the connection broke off"
  }
}
