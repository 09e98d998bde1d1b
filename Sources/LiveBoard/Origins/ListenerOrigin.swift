import BoardScreen
import Monitoring

/// A listener of this process.
struct ListenerOrigin: BoardOrigin {
  let monitor: CallMonitor
  /// Where callbacks are sent to, as `127.0.0.1:8080/exotel`.
  let address: String

  var listener: WireStatus.Listener { .listening(address) }
}
