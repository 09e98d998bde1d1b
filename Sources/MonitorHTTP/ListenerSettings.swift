import CallModel
import CallbackWire
import Logging

/// Where and how the listener listens.
package struct ListenerSettings: Sendable {
  /// A name or an address; the addresses of the own machine only, unless key and token are set.
  package var host: String
  /// 0 stands for any free port.
  package var port: Int
  /// What callbacks must carry; nil or empty: nothing.
  package var key: String?
  /// What readers of `/v1` must carry; nil or empty: nothing.
  package var token: String?
  /// What it is called besides its address; readers without a token must call it so.
  package var names: [String]
  /// By whose dialing rules numbers in queries are read.
  package var country: Country
  /// The name of the account's zone, for those who make the board elsewhere.
  package var zone: String
  /// When a day begins, after midnight.
  package var dayStart: Duration
  package var limits: ListenerLimits
  /// For what goes wrong while it listens.
  package var logger = Logger(label: "listener") { _ in SwiftLogNoOpLogHandler() }

  package init(
    host: String = "127.0.0.1", port: Int = 8080, key: String? = nil, token: String? = nil,
    names: [String] = [], country: Country = .india, zone: String = "Asia/Kolkata",
    dayStart: Duration = .zero, limits: ListenerLimits = ListenerLimits()
  ) {
    self.host = host
    self.port = port
    self.key = key
    self.token = token
    self.names = names
    self.country = country
    self.zone = zone
    self.dayStart = dayStart
    self.limits = limits
  }
}

/// What one peer may cost.
package struct ListenerLimits: Sendable {
  package var maximumBodyBytes = RawCallback.usualBodyBytes
  /// Of all header lines together.
  package var maximumHeaderBytes = 16_384
  package var maximumTargetBytes = 16_384
  package var maximumConnections = 4_096
  /// Of one IPv4 address, or one IPv6 network of 64 bits; 0: no bound. It takes several addresses to
  /// fill the listener then, while a proxy before it, which is one address, has enough.
  package var connectionsPerAddress = 512
  /// How many descriptors the rest of the process is to have: for the journal's next file, for what is
  /// forwarded, for names that are looked up.
  package var reservedDescriptors = 16
  /// From the first byte of a request, or from connecting, to the request's last byte.
  package var requestTime = Duration.seconds(10)
  /// From one answer to the next request, and for a peer to take its answers.
  package var idleTime = Duration.seconds(60)
  /// How long a connection that stays may send one more request when the listener stops.
  package var drainTime = Duration.milliseconds(250)
  /// For all that is in flight when the listener stops.
  package var stopTime = Duration.milliseconds(750)

  package init() {}
}
