import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix

/// Why another server gave no answer.
package enum OutgoingFault {
  /// Why no answer came, in few words.
  package static func reason(for error: any Error) -> String {
    switch error {
    case let fault as AnswerFault: fault.description
    case let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout:
      "no answer within 15 s"
    case let error as HTTPClientError where error == .connectTimeout: "no connection within 5 s"
    case let error as HTTPClientError: error.shortDescription
    case let error as NIOConnectionError:
      error.connectionErrors.first.map { reason(for: $0.error) } ?? "no such host"
    case let error as IOError: String(cString: strerror(error.errnoCode)).lowercased()
    case ChannelError.connectTimeout: "no connection within 5 s"
    default: reason(forHandshake: error) ?? "\(error)"
    }
  }

  /// What OpenSSL's words for a failed handshake mean; nil for those of something else.
  package static func reason(forHandshake error: any Error) -> String? {
    let words = "\(error)"
    let variable = HTTPClient.Configuration.certificateVariable
    for (sign, meaning) in [
      (
        "CERTIFICATE_VERIFY_FAILED",
        "its certificate is not trusted here (\(variable) can name one that is)"
      ),
      ("noSuchFilesystemObject", "\(variable) names no file"),
      ("NO_CERTIFICATE_OR_CRL_FOUND", "no certificate is in the file that \(variable) names"),
      ("failedToValidateHostname", "its certificate is that of another host"),
      ("WRONG_VERSION_NUMBER", "it does not speak TLS: try http://"),
      ("handshakeFailed", "the TLS handshake failed"),
    ] where words.contains(sign) {
      return meaning
    }
    return nil
  }
}
