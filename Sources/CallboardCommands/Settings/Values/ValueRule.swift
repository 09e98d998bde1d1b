import ArgumentParser
import CallJournal
import CallModel
import CallbackDelivery
import CallbackWire
import MonitorHTTP
import Monitoring

/// What a value may be, on the command line and in the configuration file alike.
struct ValueRule<Value: Sendable>: Sendable {
  /// What is expected, for those who wrote something else.
  let words: String
  let read: @Sendable (String) -> Value?

  /// The value of an option.
  ///
  /// - Throws: `ValidationError`, which names the option and what it may be.
  @discardableResult
  func require(_ text: String, of option: String) throws -> Value {
    guard let value = read(text) else { throw ValidationError("\(option) \(text): \(words)") }
    return value
  }

  /// The same for `transform`, where the option's name is told by the parser.
  func argument(_ text: String) throws -> Value {
    guard let value = read(text) else { throw ValidationError(words) }
    return value
  }
}

extension ValueRule<Int> {
  static var port: Self { number(1...65_535, "a port is a number from 1 to 65535") }
  static var connections: Self { number(0...65_535, "connections, from 0 (no bound) to 65535") }
  static var silence: Self { number(1...604_800, "seconds, from 1 to 604800 (a week)") }
  static var shortTime: Self { number(0...3_600, "seconds, from 0 to 3600 (an hour)") }
  static var pictureTime: Self { number(0...86_400, "seconds, from 0 to 86400 (a day)") }

  private static func number(_ range: ClosedRange<Int>, _ words: String) -> Self {
    Self(words: words) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
  }
}

extension ValueRule<String> {
  static var hostName: Self {
    Self(words: "a name or an address without a port, as calls.example.com") {
      ListenerNames.isName($0) ? $0 : nil
    }
  }
}

extension ValueRule<Double> {
  static var percent: Self {
    Self(words: "per cent, from 0 to 100") { text in
      Double(text).flatMap { (0...100).contains($0) ? $0 : nil }
    }
  }
}

extension ValueRule<UInt64> {
  static var seed: Self { Self(words: "a whole number from 0 on") { UInt64($0) } }
}

extension ValueRule<Bool> {
  static var flag: Self {
    let words = ["true": true, "yes": true, "on": true, "false": false, "no": false, "off": false]
    return Self(words: "yes or no") { words[$0.lowercased()] }
  }
}

extension ValueRule<TimeSpan> {
  static var time: Self {
    Self(words: "a time is a number and a unit, as 45s, 90m, 24h, 30d or 2w") {
      TimeSpan(argument: $0)
    }
  }
}

extension ValueRule<TimeSpan> {
  /// How long callers may wait in the provider's queue.
  static var queue: Self {
    Self(words: "seconds from 0 to 86400, or a time as 3m") { text in
      let seconds = Int(text).flatMap { (0...86_400).contains($0) ? $0 : nil }
      let span = seconds.map { TimeSpan(.seconds($0)) } ?? TimeSpan(argument: text)
      return span.flatMap { $0.duration <= .seconds(86_400) ? $0 : nil }
    }
  }
}

extension ValueRule<TimeSpan> {
  /// A silence, in seconds or with a unit.
  static var heartbeatAfter: Self {
    Self(words: "seconds, from 1 to 604800 (a week), or a time as 30m") { text in
      let seconds = Int(text).flatMap { $0 > 0 ? TimeSpan(.seconds($0)) : nil }
      return (seconds ?? TimeSpan(argument: text)).flatMap {
        $0.duration <= .seconds(604_800) ? $0 : nil
      }
    }
  }
}

extension ValueRule<TimeOfDay> {
  static var timeOfDay: Self {
    Self(words: "a time of day is hours and minutes, as 06:00") { TimeOfDay(argument: $0) }
  }
}

extension ValueRule<ByteCount> {
  static var size: Self {
    Self(words: "a size is a number and a unit, as 500MB, 5GB or 1TB") { ByteCount(argument: $0) }
  }

  /// Of the body of a request.
  static var body: Self {
    Self(words: "a size is a number and a unit, from 1KiB to 1MiB, as 256KiB") { text in
      ByteCount(argument: text).flatMap {
        (1_024...RawCallback.largestBodyBytes).contains($0.bytes) ? $0 : nil
      }
    }
  }
}

extension ValueRule<AccountZone> {
  static var zone: Self {
    Self(words: "a zone has a name as Asia/Kolkata") { AccountZone(name: $0) }
  }
}

extension ValueRule<Country> {
  static var country: Self {
    Self(words: "a country is one of \(Country.codes)") { Country(rawValue: $0.uppercased()) }
  }
}

extension Country {
  /// All of them, as they are written.
  static var codes: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension ValueRule<CallbackTarget> {
  static var target: Self {
    Self(words: "a URL as http://127.0.0.1:9000/exotel or https://crm.example.com/calls") {
      try? CallbackTarget($0)
    }
  }
}

extension ValueRule<JournalSettings.Durability> {
  static var durability: Self { .word }
}
