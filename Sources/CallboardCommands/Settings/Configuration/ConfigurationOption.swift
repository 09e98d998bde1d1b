import ArgumentParser

/// Names the configuration file. ``ConfigurationFile`` finds it before the options are parsed,
/// because their defaults are in it; here it is accepted and explained.
struct ConfigurationOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).",
      valueName: "file"))
  var config: String?
}
