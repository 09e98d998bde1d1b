/// The fields that mean something to the board (`families.md` § 3), if only by which family is told;
/// others are only kept.
///
/// A raw value is a place among all.
enum FieldName: Int, CaseIterable, Sendable {
  // The call
  case callSid, detailsCallSid, detailsSid, legSid

  // What has happened
  case eventType, callType, status, callStatus, dialCallStatus, callState, callDetail, event
  case eventName, eventSid, statusType

  // Who
  case dialWhomNumber, agentEmail, appUserID, userID, callFrom, callTo, from, to, number
  case fromNumber, toNumber, direction

  // The line
  case phoneNumberSid, virtualNumber, exophone, greenvn

  // When
  case created, currentTime, dateCreated, dateUpdated, eventTime, eventTimestamp, timestamp
  case startTime, endTime

  // How long
  case conversationDuration, totalDuration, onCallDuration, talkTime

  // Recordings, and what else is told
  case recordingURL, signedRecordingURL, recordingURLList, callRecordings, recordings
  case voicemailURL, recordingAvailableBy, customField, digits, disconnectedBy
  case insightsDisconnectedBy, campaignSid

  // A bot's stream
  case streamSid, streamURL, streamStreamSid, streamStatus, streamDuration, streamRecordingURL
  case streamStreamURL, streamDisconnectedBy, streamError, streamDetailedStatus

  // The contact centre
  case centreEvent, centreState, centreShortState, centreStatus, centreShortStatus
  case centreDirection, centreLine, centreStart, centreEnd, centreTalk, centreRecordings
  case centreCustomField, centreUser, centreUserName, centreAgent, centreCustomer
  case centreCustomerStatus

  // A leg of the new platform
  case legContact, legExophone, legDirection, legTerminalStatus, legStart, legEnd, legBridge

  private static let byLength: [[(spelling: StaticString, field: FieldName)]] = {
    let longest = allCases.map(\.spelling.utf8CodeUnitCount).max() ?? 0
    return (0...longest).map { length in
      allCases.filter { $0.spelling.utf8CodeUnitCount == length }.map { ($0.spelling, $0) }
    }
  }()

  /// The field of a name in its normal form; nil for one that means nothing here.
  init?(normal name: Span<UInt8>) {
    guard name.count < Self.byLength.count else { return nil }
    for (spelling, field) in Self.byLength[name.count] where name.equals(spelling) {
      self = field
      return
    }
    return nil
  }

  /// Those of a bot's stream, by any of which it is told.
  static let ofStream: [FieldName] = [
    .streamSid, .streamURL, .streamStreamSid, .streamStatus, .streamDuration, .streamRecordingURL,
    .streamStreamURL, .streamDisconnectedBy, .streamError, .streamDetailedStatus,
  ]

  /// Those of `call_details`, by any of which the contact centre is told.
  static let ofCallDetails: [FieldName] = [
    .detailsCallSid, .detailsSid, .centreState, .centreShortState, .centreStatus,
    .centreShortStatus, .centreDirection, .centreLine, .centreStart, .centreEnd, .centreTalk,
    .centreRecordings, .centreCustomField, .centreUser, .centreUserName, .centreAgent,
    .centreCustomer, .centreCustomerStatus,
  ]

  /// True for one that may be a list, of which the last known entry counts.
  var isList: Bool {
    self == .recordingURLList || self == .callRecordings || self == .recordings
      || self == .centreRecordings
  }

  /// How much of its value is kept, in scalars.
  var maximumScalars: Int {
    switch self {
    case .recordingURL, .signedRecordingURL, .recordingURLList, .callRecordings, .recordings,
      .centreRecordings, .voicemailURL, .streamRecordingURL:
      TextCleaning.maximumLinkScalars
    default: TextCleaning.maximumScalars
    }
  }

  /// True for one that names a call. It is not cleaned: what would be taken out makes it wrong.
  var isSid: Bool {
    self == .callSid || self == .detailsCallSid || self == .detailsSid || self == .legSid
  }
}
