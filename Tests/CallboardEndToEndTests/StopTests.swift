import Foundation
import Testing

/// A listener ends gracefully on a signal, however early that comes.
@Suite struct StopTests {
  @Test(arguments: [SIGTERM, SIGINT], ["serve", "watch"])
  func `a signal that comes as the port opens stops it gracefully`(
    _ signal: Int32, _ command: String
  ) async throws {
    for _ in 0..<3 {
      let board = try await ServedProgram(command, ["--ephemeral"]) { Self.opens($0.port) }
      #expect(board.stop(signal) == 0, "\(board.log)")
    }
  }

  /// True as soon as a connection can be made, without a moment's rest; false after a second.
  private static func opens(_ port: Int) -> Bool {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let limit = ContinuousClock.now + .seconds(1)
    while ContinuousClock.now < limit {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      let result = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      if result == 0 { return true }
    }
    return false
  }
}
