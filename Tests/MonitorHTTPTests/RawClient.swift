import Glibc
import MonitorHTTP

/// A bare socket, for what no HTTP client would send. Nothing in it waits longer than 10 s.
final class RawClient {
  struct Answer {
    var status: Int
    var headers: [String: String]
    var body: String
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
    init(_ what: String) { description = "\(what): \(String(cString: strerror(errno)))" }
  }

  private let socket: Int32
  private var received: [UInt8] = []

  init(_ server: MonitorServer) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(server.port).bigEndian)
    address.sin_addr.s_addr = in_addr_t(UInt32(0x7f00_0001).bigEndian)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Failure("connect") }
  }

  deinit { close(socket) }

  func send(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure("send") }
      rest = rest.dropFirst(count)
    }
  }

  func get(_ target: String, headers: String = "") throws -> Answer {
    try send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n")
    return try answer()
  }

  /// The next answer; `hasBody` is false for one to HEAD, and for `100 Continue`.
  func answer(hasBody: Bool = true) throws -> Answer {
    var end = Self.endOfHead(received)
    while end == nil {
      guard try receive() else { throw Failure("the connection ended before an answer") }
      end = Self.endOfHead(received)
    }
    let head = String(decoding: received[..<(end ?? 0)], as: UTF8.self)
    received.removeFirst((end ?? 0) + 4)
    let lines = head.split(separator: "\r\n").map(String.init)
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = String(parts[1].dropFirst())
    }
    let status = Int(lines[0].split(separator: " ")[1]) ?? 0
    if hasBody, headers["transfer-encoding"] == "chunked" {
      return Answer(status: status, headers: headers, body: try chunks())
    }
    let length = hasBody ? Int(headers["content-length"] ?? "") ?? 0 : 0
    while received.count < length {
      guard try receive() else { throw Failure("the connection ended in an answer") }
    }
    let body = String(decoding: received.prefix(length), as: UTF8.self)
    received.removeFirst(length)
    return Answer(status: status, headers: headers, body: body)
  }

  private func chunks() throws -> String {
    var body: [UInt8] = []
    while true {
      while received.firstRange(of: Array("\r\n".utf8)) == nil { _ = try receive() }
      let end = received.firstRange(of: Array("\r\n".utf8))?.lowerBound ?? 0
      let size = Int(String(decoding: received[..<end], as: UTF8.self), radix: 16) ?? 0
      while received.count < end + size + 4 {
        guard try receive() else { throw Failure("the connection ended in a chunk") }
      }
      body += received[(end + 2)..<(end + 2 + size)]
      received.removeFirst(end + size + 4)
      guard size > 0 else { return String(decoding: body, as: UTF8.self) }
    }
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    bytes.firstRange(of: Array("\r\n\r\n".utf8))?.lowerBound
  }

  /// False at the end of the connection.
  private func receive() throws -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &chunk, chunk.count, 0)
    guard count >= 0 else {
      if errno == ECONNRESET { return false }
      throw Failure("receive")
    }
    received += chunk[..<count]
    return count > 0
  }

  /// What has come, as text; waits for something. Empty at the end of the connection.
  func some() throws -> String {
    if received.isEmpty { _ = try receive() }
    defer { received = [] }
    return String(decoding: received, as: UTF8.self)
  }

  /// True where the other side ends the connection without sending anything more.
  func isAtEnd() throws -> Bool {
    while try receive() {}
    return received.isEmpty
  }

  func endSending() { shutdown(socket, Int32(SHUT_WR)) }
}
