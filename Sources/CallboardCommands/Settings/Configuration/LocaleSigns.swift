import Foundation

/// Whether the terminal's locale can show characters beyond ASCII.
enum LocaleSigns {
  /// True where the locale is `C` or `POSIX`, or has another encoding than UTF-8. One that nobody has set
  /// says nothing.
  static func areASCII(_ environment: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let name = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty })
    else { return false }
    if name == "C" || name == "POSIX" { return true }
    guard let point = name.firstIndex(of: ".") else { return false }
    let encoding = name[name.index(after: point)...].prefix { $0 != "@" }.lowercased()
    return !["utf-8", "utf8"].contains(encoding)
  }

  /// Of this process.
  static var areASCII: Bool { areASCII(ProcessInfo.processInfo.environment) }
}
