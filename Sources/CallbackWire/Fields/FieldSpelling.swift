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
    bytes.append(name.extracting(0..<min(name.count, Self.longest)))
    // In its own place, as it only becomes shorter.
    var normal = bytes.mutableSpan
    var end = 0
    for place in 0..<normal.count {
      switch normal[place] {
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "]"): continue
      case UInt8(ascii: "["): normal[end] = UInt8(ascii: ".")
      default: normal[end] = normal[place].asciiLowercase
      }
      end += 1
    }
    bytes.removeLast(bytes.count - end)
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
