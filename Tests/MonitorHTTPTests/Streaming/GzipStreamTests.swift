import CZlib
import Testing

@testable import MonitorHTTP

struct GzipStreamTests {
  private func inflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { inflateEnd(&stream) }
    var (bytes, room) = (bytes, [UInt8](repeating: 0, count: 1 << 20))
    return bytes.withUnsafeMutableBufferPointer { input in
      room.withUnsafeMutableBufferPointer { output in
        (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
        (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
        inflate(&stream, Z_SYNC_FLUSH)
        return Array(output[..<(output.count - Int(stream.avail_out))])
      }
    }
  }

  @Test func `each piece can be read when it has come, large ones too`() throws {
    let gzip = try #require(GzipStream())
    var generator = SystemRandomNumberGenerator()
    let noise = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var (sent, compressed): ([UInt8], [UInt8]) = ([], [])
    for piece in [Array(": \n\n".utf8), noise, Array(repeating: 65, count: 50_000)] {
      sent += piece
      compressed += gzip.compress(piece)
      #expect(inflated(compressed) == sent)
    }
    #expect(compressed.count < 102_000)
  }
}
