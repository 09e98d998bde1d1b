import Foundation
import Synchronization

/// Stands before a listener and treats connections badly, each in another way: it delays, cuts or
/// stalls them, until it is made good.
final class RoughProxy: Sendable {
  /// What happens to what the listener sends.
  private enum Roughness {
    case delays
    case cuts(after: Int)
    case stalls(after: Int)

    init(_ connection: Int) {
      switch connection % 3 {
      case 0: self = .delays
      case 1: self = .cuts(after: 12_000)
      default: self = .stalls(after: 20_000)
      }
    }
  }

  let port: Int
  private let listener: Int32
  private let target: Int
  private let state = Mutex((connections: 0, isGood: false))

  init(to target: Int) throws {
    self.target = target
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    port = try Program.freePort()
    self.listener = listener
    guard Self.withAddress(port, { bind(listener, $0, $1) }) == 0, listen(listener, 64) == 0 else {
      throw TerminalSession.Failure(description: "the proxy cannot listen")
    }
    Thread.detachNewThread { [self] in accept() }
  }

  /// How many connections there were.
  var connections: Int { state.withLock { $0.connections } }

  /// From now on all connections are treated well.
  func makeGood() { state.withLock { $0.isGood = true } }

  /// Takes no more connections.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private var isGood: Bool { state.withLock { $0.isGood } }

  private func accept() {
    while true {
      let client = Glibc.accept(listener, nil, nil)
      guard client >= 0 else { return _ = close(listener) }
      let number = state.withLock { state in
        defer { state.connections += 1 }
        return state.connections
      }
      let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      guard Self.withAddress(target, { connect(server, $0, $1) }) == 0 else {
        for end in [client, server] { close(end) }
        continue
      }
      Thread.detachNewThread { [self] in pump(from: client, to: server, nil) }
      Thread.detachNewThread { [self] in pump(from: server, to: client, Roughness(number)) }
    }
  }

  private func pump(from source: Int32, to sink: Int32, _ roughness: Roughness?) {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    var passed = 0
    while true {
      let count = recv(source, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      passed += count
      if !isGood, let roughness, !treat(roughness, passed) { break }
      guard send(sink, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
    }
    for end in [source, sink] { shutdown(end, Int32(SHUT_RDWR)) }
    // The other direction may still use them: they are closed when both have ended.
    Thread.sleep(forTimeInterval: 1)
    if roughness != nil { for end in [source, sink] { close(end) } }
  }

  /// False where the connection is to be cut.
  private func treat(_ roughness: Roughness, _ passed: Int) -> Bool {
    switch roughness {
    case .delays: Thread.sleep(forTimeInterval: 0.05)
    case .cuts(let limit): return passed < limit
    case .stalls(let limit):
      while passed >= limit, !isGood { Thread.sleep(forTimeInterval: 0.05) }
    }
    return true
  }

  private static func withAddress(
    _ port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = in_addr_t(UInt32(0x7f00_0001).bigEndian)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
