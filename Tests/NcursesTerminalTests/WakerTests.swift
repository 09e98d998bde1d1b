import CNcurses
import Glibc
import Testing

@testable import NcursesTerminal

extension TerminalTests {
  struct WakerTests {
    private func bytesInPipe() -> Int32 {
      var count: Int32 = -1
      _ = ioctl(cn_open_pipe(), UInt(FIONREAD), &count)
      return count
    }

    @Test func `many rings are one byte, and are heard once`() async throws {
      let waker = try Waker()
      _ = cn_hear()
      await withTaskGroup { group in
        for _ in 0..<8 { group.addTask { for _ in 0..<1_000 { waker.wake() } } }
      }
      #expect(bytesInPipe() == 1)
      #expect(cn_hear() == 1)
      #expect(bytesInPipe() == 0)
      #expect(cn_hear() == 0)
    }

    @Test func `whoever rings after the hearing is heard next`() async throws {
      let waker = try Waker()
      _ = cn_hear()
      async let rings: Void = { for _ in 0..<200_000 { waker.wake() } }()
      for _ in 0..<20_000 { _ = cn_hear() }
      await rings
      _ = cn_hear()
      waker.wake()
      #expect(bytesInPipe() == 1)
      #expect(cn_hear() == 1)
    }
  }
}
