import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix

extension CallbackSender {
  /// Why no answer came, in few words.
  package static func reason(for error: any Error) -> String {
    switch error {
    case let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout:
      "no answer within 15 s"
    case let error as HTTPClientError where error == .connectTimeout: "no connection within 5 s"
    case let error as HTTPClientError: error.shortDescription
    case let error as NIOConnectionError:
      error.connectionErrors.first.map { reason(for: $0.error) } ?? "no such host"
    case let error as IOError: String(cString: strerror(error.errnoCode)).lowercased()
    case ChannelError.connectTimeout: "no connection within 5 s"
    default: "\(error)"
    }
  }
}
