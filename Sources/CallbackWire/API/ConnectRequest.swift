import CallModel

/// A request to connect two numbers: `From` is rung first, then `To`.
///
/// Its parameters are those of https://developer.exotel.com/docs/voice-v1/api-reference/connect-two-numbers
/// and, for the events, https://support.exotel.com/support/solutions/articles/3000106308. They stand
/// in the query or in a form. What a call's course does not depend on is passed over.
package struct ConnectRequest: Hashable, Sendable {
  package var from: String
  package var to: String
  /// The ExoPhone.
  package var callerID: String
  /// How long the conversation may last; at most ``longestCall``.
  package var timeLimit: Duration?
  /// How long each number is rung.
  package var timeOut: Duration?
  package var isRecorded = false
  package var customField: String?
  package var statusCallback: StatusCallback?

  /// Whom to tell of a call, of what, and how.
  package struct StatusCallback: Hashable, Sendable {
    package var url: String
    /// None: only the default payload comes, at the end of the call.
    package var events: Set<Event>
    package var encoding: CallbackEncoder.Encoding

    package init(url: String, events: Set<Event>, encoding: CallbackEncoder.Encoding) {
      self.url = url
      self.events = events
      self.encoding = encoding
    }
  }

  /// What can be subscribed.
  package enum Event: String, CaseIterable, Hashable, Sendable {
    case ringing, answered, terminal
  }

  /// Four hours, which no call exceeds.
  package static let longestCall = Duration.seconds(14_400)

  package init(from: String, to: String, callerID: String) {
    self.from = from
    self.to = to
    self.callerID = callerID
  }
}

extension ConnectRequest {
  /// - Throws: what is missing or wrong.
  package init(_ raw: RawCallback) throws(ConnectRequestError) {
    let fields = try Self.fields(of: raw)
    self.init(
      from: try Self.number("From", fields), to: try Self.number("To", fields),
      callerID: try Self.number("CallerId", fields))
    timeLimit = try Self.seconds("TimeLimit", fields, atMost: Self.longestCall)
    timeOut = try Self.seconds("TimeOut", fields, atMost: Self.longestCall)
    isRecorded = try Self.flag("Record", fields)
    customField = fields["CustomField"]
    statusCallback = try StatusCallback(fields)
  }

  private static func fields(
    of raw: RawCallback
  ) throws(ConnectRequestError) -> CallbackFields {
    var raw = raw
    // Exotel reads forms and the query.
    if raw.contentType?.lowercased().contains("json") ?? false { raw.body = [] }
    do throws(CallbackDecodingError) {
      return try CallbackDecoder().fields(of: raw)
    } catch {
      throw .undecodable(error)
    }
  }

  /// Digits in any spelling, also masked as in the samples of the documentation, or a SIP address.
  private static func number(
    _ name: String, _ fields: CallbackFields
  ) throws(ConnectRequestError) -> String {
    guard let value = fields[name] else { throw .missing(name) }
    let number = PhoneNumber(value, country: .india).text
    let digits = number.utf8.filter { $0.decimalValue != nil || $0.asciiLowercase == 0x78 }
    let isPlain = number.unicodeScalars.allSatisfy {
      "+0123456789xX -()".unicodeScalars.contains($0)
    }
    guard number.hasPrefix("sip:") || (isPlain && digits.count >= 3) else {
      throw .wrong(name: name, value: value, expected: "a phone number")
    }
    return number
  }

  private static func seconds(
    _ name: String, _ fields: CallbackFields, atMost longest: Duration
  ) throws(ConnectRequestError) -> Duration? {
    guard let value = fields[name] else { return nil }
    let maximum = longest.components.seconds
    guard let seconds = Int64(value), (1...maximum).contains(seconds) else {
      throw .wrong(name: name, value: value, expected: "seconds, from 1 to \(maximum)")
    }
    return .seconds(seconds)
  }

  private static func flag(
    _ name: String, _ fields: CallbackFields
  ) throws(ConnectRequestError) -> Bool {
    switch fields[name]?.lowercased() {
    case nil, "false", "0": return false
    case "true", "1": return true
    case .some(let value): throw .wrong(name: name, value: value, expected: "true or false")
    }
  }
}

extension ConnectRequest.StatusCallback {
  /// Nil where no URL is given.
  fileprivate init?(_ fields: CallbackFields) throws(ConnectRequestError) {
    let (events, encoding) = (try Self.events(fields), try Self.encoding(fields))
    guard let url = fields["StatusCallback"]?.trimmingBlanks() else { return nil }
    self.init(url: url, events: events, encoding: encoding)
  }

  /// Those of `StatusCallbackEvents[0]`, `[1]`, …, with or without the number.
  private static func events(
    _ fields: CallbackFields
  ) throws(ConnectRequestError) -> Set<ConnectRequest.Event> {
    let name = "StatusCallbackEvents"
    var events: Set<ConnectRequest.Event> = []
    for field in fields.all where field.name == name || field.name.hasPrefix(name + "[") {
      guard let value = field.value else { continue }
      guard let event = ConnectRequest.Event(rawValue: value.trimmingBlanks().lowercased()) else {
        throw .wrong(name: field.name, value: value, expected: "terminal, answered or ringing")
      }
      events.insert(event)
    }
    return events
  }

  private static func encoding(
    _ fields: CallbackFields
  ) throws(ConnectRequestError) -> CallbackEncoder.Encoding {
    let name = "StatusCallbackContentType"
    switch fields[name]?.trimmingBlanks().lowercased() {
    case nil, "multipart/form-data": return .multipart
    case "application/json": return .json
    case .some(let value):
      throw .wrong(
        name: name, value: value, expected: "multipart/form-data or application/json")
    }
  }
}
