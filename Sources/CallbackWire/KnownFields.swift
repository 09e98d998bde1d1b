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
  private var count = 0
  /// True when any field begins with `Legs[`.
  private(set) var hasLegs = false

  /// `capacity` is what the values need at most, in bytes.
  init(capacity: Int) {
    buffer.reserveCapacity(capacity)
  }

  /// Entries of `Legs` up to the highest one named.
  var legCount: Int { legSlots.count / Self.partCount }

  private static let partCount = LegFieldName.Part.allCases.count

  mutating func take(
    _ name: Span<UInt8>, _ value: Span<UInt8>
  ) throws(CallbackDecodingError) {
    guard count < CallbackFields.maximumCount else { throw .tooManyFields }
    count += 1
    if let field = FieldName(name) {
      guard !slots[field.rawValue].isKnown else { return }
      slots[field.rawValue] = store(value, cleaning: field != .callSid)
    } else if name.starts(with: LegFieldName.prefix) {
      hasLegs = true
      guard let field = LegFieldName(name) else { return }
      makeRoom(for: field.leg)
      guard let part = field.part else { return }
      let index = field.leg * Self.partCount + part.rawValue
      guard !legSlots[index].isKnown else { return }
      legSlots[index] = store(value, cleaning: true)
    }
  }

  private mutating func makeRoom(for leg: Int) {
    let wanted = (leg + 1) * Self.partCount
    guard legSlots.count < wanted else { return }
    legSlots.append(contentsOf: repeatElement(Slot(), count: wanted - legSlots.count))
  }

  /// A sid is not cleaned: what would be stripped from it makes it wrong.
  private mutating func store(_ value: Span<UInt8>, cleaning: Bool) -> Slot {
    let start = buffer.count
    if value.isPrintableASCII || !cleaning {
      if TextCleaning.isUnknown(value) { return Slot() }
      let length = cleaning ? min(value.count, TextCleaning.maximumScalars) : value.count
      buffer.append(value.extracting(0..<length))
    } else if let text = TextCleaning.knownText(value) {
      buffer.append(contentsOf: text.utf8)
    }
    return Slot(start: Int32(start), end: Int32(buffer.count))
  }

  func isKnown(_ field: FieldName) -> Bool { slots[field.rawValue].isKnown }

  /// Gives the bytes of a known value; nil when it is not known.
  func read<Value>(_ field: FieldName, _ body: (Span<UInt8>) -> Value?) -> Value? {
    let slot = slots[field.rawValue]
    return slot.isKnown ? body(buffer.span.extracting(slot.range)) : nil
  }

  /// Gives the bytes of a known value of entry `leg`, which is below ``legCount``.
  func read<Value>(
    _ part: LegFieldName.Part, leg: Int, _ body: (Span<UInt8>) -> Value?
  ) -> Value? {
    let slot = legSlots[leg * Self.partCount + part.rawValue]
    return slot.isKnown ? body(buffer.span.extracting(slot.range)) : nil
  }
}
