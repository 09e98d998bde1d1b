/// Sums up the fields of a request, those that mean nothing too: equal for two deliveries of one
/// callback, in whatever encoding and order of fields; another one in every process.
///
/// It need not withstand whoever looks for two requests with one sum: callbacks are only taken for the
/// same where they also say the same.
struct FieldFingerprint {
  private(set) var value: UInt64 = 0
  /// The first names of which a value is known: of one of them the first value counts. Of those
  /// beyond them, which no callback has, all count.
  private var names: [UInt64] = []

  private static let maximumNames = 200

  init() { names.reserveCapacity(32) }

  /// `name` is in its normal form. The key, and what is not known, do not count.
  mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>, _ traits: ValueTraits) {
    guard !traits.isUnknown, !name.equals("key") else { return }
    let hash = Self.hash(name, Self.seed)
    let isAmongFirst = names.count < Self.maximumNames
    if isAmongFirst, names.contains(hash) { return }
    if traits.isPrintable {
      add(value, hash)
    } else if let text = TextCleaning.knownText(value) {
      add(text.utf8.span, hash)
    } else {
      return
    }
    if isAmongFirst { names.append(hash) }
  }

  /// Without the blanks at its ends, and without a plus, which a form turns into a blank.
  private mutating func add(_ value: Span<UInt8>, _ name: UInt64) {
    var range = value.trimmedRange
    if let first = range.first, value[first] == UInt8(ascii: "+") { range = range.dropFirst() }
    self.value &+= Self.hash(value.extracting(range), name)
  }

  private static let seed = UInt64.random(in: .min ... .max)

  /// Mixes eight bytes at a time.
  private static func hash(_ bytes: Span<UInt8>, _ seed: UInt64) -> UInt64 {
    var hash = seed ^ UInt64(bytes.count)
    bytes.withUnsafeBytes { bytes in
      var place = 0
      while place + 8 <= bytes.count {
        mix(&hash, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        place += 8
      }
      var rest: UInt64 = 0
      while place < bytes.count {
        rest = rest << 8 | UInt64(bytes[place])
        place += 1
      }
      mix(&hash, rest)
    }
    return hash
  }

  private static func mix(_ hash: inout UInt64, _ word: UInt64) {
    let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    hash = product.high ^ product.low &+ 0xD6E8_FEB8_6659_FD93
  }
}
