import ArgumentParser
import BoardClient
import Foundation

/// What a listener wants of those who read it.
struct TokenOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file in which the listener's token is. Or set CALLBOARD_TOKEN.", valueName: "file"))
  var tokenFile: String?

  /// Of the listener at a URL.
  ///
  /// - Throws: what is wrong with the URL or the file.
  func client(_ url: String) throws -> ListenerClient {
    let token = try token(of: url)
    do throws(ListenerClientError) {
      return try ListenerClient(url, token: token)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  /// The configuration's token is that of this machine's listener, and is told no other.
  private func token(of url: String) throws -> String? {
    guard let tokenFile else {
      let environment = ProcessInfo.processInfo.environment["CALLBOARD_TOKEN"]
      let own = url == OwnListener.url ? Configuration.current.token : nil
      return [environment, own].compactMap(\.self).first { !$0.isEmpty }
    }
    guard let text = try? String(contentsOfFile: tokenFile, encoding: .utf8) else {
      throw ValidationError("--token-file \(tokenFile) cannot be read")
    }
    let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !token.isEmpty else { throw ValidationError("--token-file \(tokenFile) holds no token") }
    return token
  }
}

/// The URL of this machine's listener.
enum OwnListener {
  static var url: String { "http://127.0.0.1:\(Configuration.current.port ?? 8080)" }
}
