/// What the API tells of a call, in its order and spelling.
///
/// Source: the samples of https://developer.exotel.com/docs/voice-v1/api-reference/connect-two-numbers
/// and https://developer.exotel.com/api/call-details.
package struct CallDetails: Hashable, Sendable {
  package var sid: String
  package var accountSid: String
  package var from: String
  package var to: String
  /// `PhoneNumberSid`.
  package var exoPhone: String
  /// `queued`, `ringing`, `in-progress`, or how the call ended.
  package var status: String
  /// As `2017-03-03 12:30:24`, in the account's zone; so are all times.
  package var dateCreated: String
  package var dateUpdated: String
  package var startTime: String
  package var endTime: String?
  /// In seconds, from the start to the end.
  package var duration: Int?
  package var recordingURL: String?

  package init(
    sid: String, accountSid: String, from: String, to: String, exoPhone: String, status: String,
    dateCreated: String, dateUpdated: String, startTime: String, endTime: String?, duration: Int?,
    recordingURL: String?
  ) {
    self.sid = sid
    self.accountSid = accountSid
    self.from = from
    self.to = to
    self.exoPhone = exoPhone
    self.status = status
    self.dateCreated = dateCreated
    self.dateUpdated = dateUpdated
    self.startTime = startTime
    self.endTime = endTime
    self.duration = duration
    self.recordingURL = recordingURL
  }

  /// The value of a member.
  package enum Value: Hashable, Sendable {
    case text(String?)
    case number(Int?)
  }

  /// All members; what an emulation cannot know, as the price, is empty. In JSON the address has
  /// `Calls.json` in it.
  package func members(uriBase: String) -> [(name: String, value: Value)] {
    [
      ("Sid", .text(sid)), ("ParentCallSid", .text(nil)), ("DateCreated", .text(dateCreated)),
      ("DateUpdated", .text(dateUpdated)), ("AccountSid", .text(accountSid)), ("To", .text(to)),
      ("From", .text(from)), ("PhoneNumberSid", .text(exoPhone)), ("Status", .text(status)),
      ("StartTime", .text(startTime)), ("EndTime", .text(endTime)), ("Duration", .number(duration)),
      ("Price", .number(nil)), ("Direction", .text("outbound-api")), ("AnsweredBy", .text(nil)),
      ("ForwardedFrom", .text(nil)), ("CallerName", .text(nil)),
      ("Uri", .text("/v1/Accounts/\(accountSid)/\(uriBase)/\(sid)")),
      ("RecordingUrl", .text(recordingURL)),
    ]
  }
}
