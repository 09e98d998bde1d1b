/// Why there is no screen.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  case noTerminal
  /// The value of TERM.
  case unknownTerminal(String)
  case noUTF8
  case noDescriptors

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .noTerminal: "no terminal: standard input and output must both be one"
    case .unknownTerminal(""): "TERM is not set; set it to the terminal's name, as xterm-256color"
    case .unknownTerminal(let name):
      "the terminal '\(name)' is not known, or cannot move its cursor; set TERM, as to xterm-256color"
    case .noUTF8: "no UTF-8 locale, not even C.UTF-8; set LANG to one that 'locale -a' names"
    case .noDescriptors: "no file descriptors left; raise the limit (ulimit -n)"
    }
  }
}
