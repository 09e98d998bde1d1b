import CallModel

/// The fields of a line heartbeat (`families.md` § 3.10). They are as many as the account has lines,
/// and ids are names of fields, whose spelling counts.
struct HeartbeatFields: FieldSink {
  private let country: Country
  private let zone: CivilZone
  private let arrival: Instant?
  private var timestamp: Instant?
  private var status: String?
  private var lines: [Heartbeat.Line] = []
  private var places: [String: Int] = [:]
  private var fingerprint: UInt64 = 0
  private var spelling = FieldSpelling()
  private var namesCall = false
  private var namesLeg = false
  private var namesEvent = false

  private static let longestWord = 32
  private static let longestID = 128
  private static let longestNumber = 64

  init(country: Country, zone: CivilZone, arrival: Instant?) {
    self.country = country
    self.zone = zone
    self.arrival = arrival
  }

  /// Nil where the request is none, or names a call.
  var heartbeat: Heartbeat? {
    guard let status, !namesCall, !(namesLeg && namesEvent) else { return nil }
    return Heartbeat(
      timestamp: timestamp, status: status, lines: lines, fingerprint: fingerprint)
  }

  mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    spelling.set(name)
    let normal = spelling.bytes
    let isKnown = !TextCleaning.isUnknown(value)
    if isKnown, !normal.span.equals("key") { sum(normal, value) }
    if let (id, part) = Self.entry(name) {
      takeEntry(name.extracting(id), part, value, isKnown: isKnown)
    } else if isKnown {
      takeOther(normal.span, value)
    }
  }

  private mutating func takeOther(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    if name.isList("incomingaffected") {
      change(value) { $0.incoming.isInTrouble = true }
    } else if name.isList("outgoingaffected") {
      change(value) { $0.outgoing.isInTrouble = true }
    } else {
      switch FieldName(normal: name) {
      case .statusType: status = status ?? Self.word(value)
      case .timestamp:
        timestamp = timestamp ?? ProviderTime.read(value, zone: zone, arrival: arrival)
      case .callSid, .detailsCallSid, .detailsSid: namesCall = true
      case .legSid: namesLeg = true
      case .eventSid: namesEvent = true
      default: break
      }
    }
  }

  // MARK: - Entries of data

  /// Where the id of an entry stands, and what of the entry a field is; nil for other fields.
  private static func entry(_ name: Span<UInt8>) -> (id: Range<Int>, part: [UInt8])? {
    let start = 5
    guard name.count > start, name.extracting(0..<start).equalsIgnoringCase("data["),
      let end = name.firstIndex(of: UInt8(ascii: "]"), from: start)
    else { return nil }
    var rest = FieldSpelling()
    rest.set(name.extracting((end + 1)..<name.count))
    return (start..<end, rest.bytes)
  }

  private mutating func takeEntry(
    _ id: Span<UInt8>, _ part: [UInt8], _ value: Span<UInt8>, isKnown: Bool
  ) {
    let part = part.span
    // A value of its own is no entry.
    guard !part.isEmpty || !isKnown else {
      namesLeg = namesLeg || FieldName(normal: spelling.bytes.span) == .legSid
      return
    }
    guard isKnown else { return change(id) { _ in } }
    let number = self.number(value)
    if part.equals(".phonenumber") || part.equals(".exophone") {
      change(id) { $0.told = $0.told ?? number }
    } else if let way = part.connectivity("incomingcall") {
      change(id) { $0.incoming.take(way, value, number) }
    } else if let way = part.connectivity("outgoingcall") {
      change(id) { $0.outgoing.take(way, value, number) }
    } else {
      change(id) { _ in }
    }
  }

  /// The line with that id, which is there from now on; none where the id cannot be one, or where
  /// there are too many.
  private mutating func change(_ id: Span<UInt8>, _ body: (inout Heartbeat.Line) -> Void) {
    guard let id = Self.text(id, atMost: Self.longestID) else { return }
    if let place = places[id] { return body(&lines[place]) }
    guard lines.count < Heartbeat.maximumLines else { return }
    let number = PhoneNumber(id, country: country)
    var line = Heartbeat.Line(id: id, own: number.key.hasPrefix("+") ? number : nil)
    body(&line)
    places[id] = lines.count
    lines.append(line)
  }

  // MARK: - Values

  private func number(_ value: Span<UInt8>) -> PhoneNumber? {
    Self.text(value, atMost: Self.longestNumber).map { PhoneNumber($0, country: country) }
  }

  private static func word(_ value: Span<UInt8>) -> String? {
    guard let text = TextCleaning.knownText(value) else { return nil }
    return String(text.trimmingBlanks().uppercased().unicodeScalars.prefix(longestWord))
  }

  /// Nil where it is unknown or longer: what is cut is another one.
  private static func text(_ value: Span<UInt8>, atMost count: Int) -> String? {
    guard let text = TextCleaning.knownText(value)?.trimmingBlanks(), !text.isEmpty,
      text.utf8.count <= count
    else { return nil }
    return text
  }

  /// Adds up, so that the order of the fields does not count; the same in every process.
  private mutating func sum(_ name: [UInt8], _ value: Span<UInt8>) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for byte in name { mix(byte) }
    mix(0)
    for place in 0..<value.count { mix(value[place]) }
    fingerprint &+= hash ^ (hash >> 29)
  }
}

/// A field of one direction's connectivity that means something.
private enum Connectivity { case status, alternate }

extension Heartbeat.Direction {
  fileprivate mutating func take(
    _ field: Connectivity, _ value: Span<UInt8>, _ number: PhoneNumber?
  ) {
    switch field {
    case .status:
      let word = value.extracting(value.trimmedRange)
      if !word.equalsIgnoringCase("active"), !word.equalsIgnoringCase("ok") { isInTrouble = true }
    case .alternate: alternate = alternate ?? number
    }
  }
}

extension Span where Element == UInt8 {
  /// True for a list of that name, and for an entry of it.
  fileprivate func isList(_ name: StaticString) -> Bool {
    let length = name.utf8CodeUnitCount
    guard starts(with: name) else { return false }
    return count == length || self[length] == UInt8(ascii: ".")
  }

  /// Which field it is of `connectivity`, of the direction with that name.
  fileprivate func connectivity(_ direction: StaticString) -> Connectivity? {
    let prefix: StaticString = ".connectivity."
    let (start, length) = (prefix.utf8CodeUnitCount, direction.utf8CodeUnitCount)
    guard count > start + length, starts(with: prefix),
      extracting(start..<count).starts(with: direction)
    else { return nil }
    let field = extracting((start + length)..<count)
    if field.equals(".status") { return .status }
    return field.equals(".alternateexophone") ? .alternate : nil
  }
}
