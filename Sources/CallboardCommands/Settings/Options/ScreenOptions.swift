import ArgumentParser
import BoardScreen
import CallModel

/// How the screen looks, and when it calls for attention.
struct ScreenOptions: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: "Draw with ASCII characters only.")
  var ascii: Bool?

  @Option(
    help: ArgumentHelp(
      "The colours: default, light, high-contrast, mono, or a theme of the configuration.",
      valueName: "name"))
  var theme = Configuration.current.theme ?? "default"

  @Option(
    help: ArgumentHelp(
      "When the terminal's bell rings: never, on red, or on each new ring too (default: off; of "
        + "agent: ring).",
      valueName: "off|red|ring"))
  var bell: ScreenSettings.Notice?

  @Option(
    help: ArgumentHelp(
      "When the terminal is asked for a desktop notification (default: off; of agent: ring).",
      valueName: "off|red|ring"))
  var notify: ScreenSettings.Notice?

  mutating func validate() throws { _ = try chosenTheme }

  private var chosenTheme: Theme {
    get throws {
      let own = Configuration.current.themes.mapValues(\.theme)
      return try ValueRule.theme(own: own).require(theme, of: "--theme")
    }
  }

  /// Where nobody has said so, the locale decides on a terminal; a file can have all characters.
  func isASCII(inFile: Bool = false) -> Bool {
    ascii ?? Configuration.current.ascii ?? (!inFile && LocaleSigns.areASCII)
  }

  func bell(otherwise usual: ScreenSettings.Notice) -> ScreenSettings.Notice {
    bell ?? Configuration.current.bell ?? usual
  }

  func notify(otherwise usual: ScreenSettings.Notice) -> ScreenSettings.Notice {
    notify ?? Configuration.current.notify ?? usual
  }

  /// How the screen is drawn for an account in this zone.
  /// `notice`: when somebody is called who has not said when. `inFile`: it is drawn into a file.
  func settings(
    _ zone: AccountZone, notice: ScreenSettings.Notice = .off, inFile: Bool = false
  ) throws -> ScreenSettings {
    var settings = ScreenSettings(
      clock: ClockFace(zone: zone.civil, names: zone.names),
      signs: Signs(ascii: isASCII(inFile: inFile)))
    settings.theme = try chosenTheme
    settings.bell = bell(otherwise: notice)
    settings.notify = notify(otherwise: notice)
    try settings.take(Configuration.current)
    return settings
  }
}

extension ScreenSettings {
  /// Takes what only a configuration tells.
  fileprivate mutating func take(_ configuration: Configuration) throws {
    ringing = configuration.thresholds[.ringing] ?? ringing
    waiting = configuration.thresholds[.waiting] ?? waiting
    outgoing = configuration.thresholds[.outgoing] ?? outgoing
    talking = configuration.thresholds[.talking] ?? talking
    serviceLevel = configuration.serviceLevel?.duration ?? serviceLevel
    serviceLevelFloor = configuration.serviceLevelFloor.map { ($0.amber, $0.red) }
    keys = try KeyBindings(changing: configuration.keys)
    for kind in ListKind.allCases {
      let (columns, order) = (configuration.columns[kind], configuration.order[kind])
      guard columns != nil || order != nil else { continue }
      layouts[kind] = ListLayout(columns: columns ?? kind.columns, order: order)
    }
  }
}

extension ScreenSettings.Notice: ExpressibleByArgument {
  /// Reads `true` and `false` too.
  package init?(argument: String) {
    guard let notice = ValueRule.notice.read(argument) else { return nil }
    self = notice
  }
}
