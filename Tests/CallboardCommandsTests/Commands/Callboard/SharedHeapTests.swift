import CProcess
import Testing

#if canImport(Glibc)
  @Suite struct SharedHeapTests {
    @Test func `the C library is told that all threads share one heap`() {
      #expect(cp_share_heap() == 1)
    }
  }
#endif
