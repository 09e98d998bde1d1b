/// A name in its normal form: lower case, without `_`, `-` and blanks, parts of a path joined by
/// dots. `AgentEmail`, `agent_email` and `agent-email` are one name, `Legs[0][Status]` is
/// `legs.0.status` (`families.md` § 1).
struct FieldSpelling {
  private(set) var bytes: [UInt8] = []

  /// Longer names mean nothing here.
  private static let longest = 512

  init() { bytes.reserveCapacity(64) }

  mutating func set(_ name: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    let length = min(name.count, Self.longest)
    bytes.append(addingCapacity: length) { output in
      output.withUnsafeMutableBufferPointer { bytes, count in
        name.extracting(0..<length).withUnsafeBufferPointer { name in
          count = Self.normalize(name, into: bytes)
        }
      }
    }
  }

  /// Gives the length of what it has written, which is not longer than the name.
  private static func normalize(
    _ name: UnsafeBufferPointer<UInt8>, into bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var length = 0
    for byte in name {
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "]"): continue
      case UInt8(ascii: "["): bytes[length] = UInt8(ascii: ".")
      default: bytes[length] = byte.asciiLowercase
      }
      length += 1
    }
    return length
  }

  /// The name in its normal form.
  static func normal(_ name: String) -> String {
    var (name, spelling) = (name, FieldSpelling())
    name.withUTF8 { spelling.set($0.span) }
    return String(decoding: spelling.bytes, as: UTF8.self)
  }
}

extension Span where Element == UInt8 {
  func equals(_ other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    for place in 0..<count where self[place] != other[place] { return false }
    return true
  }
}
