import MonitorHTTP

/// Where an emulator listens, and a request to begin with.
struct EmulatorIntroduction {
  let host: String
  let port: Int
  let account: EmulatorSettings.Account
  let seed: UInt64

  var lines: [String] {
    let host = host.contains(":") ? "[\(host)]" : host
    let base = "\(host):\(port)/v1/Accounts/\(account.sid)/Calls"
    return [
      "emulating Exotel on http://\(base), seed \(seed)",
      "curl -u '\(shownAccount)' http://\(base)/connect.json -d From=09880000001 "
        + "-d To=09812300001 -d CallerId=08044556678 "
        + "-d StatusCallback=http://127.0.0.1:8080/exotel -d 'StatusCallbackEvents[0]=terminal'",
    ]
  }

  /// A token that somebody chose is not for every terminal.
  private var shownAccount: String {
    account.key + ":" + (account.token == EmulateCommand.defaultToken ? account.token : "…")
  }
}
