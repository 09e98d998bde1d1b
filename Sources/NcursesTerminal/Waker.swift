import CNcurses

/// Wakes the screen out of its waiting. Safe from any thread; it costs a system call only for the
/// first of many rings that the screen has not heard yet. All wakers of a process are one.
package struct Waker: Sendable {
  /// - Throws: when the process has no descriptors left.
  package init() throws(TerminalError) {
    guard cn_open_pipe() >= 0 else { throw .noDescriptors }
  }

  package func wake() { cn_ring() }
}
