import Foundation

/// How many connections the process has descriptors for.
struct DescriptorBudget {
  /// How many files the process may have open.
  var limit: Int
  /// How many it has open.
  var used: Int
  /// How many it is to have left for other things than connections.
  var reserved: Int

  /// With the process's own figures.
  static func now(reserved: Int) -> DescriptorBudget {
    var limit = rlimit()
    let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
    let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    return DescriptorBudget(
      limit: isKnown ? Int(clamping: limit.rlim_cur) : .max, used: open ?? 32, reserved: reserved)
  }

  /// As many of the wanted ones as there are descriptors for, and how many more may be on their way out
  /// besides. A few there always are.
  func connections(wanted: Int) -> (open: Int, leaving: Int) {
    let free = max(limit - used - reserved, 4)
    let leaving = min(max(free / 4, 1), 16)
    return (min(wanted, free - leaving), leaving)
  }
}
