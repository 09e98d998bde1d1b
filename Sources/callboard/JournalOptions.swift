import ArgumentParser
import CallModel
import Foundation
import Monitoring

/// Where the journal is.
struct JournalPlace: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the journal (default: $XDG_STATE_HOME/callboard/journal).",
      valueName: "folder"))
  var data: String?

  var folder: JournalFolder {
    get throws {
      if data == "" { throw ValidationError("--data is empty; it is the folder of the journal") }
      if let data { return JournalFolder(data) }
      return JournalFolder(try StateFolder.path + "/journal")
    }
  }
}

/// `$XDG_STATE_HOME/callboard`, else `~/.local/state/callboard`.
enum StateFolder {
  static var path: String {
    get throws {
      let environment = ProcessInfo.processInfo.environment
      // The XDG specification has relative paths ignored.
      if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
        return state + "/callboard"
      }
      guard let home = environment["HOME"], home.hasPrefix("/") else {
        throw ValidationError("neither XDG_STATE_HOME nor HOME is set; name a folder with --data")
      }
      return home + "/.local/state/callboard"
    }
  }
}

/// How callbacks are kept.
struct JournalOptions: ParsableArguments {
  @OptionGroup var place: JournalPlace

  @Option(
    help: ArgumentHelp(
      "When a callback is answered: once it is on the disk (sync), once the system has it (os: "
        + "lost where the machine stops), or at once (none: lost where callboard stops).",
      valueName: "sync|os|none"))
  var durability = JournalSettings.Durability.sync

  @Option(
    help: ArgumentHelp(
      "So far back the board is restored at the start, and ended calls stay on it (default: 24h).",
      valueName: "time"), transform: TimeSpan.reading)
  var window = TimeSpan(.seconds(86_400))

  @Option(
    help: ArgumentHelp(
      "Remove days of the journal older than that, as 30d (default: keep all).",
      valueName: "time"), transform: TimeSpan.reading)
  var keep: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "Remove the oldest days while the journal is larger, as 5GB (default: keep all).",
      valueName: "size"), transform: ByteCount.reading)
  var keepSize: ByteCount?

  @Flag(help: "Write nothing to disk: the board lives in memory alone.")
  var ephemeral = false

  var retention: JournalRetention {
    JournalRetention(age: keep?.duration, bytes: keepSize?.bytes)
  }
}

extension JournalSettings.Durability: ExpressibleByArgument {}
