import CallModel
import CallSimulator

extension ValueRule<TimeSpread> {
  /// `8s` or `2s..28s`.
  static var spread: Self {
    Self(words: "a time as 8s, times between two as 2s..28s, or {mean: 75s, from: 8s, to: 6m}") {
      text in
      guard let dots = text.firstRange(of: "..") else {
        return seconds(text).map(TimeSpread.exactly)
      }
      guard let from = seconds(String(text[..<dots.lowerBound])),
        let to = seconds(String(text[dots.upperBound...])), from <= to
      else { return nil }
      return .between(from...to)
    }
  }

  /// Up to a day.
  private static func seconds(_ text: String) -> Int? { ValueRule<Int>.seconds.read(text) }
}

extension ValueRule<Int> {
  /// A time of whole seconds up to a day, with its unit; `0s` too.
  static var seconds: Self {
    Self(words: "a time up to a day, as 8s, 5m or 1h") { text in
      let seconds =
        text == "0s" ? 0 : TimeSpan(argument: text).map { Int($0.duration.components.seconds) }
      return seconds.flatMap { $0 <= 86_400 ? $0 : nil }
    }
  }

  static func count(_ range: ClosedRange<Int>) -> Self {
    let end = range.upperBound == .max ? "on" : "to \(range.upperBound)"
    return Self(words: "a whole number from \(range.lowerBound) \(end)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension ValueRule<Double> {
  /// How many times as quick as real calls.
  static var factor: Self { figure(0.01...1_000) }
  static var callsPerMinute: Self { figure(0.001...1_000_000) }
  /// Of the demo, which shall be looked at.
  static var demoRate: Self {
    Self(words: "calls a minute, above 0 and up to 600") { text in
      Double(text).flatMap { $0 > 0 && $0 <= 600 ? $0 : nil }
    }
  }

  static func figure(_ range: ClosedRange<Double>) -> Self {
    Self(words: "a number from \(range.lowerBound.plain) to \(range.upperBound.plain)") { text in
      Double(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// `5%` or `5`.
  static var share: Self {
    Self(words: "per cent, as 5%") { text in
      ValueRule.percent.read(text.last == "%" ? String(text.dropLast()) : text)
    }
  }
}

extension ValueRule where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the values' own words.
  static var word: Self {
    Self(words: "one of " + Value.allCases.map(\.rawValue).joined(separator: ", ")) {
      Value(rawValue: $0)
    }
  }
}
