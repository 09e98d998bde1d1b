import Foundation
import NIOCore
import Testing

@testable import MonitorHTTP

@Suite struct HTTPListenerTests {
  @Test(arguments: [
    (EADDRNOTAVAIL, "that is no address of this machine"), (EACCES, "permission denied"),
  ])
  func `where it cannot listen is told in words of people`(code: Int32, words: String) {
    let error = HTTPListener.failure(
      IOError(errnoCode: code, reason: "bind(descriptor:ptr:bytes:)"), host: "10.9.9.9", port: 80)
    #expect(error.description == "cannot listen on 10.9.9.9 port 80: \(words)")
  }

  @Test func `a host that nobody knows is no host`() throws {
    let error = #expect(throws: (any Error).self) {
      try SocketAddress.makeAddressResolvingHost("nowhere.invalid", port: 80)
    }
    let failure = HTTPListener.failure(try #require(error), host: "nowhere.invalid", port: 80)
    #expect(failure.description.hasSuffix(": there is no host of that name"))
  }
}
