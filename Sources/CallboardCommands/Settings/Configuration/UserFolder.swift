/// The user's folders for callboard, as the XDG specification has them.
enum UserFolder {
  case state, configuration

  /// As `$XDG_STATE_HOME/callboard`, else `~/.local/state/callboard`; nil where neither the
  /// variable nor `HOME` is set.
  func path(_ environment: [String: String]) -> String? {
    let (variable, usual) =
      switch self {
      case .state: ("XDG_STATE_HOME", "/.local/state")
      case .configuration: ("XDG_CONFIG_HOME", "/.config")
      }
    // The specification has relative paths ignored.
    if let folder = environment[variable], folder.hasPrefix("/") { return folder + "/callboard" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + usual + "/callboard"
  }
}
