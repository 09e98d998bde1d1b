import ArgumentParser

/// How much of the past of a listener elsewhere is fetched.
struct WindowOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "So far back calls that have ended are fetched, up to 7d; figures count no others "
        + "(default: 24h).",
      valueName: "time"), transform: ValueRule.fetchedTime.argument)
  var window = TimeSpan(.seconds(86_400))
}

extension ValueRule<TimeSpan> {
  /// How far back a listener tells its callbacks.
  static var fetchedTime: Self {
    Self(words: "a time up to 7d, as 30m, 24h or 7d") { text in
      TimeSpan(argument: text).flatMap { $0.duration <= .seconds(7 * 86_400) ? $0 : nil }
    }
  }
}
