/// The fields that mean something to the board (`callbacks.md` § 1); others are only kept.
enum FieldName: Int, CaseIterable, Sendable {
  case callSid, eventType, callType, status, dialCallStatus, dialWhomNumber, agentEmail
  case callFrom, callTo, from, to, phoneNumberSid
  case direction, recordingURL, customField, conversationDuration
  case created, currentTime, dateCreated, dateUpdated, eventTime, startTime, endTime

  /// The name on the wire.
  var spelling: StaticString {
    switch self {
    case .callSid: "CallSid"
    case .eventType: "EventType"
    case .callType: "CallType"
    case .status: "Status"
    case .dialCallStatus: "DialCallStatus"
    case .dialWhomNumber: "DialWhomNumber"
    case .agentEmail: "AgentEmail"
    case .callFrom: "CallFrom"
    case .callTo: "CallTo"
    case .from: "From"
    case .to: "To"
    case .phoneNumberSid: "PhoneNumberSid"
    case .direction: "Direction"
    case .recordingURL: "RecordingUrl"
    case .customField: "CustomField"
    case .conversationDuration: "ConversationDuration"
    case .created: "Created"
    case .currentTime: "CurrentTime"
    case .dateCreated: "DateCreated"
    case .dateUpdated: "DateUpdated"
    case .eventTime: "EventTime"
    case .startTime: "StartTime"
    case .endTime: "EndTime"
    }
  }

  private static let byLength: [[FieldName]] = {
    let longest = allCases.map(\.spelling.utf8CodeUnitCount).max() ?? 0
    return (0...longest).map { length in
      allCases.filter { $0.spelling.utf8CodeUnitCount == length }
    }
  }()

  init?(_ name: Span<UInt8>) {
    guard name.count < Self.byLength.count else { return nil }
    for field in Self.byLength[name.count] where name.equals(field.spelling) {
      self = field
      return
    }
    return nil
  }
}

/// A field of one entry of `Legs`, as `Legs[0][Insights][Status]`.
struct LegFieldName {
  enum Part: Int, CaseIterable {
    case status, insightsStatus, number, onCallDuration, ringingDuration, insightsRingingDuration
    case causeCode
  }

  /// From 0; below ``maximumLegs``.
  let leg: Int
  /// Nil is the entry itself, or a part of it that is only kept.
  let part: Part?

  static let maximumLegs = 32
  static let prefix: StaticString = "Legs["

  /// Nil for anything but `Legs[n]` and what is in it.
  init?(_ name: Span<UInt8>) {
    guard name.starts(with: Self.prefix) else { return nil }
    var position = Self.prefix.utf8CodeUnitCount
    var leg = 0
    let start = position
    while position < name.count, let digit = name[position].decimalValue {
      leg = leg * 10 + digit
      guard leg < Self.maximumLegs else { return nil }
      position += 1
    }
    guard position > start, position < name.count, name[position] == UInt8(ascii: "]") else {
      return nil
    }
    self.leg = leg
    self.part = Part(name.extracting((position + 1)..<name.count))
  }
}

extension LegFieldName.Part {
  private var spelling: StaticString {
    switch self {
    case .status: "[Status]"
    case .insightsStatus: "[Insights][Status]"
    case .number: "[Number]"
    case .onCallDuration: "[OnCallDuration]"
    case .ringingDuration: "[RingingDuration]"
    case .insightsRingingDuration: "[Insights][RingingDuration]"
    case .causeCode: "[CauseCode]"
    }
  }

  fileprivate init?(_ brackets: Span<UInt8>) {
    for part in Self.allCases where brackets.equals(part.spelling) {
      self = part
      return
    }
    return nil
  }
}
