/// The names of a request's first fields as they came. They are told where a request is refused, and
/// are read only then: what is taken need not pay for them.
struct FieldNames: FieldSink {
  /// In their order, cut where they are long; safe to show.
  private(set) var told: [String] = []

  private static let maximumCount = 12
  private static let maximumBytes = 64

  /// As far as the request can be read.
  init(of raw: RawCallback) {
    try? raw.read(into: &self)
  }

  mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    guard told.count < Self.maximumCount else { return }
    told.append(TextCleaning.cleaned(name.extracting(0..<min(name.count, Self.maximumBytes))))
  }
}
