import CallModel

/// How fast a recording is played.
package enum PlaybackSpeed: Hashable, Sendable {
  /// How many times as fast as it was; above 0.
  case times(Double)
  /// As fast as the machine can.
  case unlimited

  /// What faster and slower go through.
  private static let steps: [Double] = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600, 1_000]

  package var faster: PlaybackSpeed {
    guard case .times(let factor) = self, let next = Self.steps.first(where: { $0 > factor })
    else { return .unlimited }
    return .times(next)
  }

  package var slower: PlaybackSpeed {
    guard case .times(let factor) = self else { return .times(Self.steps.last ?? 1) }
    return .times(Self.steps.last { $0 < factor } ?? factor)
  }

  /// How much of the recording is played in a time; nil for as much as can be.
  package func played(in time: Duration) -> Duration? {
    switch self {
    case .times(let factor): time * factor
    case .unlimited: nil
    }
  }
}
