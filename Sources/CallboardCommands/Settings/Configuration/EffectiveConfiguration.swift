import BoardScreen
import CallModel
import Foundation

/// What is in effect: the command line, then the environment, then the file, then what is built in.
struct EffectiveConfiguration {
  let listen: ListenOptions
  let screen: ScreenOptions
  let settings: ScreenSettings
  /// What the command line names.
  let words: ArgumentWords
  let environment: [String: String]
  private let configuration = Configuration.current
  private var values: [ConfigurationKey: SettingValue] = [:]

  init(
    listen: ListenOptions, screen: ScreenOptions, words: ArgumentWords,
    environment: [String: String]
  ) throws {
    self.listen = listen
    self.screen = screen
    self.words = words
    self.environment = environment
    settings = try screen.settings(try listen.board.accountZone)
    // The options look at the current configuration, which another one may follow.
    for key in ConfigurationKey.allCases { values[key] = try read(key) }
  }

  func value(_ key: ConfigurationKey) -> SettingValue { values[key] ?? .none }

  private func read(_ key: ConfigurationKey) throws -> SettingValue {
    switch key {
    case .port: SettingValue(listen.port)
    case .bind: SettingValue(listen.bind)
    case .host: .texts(listen.host)
    case .key: listen.secrets.key == nil ? .none : .secret
    case .token: listen.secrets.token == nil ? .none : .secret
    case .forward:
      (try listen.forwardTarget).map { $0.hasSecrets ? .secret : .text("\($0)") } ?? .none
    case .connectionsPerAddress: SettingValue(listen.connectionsPerAddress)
    case .maxBody: SettingValue(listen.maxBody.argument)
    case .zone: SettingValue(listen.board.zone.zone)
    case .country: SettingValue(try listen.board.dialingCountry.rawValue)
    case .roster: roster
    case .missedAfter: SettingValue(listen.board.missedAfter)
    case .uncertainAfter: SettingValue(listen.board.uncertainAfter)
    case .staleAfter: SettingValue(listen.board.staleAfter)
    case .talkLimit: SettingValue(listen.board.talkLimit)
    case .heartbeatAfter: SettingValue(listen.board.heartbeatAfter)
    case .shortAbandon: SettingValue(listen.board.shortAbandon)
    case .dayStart: SettingValue(listen.board.dayStart)
    case .serviceLevel: SettingValue(TimeSpan(listen.board.rules.serviceLevel))
    case .data: SettingValue((try? listen.journal.place.folder.path).map(absolute))
    case .durability: SettingValue(listen.journal.durability.rawValue)
    case .window: SettingValue(listen.journal.window)
    case .keep: SettingValue(listen.journal.retention.age.map { TimeSpan($0) })
    case .keepSize: SettingValue(listen.journal.retention.bytes.map { ByteCount($0).argument })
    case .ephemeral: SettingValue(listen.journal.ephemeral)
    case .ascii: SettingValue(screen.isASCII())
    case .theme: .text(screen.theme)
    case .themes: themes
    case .bell: SettingValue(screen.bell(otherwise: .off).rawValue)
    case .notify: SettingValue(screen.notify(otherwise: .off).rawValue)
    case .thresholds: thresholds
    case .serviceLevelFloor: serviceLevelFloor
    case .columns: each(ListKind.self) { .texts(settings.layouts[$0]?.columns ?? $0.columns) }
    case .order: each(ListKind.self) { SettingValue(settings.layouts[$0]?.order?.text) }
    case .keys: each(ScreenAction.self) { .texts(settings.keys.keys(of: $0).map(\.name)) }
    }
  }

  /// Where a value is from; `part` is a key within it.
  func origin(_ key: ConfigurationKey, part: String? = nil) -> Origin {
    let isGiven = !key.isSecret || secretOption(key)?.isEmpty == false
    if words.name(key.rawValue), isGiven { return .commandLine }
    let variable = "CALLBOARD_" + key.rawValue.uppercased()
    if key.isSecret, let value = environment[variable], !value.isEmpty {
      return .environment(variable)
    }
    let name = part.map { "\(key.rawValue).\($0)" } ?? key.rawValue
    guard let line = configuration.lines[name], let file = configuration.file else {
      return .builtIn
    }
    return .file(file.split(separator: "/").last.map { String($0) } ?? file, line: line)
  }

  /// Who had the last word about a value.
  enum Origin: Hashable, CustomStringConvertible {
    case commandLine
    case environment(String)
    case file(String, line: Int)
    case builtIn

    var description: String {
      switch self {
      case .commandLine: "command line"
      case .environment(let variable): variable
      case .file(let name, let line): "\(name), line \(line)"
      case .builtIn: "default"
      }
    }
  }

  private func secretOption(_ key: ConfigurationKey) -> String? {
    key == .key ? listen.key : listen.token
  }

  /// The same from any folder.
  private func absolute(_ path: String) -> String { URL(filePath: path).path }

  private var roster: SettingValue {
    if let path = listen.board.roster ?? configuration.roster?.path {
      return .text(absolute(path))
    }
    return configuration.roster?.content.setting ?? .none
  }

  private var themes: SettingValue {
    .mapping(
      configuration.themes.sorted { $0.key < $1.key }.map { name, own in
        let colors = Style.Role.allCases.map {
          SettingValue.Entry(name: $0.rawValue, value: SettingValue(own.colors[$0]))
        }
        let base = SettingValue.Entry(name: "base", value: .text(own.base))
        let ground = SettingValue.Entry(name: "ground", value: SettingValue(own.ground))
        return .init(name: name, value: .mapping([base, ground] + colors))
      })
  }

  private var thresholds: SettingValue {
    each(ThresholdState.self) { state in
      let thresholds: ScreenSettings.Thresholds? =
        switch state {
        case .ringing: settings.ringing
        case .waiting: settings.waiting
        case .outgoing: settings.outgoing
        case .talking: settings.talking
        }
      guard let thresholds else { return .none }
      // One in the midst of a second is the 70 % that follow from red anyway.
      let isWhole = thresholds.amber.components.attoseconds == 0
      return .mapping([
        .init(name: "amber", value: isWhole ? SettingValue(TimeSpan(thresholds.amber)) : .none),
        .init(name: "red", value: SettingValue(TimeSpan(thresholds.red))),
      ])
    }
  }

  private var serviceLevelFloor: SettingValue {
    guard let floor = settings.serviceLevelFloor else { return .none }
    return .mapping([
      .init(name: "amber", value: SettingValue(floor.amber.plain)),
      .init(name: "red", value: SettingValue(floor.red.plain)),
    ])
  }

  /// A mapping of the names of an enumeration.
  private func each<Name>(
    _ names: Name.Type, _ value: (Name) -> SettingValue
  ) -> SettingValue where Name: RawRepresentable & CaseIterable, Name.RawValue == String {
    .mapping(Name.allCases.map { .init(name: $0.rawValue, value: value($0)) })
  }
}

extension ListOrder {
  /// As it is written in a configuration.
  fileprivate var text: String { (isDescending ? "-" : "") + column }
}

extension Double {
  /// Without decimals where it has none.
  var plain: String { Int(exactly: self).map { String($0) } ?? String(self) }
}
