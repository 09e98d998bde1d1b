import CallModel

/// How a screen elsewhere stands with the listener whose board it shows.
package struct AttachStatus: Hashable, Sendable {
  package enum Link: Hashable, Sendable {
    /// What came before is being read; the number of callbacks so far.
    case catchingUp(Int)
    case live
    /// The board is that of `since`; `retry`: the next attempt, nil while one is made.
    case lost(since: Instant, reason: String, retry: Instant?)
  }

  /// The listener, as `calls.example.com`.
  package var name: String
  package var link: Link

  package init(name: String, link: Link) {
    self.name = name
    self.link = link
  }

  package var isLive: Bool { link == .live }
}
