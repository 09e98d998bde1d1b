/// A field of one entry of `Legs`, as `legs.0.insights.status`.
struct LegFieldName {
  enum Part: Int, CaseIterable {
    case status, insightsStatus, number, onCallDuration, ringingDuration
    case insightsRingingDuration, causeCode, answeredBy, disconnectedBy, insightsDisconnectedBy

    private var spelling: StaticString {
      switch self {
      case .status: "status"
      case .insightsStatus: "insights.status"
      case .number: "number"
      case .onCallDuration: "oncallduration"
      case .ringingDuration: "ringingduration"
      case .insightsRingingDuration: "insights.ringingduration"
      case .causeCode: "causecode"
      case .answeredBy: "answeredby"
      case .disconnectedBy: "disconnectedby"
      case .insightsDisconnectedBy: "insights.disconnectedby"
      }
    }

    fileprivate init?(normal name: Span<UInt8>) {
      for part in Self.allCases where name.equals(part.spelling) {
        self = part
        return
      }
      return nil
    }
  }

  /// From 0; ``maximumLegs`` for all that are left out.
  let leg: Int
  /// Nil is the entry itself, or a part of it that is only kept.
  let part: Part?

  /// A call has no more attempts to reach agents; what is told of others is left out.
  static let maximumLegs = 200
  static let prefix: StaticString = "legs."

  /// Nil for anything but `legs.n` and what is in it.
  init?(normal name: Span<UInt8>) {
    guard name.starts(with: Self.prefix) else { return nil }
    var position = Self.prefix.utf8CodeUnitCount
    var leg = 0
    let start = position
    while position < name.count, let digit = name[position].decimalValue {
      leg = min(leg * 10 + digit, Self.maximumLegs)
      position += 1
    }
    guard position > start else { return nil }
    self.leg = leg
    if position == name.count {
      part = nil
    } else {
      guard name[position] == UInt8(ascii: ".") else { return nil }
      part = Part(normal: name.extracting((position + 1)..<name.count))
    }
  }
}
