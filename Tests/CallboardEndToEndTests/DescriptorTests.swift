import Foundation
import Testing

/// A process that may have only few files open.
@Suite(.serialized) struct DescriptorTests {
  /// Connections that say nothing, to a port of this machine.
  private final class Crowd {
    private var sockets: [Int32] = []

    init(_ count: Int, to port: Int) {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(UInt16(port).bigEndian)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      for _ in 0..<count {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        sockets.append(descriptor)
        _ = withUnsafePointer(to: &address) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
          }
        }
      }
    }

    deinit { for descriptor in sockets { close(descriptor) } }
  }

  @Test func `a crowd leaves the journal its file, callbacks their answers, and the core its rest`()
    async throws
  {
    let folder = try TemporaryFolder()
    let port = try Program.freePort()
    let board = try await ServedProgram(
      port, ["serve", "--port", "\(port)", "--data", folder.path("journal")],
      by: ["/usr/bin/prlimit", "--nofile=64"]
    ) { try await $0.status("/healthz") == 200 }
    #expect(board.log.contains("only 64 files may be open"))
    let crowd = Crowd(200, to: port)
    let (began, used) = (ContinuousClock.now, board.processorTime)
    for number in 0..<10 {
      let dial = "/exotel?CallSid=c\(number)&EventType=Dial&DialWhomNumber=09880000001"
      #expect(try await board.status(dial) == 200)
    }
    // The accepting is watched while nothing happens.
    try await Task.sleep(for: .seconds(2))
    let share = (board.processorTime - used) / ((ContinuousClock.now - began) / .seconds(1))
    #expect(share < 0.5, "\(share) of a core; \(board.log)")
    #expect(try await board.status("/healthz") == 200)
    withExtendedLifetime(crowd) {}
    board.stop(SIGTERM)
  }
}
