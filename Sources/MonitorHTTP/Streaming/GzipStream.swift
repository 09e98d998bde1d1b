import CZlib

/// Compresses what is sent bit by bit, so that each bit can be read when it has come.
final class GzipStream {
  private var stream = z_stream()
  private var room = [UInt8](repeating: 0, count: 16_384)

  /// The window of gzip (RFC 1952), as zlib wants it told.
  private static let gzip: Int32 = 15 + 16
  private static let usualMemory: Int32 = 8

  /// Nil where there is no memory for it.
  init?() {
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, Z_BEST_SPEED, Z_DEFLATED, Self.gzip, Self.usualMemory, Z_DEFAULT_STRATEGY,
        ZLIB_VERSION, size) == Z_OK
    else { return nil }
  }

  deinit { deflateEnd(&stream) }

  func compress(_ bytes: [UInt8]) -> [UInt8] {
    var (bytes, compressed) = (bytes, [UInt8]())
    bytes.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      repeat {
        let count = room.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          deflate(&stream, Z_SYNC_FLUSH)
          return output.count - Int(stream.avail_out)
        }
        compressed += room[..<count]
      } while stream.avail_out == 0
    }
    return compressed
  }
}
