import CallModel

/// What a field means in a callback of its family (`families.md` § 3), and what stands in it. The
/// fields of a family are explained beside its reading.
struct FieldMeaning {
  enum Content {
    case text
    /// One of these words, in any spelling.
    case word(Set<String>)
    /// `completed`, or a party and what became of it.
    case phoneWord
    case phone, time, duration
    /// A duration of which zero is not known.
    case ringing
  }

  let words: String
  /// Nil where it is only kept.
  let content: Content?

  /// True where the board makes something of it.
  var isRead: Bool { content != nil }

  init(_ words: String, _ content: Content?) {
    self.words = words
    self.content = content
  }

  /// Nil for a field that nobody knows; `callback` is nil where the request is refused.
  init?(_ name: String, in callback: Callback?) {
    let normal = Self.ofList(FieldSpelling.normal(name))
    if normal.hasPrefix("legs."), let meaning = Self.leg(normal, in: callback) {
      self = meaning
    } else if let meaning = Self.ofFamily(normal, callback) ?? StreamReading.streamFields[normal]
      ?? Self.common[normal] ?? Self.kept[normal].map({ FieldMeaning($0, nil) })
    {
      self = meaning
    } else {
      return nil
    }
  }

  /// Of what is refused, or not understood, the most usual family that has such a field, a flow first;
  /// but who `From` and `To` are only a family tells.
  private static func ofFamily(_ name: String, _ callback: Callback?) -> FieldMeaning? {
    if let callback, let family = callback.family {
      return Families.reading(of: family).meaning(of: name, in: callback)
    }
    guard name != "from", name != "to" else { return nil }
    let nothing = callback ?? Callback(sid: "", family: nil, event: .other(""))
    return FlowReading.meaning(of: name, in: nothing)
      ?? Families.all.reversed().lazy.compactMap { $0.meaning(of: name, in: nothing) }.first
  }

  /// An entry of a list is explained as the list: `recordings.0.url` is `recordings`.
  private static func ofList(_ name: String) -> String {
    guard name.contains("recording") else { return name }
    var parts = name.split(separator: ".")
    if parts.count > 2, parts.last == "url" { parts.removeLast() }
    if parts.count > 1, parts.last?.allSatisfy(\.isNumber) == true { parts.removeLast() }
    return parts.joined(separator: ".")
  }

  static let events: Set = ["dial", "ringing", "answered", "terminal"]
  static let callTypes: Set = [
    "completed", "incomplete", "client-hangup", "voicemail", "call-attempt",
  ]
  static let ends: Set = ["completed", "busy", "failed", "no-answer", "canceled"]
  static let statuses = ends.union(["queued", "ringing", "in-progress"])
  static let parties: Set = ["agent", "customer", "user", "caller", "bot"]
}
