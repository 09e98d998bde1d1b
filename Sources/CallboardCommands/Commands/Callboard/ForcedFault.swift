#if DEBUG
  import Foundation

  /// A real fault at a moment that a test chooses: `CALLBOARD_FAULT=memory:FILE` causes it once the file is
  /// there. No release build has it.
  enum ForcedFault: String {
    /// An address that is nobody's, on a thread of its own.
    case memory
    /// A trap of Swift's, on a thread of its own.
    case trap
    /// A stack used up, on a thread of its own.
    case stack

    static func arm(_ environment: [String: String]) {
      let words = environment["CALLBOARD_FAULT"]?.split(separator: ":", maxSplits: 1) ?? []
      guard words.count == 2, let fault = ForcedFault(rawValue: String(words[0])) else { return }
      let path = String(words[1])
      Thread.detachNewThread {
        while access(path, F_OK) != 0 { Thread.sleep(forTimeInterval: 0.01) }
        fault.happen()
      }
    }

    private func happen() {
      switch self {
      case .memory: UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
      case .trap: preconditionFailure("forced by a test")
      case .stack: _ = Self.descend(1)
      }
    }

    private static func descend(_ depth: Int) -> Int {
      depth == 0 ? 0 : descend(depth + 1) + withUnsafePointer(to: depth) { $0.pointee }
    }
  }
#endif
