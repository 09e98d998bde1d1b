/// The fields of a request that mean something, cleaned, in one buffer.
struct KnownFields: FieldSink {
  /// Where a value stands in the buffer.
  private struct Slot {
    var start: Int32 = 0
    var end: Int32 = 0

    var isKnown: Bool { end > start }
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  private var buffer: [UInt8] = []
  private var slots = [Slot](repeating: Slot(), count: FieldName.allCases.count)
  /// ``LegFieldName/Part`` of the first leg, of the second, and so on.
  private var legSlots: [Slot] = []
  private var spelling = FieldSpelling()
  /// Where in the buffer the values of the query begin.
  private var queryStart = 0
  /// Entries of `Legs` that came, by their index, in any order and each once.
  private(set) var legs: [Int] = []
  /// True when anything is known of an entry of `Legs`.
  private(set) var hasLegs = false
  /// True when anything is known of an entry of `Legs` that is left out, as there are too many.
  private(set) var hasMoreLegs = false
  /// Of all that came, known or not.
  private(set) var fingerprint = FieldFingerprint()

  private static let partCount = LegFieldName.Part.allCases.count

  /// `capacity` is what the values need at most, in bytes.
  init(capacity: Int) {
    buffer.reserveCapacity(capacity)
  }

  mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    spelling.set(name)
    let normal = spelling.bytes
    if NestedFields.isLikely(value), let outer = NestedFields.name(of: normal.span),
      NestedFields.read(value, under: outer, into: &self)
    {
      return
    }
    take(normal: normal.span, value)
  }

  /// The body is read: what comes now only fills what it left unknown.
  mutating func beginQuery() { queryStart = buffer.count }

  /// `name` is in its normal form.
  private mutating func take(normal name: Span<UInt8>, _ value: Span<UInt8>) {
    let traits = ValueTraits(value)
    if let field = LegFieldName(normal: name) {
      take(field, value, traits)
    } else if let field = Self.field(name) {
      store(value, traits, field)
    }
    fingerprint.take(name, value, traits)
  }

  private mutating func take(_ field: LegFieldName, _ value: Span<UInt8>, _ traits: ValueTraits) {
    guard field.leg < LegFieldName.maximumLegs else {
      if field.part != nil, !traits.isUnknown { hasMoreLegs = true }
      return
    }
    if !legs.contains(field.leg) { legs.append(field.leg) }
    if let part = field.part { store(value, traits, leg: field.leg, part) }
  }

  /// The field of a name in its normal form, also of an entry of a list.
  static func field(_ name: Span<UInt8>) -> FieldName? { FieldName(normal: name) ?? list(name) }

  /// The field of an entry of a list: `recordings.0` and `recordings.0.url`.
  private static func list(_ name: Span<UInt8>) -> FieldName? {
    var end = name.count
    if end > 4, name.extracting((end - 4)..<end).equals(".url") { end -= 4 }
    let before = end
    while end > 0, name[end - 1].decimalValue != nil { end -= 1 }
    guard end < before, end > 0, name[end - 1] == UInt8(ascii: ".") else { return nil }
    let field = FieldName(normal: name.extracting(0..<(end - 1)))
    return field?.isList == true ? field : nil
  }

  /// The first known value stays, but of a list the last, and that of the body before the query's.
  private mutating func store(_ value: Span<UInt8>, _ traits: ValueTraits, _ field: FieldName) {
    let known = slots[field.rawValue]
    guard !known.isKnown || field.isList && known.start >= queryStart else { return }
    let slot = store(value, traits, limit: field.isSid ? nil : field.maximumScalars)
    if slot.isKnown { slots[field.rawValue] = slot }
  }

  private mutating func store(
    _ value: Span<UInt8>, _ traits: ValueTraits, leg: Int, _ part: LegFieldName.Part
  ) {
    let place = leg * Self.partCount + part.rawValue
    if legSlots.count <= place {
      let missing = (leg + 1) * Self.partCount - legSlots.count
      legSlots.append(contentsOf: repeatElement(Slot(), count: missing))
    }
    guard !legSlots[place].isKnown else { return }
    legSlots[place] = store(value, traits, limit: TextCleaning.maximumScalars)
    if legSlots[place].isKnown { hasLegs = true }
  }

  /// Cleans a value and cuts it at the limit. A sid has none and is not cleaned: what would be stripped
  /// from it makes it wrong.
  private mutating func store(_ value: Span<UInt8>, _ traits: ValueTraits, limit: Int?) -> Slot {
    let start = buffer.count
    guard let limit, !traits.isPrintable else {
      if traits.isUnknown { return Slot() }
      buffer.append(value.extracting(0..<min(value.count, limit ?? value.count)))
      return Slot(start: Int32(start), end: Int32(buffer.count))
    }
    if let text = TextCleaning.knownText(value, limit: limit) {
      buffer.append(contentsOf: text.utf8)
    }
    return Slot(start: Int32(start), end: Int32(buffer.count))
  }

  func isKnown(_ field: FieldName) -> Bool { slots[field.rawValue].isKnown }

  /// True when anything is known of a bot's stream.
  var hasStream: Bool { FieldName.ofStream.contains(where: isKnown) }

  /// True when anything is known of `call_details`.
  var hasCallDetails: Bool { FieldName.ofCallDetails.contains(where: isKnown) }

  /// Gives the bytes of a known value; nil when it is not known.
  func read<Value>(_ field: FieldName, _ body: (Span<UInt8>) -> Value?) -> Value? {
    let slot = slots[field.rawValue]
    return slot.isKnown ? body(buffer.span.extracting(slot.range)) : nil
  }

  /// The same of an entry of `Legs`.
  func read<Value>(
    _ part: LegFieldName.Part, leg: Int, _ body: (Span<UInt8>) -> Value?
  ) -> Value? {
    let place = leg * Self.partCount + part.rawValue
    guard place < legSlots.count, legSlots[place].isKnown else { return nil }
    return body(buffer.span.extracting(legSlots[place].range))
  }
}
