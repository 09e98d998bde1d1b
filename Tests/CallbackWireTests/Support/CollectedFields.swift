import CallModel
import CallbackWire
import Testing

/// Takes what a reader of an encoding gives, unchanged.
struct CollectedFields: FieldSink {
  var names: [String] = []
  var values: [String] = []

  mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    names.append(text(name))
    values.append(text(value))
  }

  /// `name=value` of each.
  var pairs: [String] { zip(names, values).map { "\($0)=\($1)" } }

  private func text(_ bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    for index in 0..<bytes.count { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}

/// The same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A GET of that query, decoded.
func decode(_ query: String, country: String = "IN") throws -> Callback {
  let country = try #require(Country(rawValue: country))
  return try CallbackDecoder(country: country).decode(
    RawCallback(method: "GET", target: "/exotel?" + query))
}

/// A POST of that JSON, decoded.
func decode(json: String) throws -> Callback {
  try CallbackDecoder().decode(
    RawCallback(
      method: "POST", target: "/exotel", contentType: "application/json", body: Array(json.utf8)))
}
