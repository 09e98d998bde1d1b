import AsyncHTTPClient
import Foundation
import NIOCore
import NIOSSL

extension HTTPClient.Configuration {
  /// The environment's name for a file of certificates, as programs with OpenSSL know it.
  package static let certificateVariable = "SSL_CERT_FILE"

  /// How others are reached: redirects are not followed, and whoever asks decides when to ask again.
  /// Certificates of the system are believed, or those of the file that `SSL_CERT_FILE` names.
  /// `silence`: so long nothing may come of an answer; `bounds`: what may come of it in all.
  package static func outgoing(
    silence: TimeAmount, bounds: AnswerBounds = AnswerBounds()
  ) -> Self {
    var configuration = Self(
      redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5), read: silence))
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.httpVersion = .http1Only
    configuration.http1_1ConnectionDebugInitializer = { bounds.hold($0) }
    let file = ProcessInfo.processInfo.environment[certificateVariable] ?? ""
    if !file.isEmpty {
      var security = TLSConfiguration.makeClientConfiguration()
      security.trustRoots = .file(file)
      configuration.tlsConfiguration = security
    }
    return configuration
  }
}
