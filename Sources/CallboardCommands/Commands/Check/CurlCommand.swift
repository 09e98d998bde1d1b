import CallbackWire
import Foundation

/// A command line of curl, as people paste it: which request it would send. No shell runs it.
struct CurlCommand {
  /// Why it cannot be told what would be sent.
  enum Fault: Error, Hashable, CustomStringConvertible {
    case openQuote
    case unknownOption(String)
    case missingValue(String)
    case file(String)
    case noURL

    var description: String {
      switch self {
      case .openQuote: "a quote of the curl command is not closed"
      case .unknownOption(let option):
        "it is not known here what curl sends with \(option); leave it out, or give the request itself"
      case .missingValue(let option): "\(option) of the curl command has no value"
      case .file(let file): "its data is in \(file); check that file"
      case .noURL: "the curl command names no URL"
      }
    }
  }

  private var url: String?
  private var method: String?
  private var contentType: String?
  private var data: [String] = []
  private var isQuery = false

  /// Options that say nothing about what is sent, but the password, which is no part of a callback.
  private static let passedOver: Set<String> = [
    "--silent", "--show-error", "--verbose", "--include", "--insecure", "--location", "--fail",
    "--compressed", "--no-buffer", "--http1.1",
  ]
  /// Of the same kind, alone and together, as `-sS`.
  private static let letters = "sSvikLfN"
  private static let passedOverWithValue: Set<String> = [
    "-o", "-w", "-u", "-A", "-e", "-b", "-m", "--output", "--write-out", "--user", "--user-agent",
    "--referer", "--cookie", "--max-time", "--connect-timeout",
  ]

  /// Nil for a text that does not begin with the command.
  init?(_ text: String) throws(Fault) {
    let text = text.hasPrefix("$ ") ? text.dropFirst(2) : text[...]
    guard text.prefix(5).lowercased() == "curl " else { return nil }
    guard let words = ShellWords(text).words else { throw .openQuote }
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      if word.hasPrefix("-"), word != "-" {
        try take(word, &rest)
      } else {
        url = word
      }
    }
  }

  /// An option, with the value that may follow it.
  private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) throws(Fault) {
    if Self.passedOver.contains(word) || word.dropFirst().allSatisfy(Self.letters.contains) {
      return
    }
    if word == "-G" || word == "--get" {
      isQuery = true
      return
    }
    let (option, joined) = Self.parts(of: word)
    guard let value = joined ?? rest.popFirst() else { throw .missingValue(option) }
    switch option {
    case "-X", "--request": method = value
    case "-H", "--header": takeHeader(value)
    case "-d", "--data", "--data-ascii", "--data-binary":
      guard !value.hasPrefix("@") else { throw .file(String(value.dropFirst())) }
      data.append(value)
    case "--data-raw": data.append(value)
    case "--data-urlencode": data.append(Self.encoded(value))
    case "--json":
      contentType = "application/json"
      data.append(value)
    case "--url": url = value
    case _ where Self.passedOverWithValue.contains(option): break
    default: throw .unknownOption(option)
    }
  }

  /// `-XPOST` is `-X POST`, and `--request=POST` is `--request POST`.
  private static func parts(of word: String) -> (option: String, value: String?) {
    guard word.hasPrefix("--") else {
      return (String(word.prefix(2)), word.count > 2 ? String(word.dropFirst(2)) : nil)
    }
    guard let sign = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
  }

  private mutating func takeHeader(_ header: String) {
    guard let colon = header.firstIndex(of: ":"),
      header[..<colon].lowercased() == "content-type"
    else { return }
    contentType = header[header.index(after: colon)...].trimmingCharacters(in: .whitespaces)
  }

  /// `name=content` with its content encoded, as curl does it.
  private static func encoded(_ value: String) -> String {
    guard let sign = value.firstIndex(of: "=") else { return encodedContent(value) }
    return value[...sign] + encodedContent(String(value[value.index(after: sign)...]))
  }

  private static func encodedContent(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
  }

  /// What would be sent.
  var request: RawCallback {
    get throws(Fault) {
      guard let url else { throw .noURL }
      let query = url.firstIndex(of: "?").map { String(url[url.index(after: $0)...]) }
      let body = data.joined(separator: "&")
      let parts = [query, isQuery && !data.isEmpty ? body : nil].compactMap(\.self)
      let target = "/exotel" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
      guard !data.isEmpty, !isQuery else {
        return RawCallback(method: method ?? "GET", target: target)
      }
      return RawCallback(
        method: method ?? "POST", target: target,
        contentType: contentType ?? "application/x-www-form-urlencoded", body: Array(body.utf8))
    }
  }
}
