import BoardClient
import BoardScreen
import CallModel
import LiveBoard

/// A board that is followed can be shown on the screen.
extension FollowedBoard: BoardOrigin {
  package var presentTime: Instant? { clock.listener }

  package var listener: WireStatus.Listener { .attached(status) }

  /// As the screen tells it.
  var status: AttachStatus { AttachStatus(name: name, link: .init(link)) }
}

extension AttachStatus.Link {
  fileprivate init(_ link: FollowedBoard.Link) {
    self =
      switch link {
      case .catchingUp(let count): .catchingUp(count)
      case .live: .live
      case .lost(let since, let reason, let retry):
        .lost(since: since, reason: reason, retry: retry)
      }
  }
}
