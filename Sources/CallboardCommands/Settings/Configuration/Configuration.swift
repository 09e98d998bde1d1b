import BoardScreen
import CallJournal
import CallModel
import Monitoring

/// What a configuration file says; nil and empty where it is silent.
struct Configuration: Sendable {
  /// Where options and settings come from that the command line does not tell. It is bound once, by
  /// `main`, before the options are made.
  @TaskLocal static var current = Configuration()

  /// The path of the file; nil where none was read.
  var file: String?
  /// Where its keys stand, by names as `port` and `thresholds.ringing`.
  var lines: [String: Int] = [:]

  var port: Int?
  var bind: String?
  var host: [String]?
  var key: String?
  var token: String?
  var forward: String?
  var connectionsPerAddress: Int?
  var maxBody: ByteCount?
  var zone: String?
  var country: String?
  var roster: ConfiguredRoster?
  var missedAfter: Int?
  var uncertainAfter: Int?
  var staleAfter: Int?
  var talkLimit: Int?
  var heartbeatAfter: TimeSpan?
  var shortAbandon: Int?
  var dayStart: TimeOfDay?
  var serviceLevel: TimeSpan?
  var data: String?
  var durability: JournalSettings.Durability?
  var window: TimeSpan?
  var keep: TimeSpan?
  var keepSize: ByteCount?
  var ephemeral: Bool?
  var ascii: Bool?
  var theme: String?
  var themes: [String: OwnTheme] = [:]
  var bell: ScreenSettings.Notice?
  var notify: ScreenSettings.Notice?
  var thresholds: [ThresholdState: ScreenSettings.Thresholds] = [:]
  var serviceLevelFloor: ServiceLevelFloor?
  var columns: [ListKind: [String]] = [:]
  var order: [ListKind: ListOrder] = [:]
  var keys: [ScreenAction: [Key]] = [:]
}

/// A roster, and the file in which it is where it is not in the configuration itself.
struct ConfiguredRoster: Sendable {
  var path: String?
  var content: RosterFile
}

/// What turns amber, then red.
enum ThresholdState: String, CaseIterable, Sendable {
  case ringing, waiting
  /// The ringing of a call that goes out.
  case outgoing
  case talking
}

/// Per cent of the service level below which it is amber, then red.
struct ServiceLevelFloor: Hashable, Sendable {
  var red: Double
  var amber: Double

  /// `amber` is what `red` is 70 % of where it is not told.
  init(red: Double, amber: Double?) {
    self.red = red
    self.amber = amber ?? min(red / 0.7, 100)
  }
}

/// A theme of the configuration: the colours that it changes in one that is built in, as they are
/// written.
struct OwnTheme: Sendable {
  var base: String
  var ground: String?
  var colors: [Style.Role: String]
  var theme: Theme
}
