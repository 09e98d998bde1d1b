import MonitorHTTP

extension ListenOptions {
  /// A shorter secret can be tried out.
  private static let shortestSecret = 16

  /// What makes its secrets easier to find out than they need be; for the log, at the start.
  var secretWarnings: [String] {
    let (key, token) = secrets
    return warnings(of: "key", key, isOption: self.key == key, "CALLBOARD_KEY")
      + warnings(of: "token", token, isOption: self.token == token, "CALLBOARD_TOKEN")
  }

  private func warnings(
    of name: String, _ secret: String?, isOption: Bool, _ variable: String
  ) -> [String] {
    guard let secret else { return [] }
    var warnings: [String] = []
    if isOption {
      warnings.append(
        "--\(name) can be read by everybody on this machine, as in ps; set \(variable) instead")
    }
    if secret.utf8.count < Self.shortestSecret {
      let characters = secret.count == 1 ? "1 character" : "\(secret.count) characters"
      // Behind a proxy others reach the loopback as well.
      let reach = AccessControl.isLoopback(bind) ? "" : ": others can reach \(bind) and try it out"
      warnings.append(
        "the \(name) has \(characters)\(reach); it should have at least \(Self.shortestSecret), as "
          + "'openssl rand -hex 16' makes")
    }
    if name == "key", Self.isPlain(secret) {
      warnings.append(
        "the key is a plain word or number: it is taken out of callbacks wherever it stands in them as "
          + "one; it should have letters and digits")
    }
    return warnings
  }

  /// Letters alone, or digits alone: callbacks may hold the same by chance.
  private static func isPlain(_ secret: String) -> Bool {
    secret.allSatisfy(\.isLetter) || secret.allSatisfy(\.isNumber)
  }
}
