import Glibc

/// A terminal whose other end the test holds.
struct PseudoTerminal: ~Copyable {
  /// What the program has.
  let device: Int32
  private let far: Int32

  init(columns: UInt16, rows: UInt16) throws {
    (device, far) = try Self.open()
    _ = fcntl(far, F_SETFL, O_NONBLOCK)
    resize(columns: columns, rows: rows)
  }

  private static func open() throws -> (device: Int32, far: Int32) {
    // Glibc's module lacks posix_openpt and its kin; these are TIOCSPTLCK and TIOCGPTN.
    let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    var (isLocked, number): (Int32, Int32) = (0, 0)
    let far = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard far >= 0, ioctl(far, setLock, &isLocked) == 0, ioctl(far, getNumber, &number) == 0
    else { throw Failure.noTerminal(errno) }
    let device = Glibc.open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard device >= 0 else { throw Failure.noTerminal(errno) }
    return (device, far)
  }

  deinit {
    close(device)
    close(far)
  }

  enum Failure: Error { case noTerminal(Int32) }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(far, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) { _ = write(far, text, text.utf8.count) }

  /// Takes all that the program has written so far: what comes before a mark set now.
  func output() -> String {
    let mark = Array("<mark>".utf8)
    _ = write(device, mark, mark.count)
    var taken: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    var descriptors = [pollfd(fd: far, events: Int16(POLLIN), revents: 0)]
    while !taken.suffix(mark.count).elementsEqual(mark), poll(&descriptors, 1, 5000) == 1 {
      let count = read(far, &bytes, bytes.count)
      guard count > 0 else { break }
      taken += bytes.prefix(count)
    }
    return String(decoding: taken.dropLast(mark.count), as: UTF8.self)
  }

  /// What `stty` shows.
  var modes: [UInt32] {
    var modes = termios()
    _ = tcgetattr(device, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
      + withUnsafeBytes(of: modes.c_cc) { $0.map(UInt32.init) }
  }
}
