import CallModel

/// How figures are rounded for people: half up, to whole seconds and whole per cent. Programs get them
/// as they are.
package enum Rounded {
  /// Never negative.
  package static func seconds(_ duration: Duration) -> Int {
    Int(clamping: (max(duration.wholeMilliseconds, 0) + 500) / 1_000)
  }

  /// `87 %` of a share from 0 to 1.
  package static func percent(_ share: Double) -> String {
    "\(Int(exactly: (share * 100).rounded(.toNearestOrAwayFromZero)) ?? 0) %"
  }
}
