import CallbackWire
import Foundation
import Testing

/// The own JSON reader against `JSONSerialization`, on right and on broken texts.
struct JSONReferenceTests {
  /// The fields that Foundation finds; nil where it refuses, or finds no object.
  private func reference(_ bytes: [UInt8]) -> [(name: String, value: Any)]? {
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)),
      let members = object as? [String: Any]
    else { return nil }
    var fields: [(name: String, value: Any)] = []
    for (name, value) in members { flatten(value, name, into: &fields) }
    return fields
  }

  private func flatten(
    _ value: Any, _ name: String, into fields: inout [(name: String, value: Any)]
  ) {
    if let members = value as? [String: Any], !members.isEmpty {
      for (key, member) in members { flatten(member, "\(name)[\(key)]", into: &fields) }
    } else if let entries = value as? [Any], !entries.isEmpty {
      for (index, entry) in entries.enumerated() {
        flatten(entry, "\(name)[\(index)]", into: &fields)
      }
    } else if value is NSNull || value is [Any] || value is [String: Any] {
      fields.append((name, ""))
    } else {
      fields.append((name, value))
    }
  }

  private func own(_ bytes: [UInt8]) -> Result<CollectedFields, CallbackDecodingError> {
    var fields = CollectedFields()
    do {
      try JSONFields.read(bytes.span, into: &fields)
      return .success(fields)
    } catch { return .failure(error) }
  }

  /// Where RFC 8259 is on our side: Foundation takes a comma before a closing brace, and refuses
  /// numbers beyond the range of `Double`.
  private func isKnownQuirk(
    _ own: Result<CollectedFields, CallbackDecodingError>, _ bytes: [UInt8]
  ) -> Bool {
    switch own {
    case .success(let fields):
      fields.values.contains { Double($0)?.isInfinite == true }
    case .failure(.badJSON(let byte, "a member's name in double quotes")):
      byte < bytes.count && bytes[byte] == UInt8(ascii: "}")
        && bytes[..<byte].last { $0 > 0x20 } == UInt8(ascii: ",")
    case .failure: false
    }
  }

  private func agrees(_ text: String, _ value: Any) -> Bool {
    if let string = value as? String { return Array(string.utf8) == Array(text.utf8) }
    guard let number = value as? NSNumber else { return false }
    switch text {
    case "true": return number.boolValue
    case "false": return !number.boolValue
    default:
      // Foundation rounds more than once, and can be off by the last bits.
      guard let double = Double(text) else { return false }
      return abs(double - number.doubleValue) <= 8 * double.ulp
    }
  }

  private func compare(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let reference = reference(bytes)
    let own = own(bytes)
    if isKnownQuirk(own, bytes) { return false }
    #expect(((try? own.get()) == nil) == (reference == nil), "\(text.debugDescription)")
    guard case .success(let own) = own, let reference else { return false }
    // A breakage can make two names equal; which one counts then is our own rule.
    guard Set(own.names).count == own.names.count, own.names.count == reference.count else {
      return true
    }
    let values = Dictionary(uniqueKeysWithValues: zip(own.names, own.values))
    for (name, value) in reference {
      #expect(values[name].map { agrees($0, value) } == true, "\(name) in \(text.debugDescription)")
    }
    return true
  }

  @Test(arguments: 0..<5) func `right texts are read as Foundation reads them`(seed: UInt64) {
    var source = RandomJSON(seed: seed)
    for _ in 0..<2000 {
      #expect(compare(Array(source.object().utf8)))
    }
  }

  @Test(arguments: 10..<20) func `broken texts are refused where Foundation does`(seed: UInt64) {
    var source = RandomJSON(seed: seed)
    var refused = 0
    for _ in 0..<2000 {
      refused += compare(source.broken(source.object())) ? 0 : 1
    }
    #expect((200..<1900).contains(refused))
  }
}
