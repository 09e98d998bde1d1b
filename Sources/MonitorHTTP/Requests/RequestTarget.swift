import CallbackWire

/// A request target, taken apart: `/v1/agents/%2B91…?limit=3`.
struct RequestTarget {
  /// Undecoded, beginning with `/`; `*` and what cannot be served as they came.
  let path: Substring
  /// Undecoded, without the `?`.
  let query: Substring?
  /// Host and port of the absolute form, which count instead of `Host`; nil for other forms.
  let authority: Substring?
  /// False for what is neither a path nor an `http` or `https` URL.
  let isServed: Bool

  /// Takes the absolute form (`http://host/path`) too, as RFC 9112 § 3.2.2 wants it.
  init(_ target: String) {
    let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
    let beforeQuery = target[..<(mark ?? target.endIndex)]
    query = mark.map { target[target.utf8.index(after: $0)...] }
    if beforeQuery.utf8.first == UInt8(ascii: "/") || beforeQuery == "*" {
      (path, authority, isServed) = (beforeQuery, nil, true)
    } else if let rest = Self.afterScheme(beforeQuery) {
      let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/"))
      path = slash.map { rest[$0...] } ?? "/"
      (authority, isServed) = (rest[..<(slash ?? rest.endIndex)], true)
    } else {
      (path, authority, isServed) = (beforeQuery, nil, false)
    }
  }

  private static func afterScheme(_ text: Substring) -> Substring? {
    for scheme in ["http://", "https://"] where text.prefix(scheme.count).lowercased() == scheme {
      return text.dropFirst(scheme.count)
    }
    return nil
  }

  /// The parts of the path between slashes, percent-decoded once; a raw `+` is a plus.
  ///
  /// Nil for a path that has another spelling than its plain one: with empty parts, a slash at the end,
  /// `.` or `..`, slashes or control characters in a part, escapes of what needs none, or a broken
  /// encoding. None of them leads anywhere.
  var segments: [String]? {
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    let rest = path.dropFirst()
    guard !rest.isEmpty else { return [] }
    var segments: [String] = []
    for part in rest.split(separator: "/", omittingEmptySubsequences: false) {
      guard !PercentEncoding.escapesInVain(part.utf8),
        let decoded = PercentEncoding.text(part.utf8, plusIsBlank: false),
        Self.isPlain(decoded)
      else { return nil }
      segments.append(decoded)
    }
    return segments
  }

  /// The path as its sender may have meant it: without empty parts, whatever is escaped. To tell them
  /// what is right, and for nothing else.
  var presumedSegments: [String] {
    path.split(separator: "/").map {
      PercentEncoding.text($0.utf8, plusIsBlank: false) ?? String($0)
    }
  }

  private static func isPlain(_ segment: String) -> Bool {
    guard !["", ".", ".."].contains(segment) else { return false }
    return segment.unicodeScalars.allSatisfy {
      $0 != "/" && $0 != "\\" && $0.properties.generalCategory != .control
    }
  }

  /// Names and values of the query, decoded as a form (a `+` is a blank). Nil where the encoding
  /// is broken.
  var parameters: [(name: String, value: String)]? {
    var parameters: [(name: String, value: String)] = []
    for item in items {
      guard let name = PercentEncoding.text(item.name.utf8, plusIsBlank: true),
        let value = PercentEncoding.text(item.value.utf8, plusIsBlank: true)
      else { return nil }
      parameters.append((name, value))
    }
    return parameters
  }

  /// The bytes of the first parameter `key`.
  var key: [UInt8]? {
    items.first(where: Self.isKey).flatMap {
      PercentEncoding.bytes($0.value.utf8, plusIsBlank: true)
    }
  }

  private struct Item {
    var whole: Substring
    var name: Substring
    var value: Substring
  }

  private var items: [Item] {
    guard let query else { return [] }
    return query.split(separator: "&", omittingEmptySubsequences: false).map { whole in
      guard let mark = whole.utf8.firstIndex(of: UInt8(ascii: "=")) else {
        return Item(whole: whole, name: whole, value: "")
      }
      return Item(
        whole: whole, name: whole[..<mark], value: whole[whole.utf8.index(after: mark)...])
    }
    .filter { !$0.whole.isEmpty }
  }

  private static func isKey(_ item: Item) -> Bool {
    if item.name == "key" { return true }
    return item.name.utf8.contains(UInt8(ascii: "%"))
      && PercentEncoding.text(item.name.utf8, plusIsBlank: true) == "key"
  }
}
