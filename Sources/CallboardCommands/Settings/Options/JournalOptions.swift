import ArgumentParser
import CallJournal
import CallModel
import Foundation
import Monitoring

/// Where the journal is.
struct JournalPlace: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the journal (default: \(usualFolder)).", valueName: "folder"))
  var data: String?

  private static var usualFolder: String {
    Configuration.current.data ?? "$XDG_STATE_HOME/callboard/journal"
  }

  var folder: JournalFolder {
    get throws {
      if data == "" { throw ValidationError("--data is empty; it is the folder of the journal") }
      if let data = data ?? Configuration.current.data { return JournalFolder(data) }
      return JournalFolder(try StateFolder.path + "/journal")
    }
  }
}

/// `$XDG_STATE_HOME/callboard`, else `~/.local/state/callboard`.
enum StateFolder {
  /// Nil where there is no such folder.
  static var logPath: String? { (try? path).map { $0 + "/callboard.log" } }

  static var path: String {
    get throws {
      guard let path = UserFolder.state.path(ProcessInfo.processInfo.environment) else {
        throw ValidationError("neither XDG_STATE_HOME nor HOME is set; name a folder with --data")
      }
      return path
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
  var durability = Configuration.current.durability ?? .sync

  @Option(
    help: ArgumentHelp(
      "So far back the board is restored at the start, and ended calls stay on it "
        + "(default: \(usualWindow)).",
      valueName: "time"), transform: ValueRule.time.argument)
  var window = usualWindow

  @Option(
    help: ArgumentHelp(
      "Remove days of the journal older than that, as 30d (default: "
        + "\(Configuration.current.keep?.description ?? "keep all")).",
      valueName: "time"), transform: ValueRule.time.argument)
  var keep: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "Remove the oldest days while the journal is larger, as 5GB (default: "
        + "\(Configuration.current.keepSize?.argument ?? "keep all")).",
      valueName: "size"), transform: ValueRule.size.argument)
  var keepSize: ByteCount?

  @Flag(
    inversion: .prefixedNo, help: "Write nothing to disk: the board lives in memory alone.")
  var ephemeral = Configuration.current.ephemeral ?? false

  var retention: JournalRetention {
    JournalRetention(
      age: (keep ?? Configuration.current.keep)?.duration,
      bytes: (keepSize ?? Configuration.current.keepSize)?.bytes)
  }

  private static var usualWindow: TimeSpan {
    Configuration.current.window ?? TimeSpan(.seconds(86_400))
  }
}

extension JournalSettings.Durability: ExpressibleByArgument {}
