/// Sums up the fields of a request, those that mean nothing too: equal for two deliveries of one
/// callback, in whatever encoding and order of fields; another one in every process.
struct FieldFingerprint {
  private(set) var value: UInt64 = 0
  /// The names of which a value is known: of one name the first counts.
  private var names: [Int] = []

  /// `name` is in its normal form. The key, and what is not known, do not count.
  mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    guard !name.equals("key"), !TextCleaning.isUnknown(value) else { return }
    let hash = Self.hash(name, 0)
    guard !names.contains(hash) else { return }
    names.append(hash)
    if value.isPrintableASCII {
      add(value, hash)
    } else if let text = TextCleaning.knownText(value) {
      add(text.utf8.span, hash)
    } else {
      names.removeLast()
    }
  }

  /// Without the blanks at its ends, and without a plus, which a form turns into a blank.
  private mutating func add(_ value: Span<UInt8>, _ name: Int) {
    var range = value.trimmedRange
    if let first = range.first, value[first] == UInt8(ascii: "+") { range = range.dropFirst() }
    self.value &+= UInt64(bitPattern: Int64(Self.hash(value.extracting(range), name)))
  }

  private static func hash(_ bytes: Span<UInt8>, _ seed: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(seed)
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
