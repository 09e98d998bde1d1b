import CZlib
import Foundation

/// The bytes of a file from its start to its end, uncompressed where it is gzip.
struct JournalInput: ~Copyable {
  /// Why no more can be read.
  struct Fault: Error { var reason: String }

  private let descriptor: Int32
  private let stream: UnsafeMutablePointer<z_stream>?
  /// Compressed bytes that have been read.
  private var input: [UInt8] = []
  private var consumed = 0
  private var isWithinMember = false
  /// Bytes of the file that have been read.
  private(set) var offset = 0

  private static let step = 1 << 16
  private static let magic: [UInt8] = [0x1F, 0x8B]
  /// The window of gzip (RFC 1952), as zlib wants it told.
  private static let gzip: Int32 = 15 + 16

  /// Opens a regular file. One whose name ends in `.gz` must be gzip; others may be.
  init(path: String) throws(JournalError) {
    let descriptor = try RegularFile.open(path, O_RDONLY)
    var start = [UInt8](repeating: 0, count: 2)
    let count = pread(descriptor, &start, 2, 0)
    let isCompressed = count == 2 && start == Self.magic
    guard isCompressed || !path.hasSuffix(".gz") else {
      close(descriptor)
      let reason = count == 0 ? "it is empty, which no gzip file is" : "it is no gzip file"
      throw .system(path: path, doing: "read", reason: reason)
    }
    guard isCompressed else {
      (self.descriptor, self.stream) = (descriptor, nil)
      return
    }
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, Self.gzip, ZLIB_VERSION, size) == Z_OK else {
      stream.deallocate()
      close(descriptor)
      throw .system(path: path, doing: "read", reason: "there is no memory to decompress it")
    }
    (self.descriptor, self.stream) = (descriptor, stream)
    isWithinMember = true
  }

  deinit {
    if let stream {
      inflateEnd(stream)
      stream.deallocate()
    }
    close(descriptor)
  }

  /// Reads on into a part of a buffer, at least a byte, but for the end of the file: 0.
  mutating func read(into buffer: inout [UInt8], at range: Range<Int>) throws(Fault) -> Int {
    let outcome: Result<Int, Fault> = buffer.withUnsafeMutableBytes { bytes in
      do throws(Fault) {
        return .success(try read(UnsafeMutableRawBufferPointer(rebasing: bytes[range])))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private mutating func read(_ room: UnsafeMutableRawBufferPointer) throws(Fault) -> Int {
    guard let stream else { return try readFile(room) }
    guard let base = room.baseAddress, !room.isEmpty else { return 0 }
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    stream.pointee.next_out = bytes
    stream.pointee.avail_out = UInt32(clamping: room.count)
    while stream.pointee.avail_out == UInt32(clamping: room.count) {
      if consumed == input.count, try !refill() {
        guard isWithinMember else { return 0 }
        try inflate(stream)
        guard stream.pointee.avail_out < UInt32(clamping: room.count) else {
          throw Fault(reason: "it is cut off: its end is missing")
        }
        break
      }
      if !isWithinMember { try beginMember(stream) }
      try inflate(stream)
    }
    return room.count - Int(stream.pointee.avail_out)
  }

  /// Goes to a place in what the file holds.
  mutating func skip(to position: Int) throws(Fault) {
    guard stream != nil else {
      offset = max(Int(lseek(descriptor, off_t(position), SEEK_SET)), 0)
      return
    }
    var left = position
    var room = [UInt8](repeating: 0, count: Self.step)
    while left > 0 {
      let wanted = min(left, room.count)
      let count = try read(into: &room, at: 0..<wanted)
      guard count > 0 else { return }
      left -= count
    }
  }

  private mutating func readFile(_ room: UnsafeMutableRawBufferPointer) throws(Fault) -> Int {
    while true {
      let count = Foundation.read(descriptor, room.baseAddress, room.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Fault(reason: String(cString: strerror(errno))) }
      offset += count
      return count
    }
  }

  /// False at the end of the file.
  private mutating func refill() throws(Fault) -> Bool {
    if input.isEmpty { input = [UInt8](repeating: 0, count: Self.step) }
    if input.count < Self.step { input += [UInt8](repeating: 0, count: Self.step - input.count) }
    var buffer: [UInt8] = []
    swap(&buffer, &input)
    let outcome: Result<Int, Fault> = buffer.withUnsafeMutableBytes { bytes in
      do throws(Fault) { return .success(try readFile(bytes)) } catch { return .failure(error) }
    }
    let count = try outcome.get()
    buffer.removeLast(buffer.count - count)
    (input, consumed) = (buffer, 0)
    return count > 0
  }

  /// Several files may stand one behind another; nothing else may.
  private mutating func beginMember(_ stream: UnsafeMutablePointer<z_stream>) throws(Fault) {
    guard input[consumed] == Self.magic[0], inflateReset(stream) == Z_OK else {
      throw Fault(reason: "something else stands behind the end of what is compressed")
    }
    isWithinMember = true
  }

  private mutating func inflate(_ stream: UnsafeMutablePointer<z_stream>) throws(Fault) {
    let (from, count) = (consumed, input.count - consumed)
    let code = input.withUnsafeMutableBufferPointer { bytes in
      stream.pointee.next_in = bytes.baseAddress.map { $0 + from }
      stream.pointee.avail_in = UInt32(count)
      return CZlib.inflate(stream, Z_NO_FLUSH)
    }
    consumed += count - Int(stream.pointee.avail_in)
    switch code {
    case Z_STREAM_END: isWithinMember = false
    case Z_OK, Z_BUF_ERROR: break
    default:
      let words = stream.pointee.msg.map { String(cString: $0) }
      throw Fault(reason: "it cannot be decompressed: \(words ?? "error \(code)")")
    }
  }
}
