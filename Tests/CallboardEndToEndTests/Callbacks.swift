import CallbackWire
import Foundation
import MonitorHTTP

/// Callbacks as they come over the wire, with times of this very moment.
enum Callbacks {
  /// A Connect event of the agent pass-through, a number of seconds after the first of its call.
  static func connect(
    _ event: String, sid: String, agent: String = "+919880000001", after seconds: Int = 0
  ) -> RawCallback {
    let fields = [
      ("CallSid", sid), ("CallFrom", "+919812300001"), ("CallTo", "08044556678"),
      ("Direction", "incoming"), ("From", "+919812300001"), ("To", "08044556678"),
      ("CurrentTime", time(after: seconds)), ("DialWhomNumber", agent),
      ("Status", event == "Terminal" ? "free" : "busy"), ("EventType", event),
    ]
    return CallbackEncoder(.query).encode(
      CallbackFields(fields.map { .init(name: $0.0, value: $0.1) }))
  }

  /// The sample that Exotel publishes of a second leg that rings, as JSON.
  static let publishedRinging = RawCallback(
    method: "POST", target: "/exotel", contentType: "application/json",
    body: Array(
      """
      {"CallSid":"09c14403fb2a31097ba5ed64f9251646","EventType":"ringing",
       "DateCreated":"2022-04-06 10:44:40","DateUpdated":"2022-04-06 10:44:46",
       "Status":"in-progress","To":"08780296135","From":"07874762218",
       "PhoneNumberSid":"08044556678","StartTime":"2022-04-06 10:44:44","EndTime":null,
       "EventTime":"2022-04-06 10:44:46","Direction":"outbound-api","RecordingUrl":null,
       "ConversationDuration":null,
       "Legs":[{"OnCallDuration":null,"Status":"in-progress"},
               {"OnCallDuration":null,"Status":"in-progress"}]}
      """.utf8))

  /// The terminal sample that Exotel publishes, as JSON.
  static let publishedTerminal = RawCallback(
    method: "POST", target: "/exotel", contentType: "application/json",
    body: Array(
      """
      {"CallSid":"054cfcd8910389ff64882d8e25211646","EventType":"terminal",
       "DateCreated":"2022-04-06 10:48:00","DateUpdated":"2022-04-06 10:48:16",
       "Status":"completed","To":"08780296135","From":"07874762218",
       "PhoneNumberSid":"08044556678","StartTime":"2022-04-06 10:48:04",
       "EndTime":"2022-04-06 10:48:16","EventTime":"2022-04-06 10:48:16",
       "Direction":"outbound-api","RecordingUrl":"https://recordings.example.com/054c.mp3",
       "ConversationDuration":6,
       "Legs":[{"OnCallDuration":12,"RingingDuration":4,"Status":"completed"},
               {"OnCallDuration":6,"RingingDuration":3,"Status":"completed"}]}
      """.utf8))

  /// In the account's zone, as Exotel writes it.
  private static func time(after seconds: Int) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 19_800)
    formatter.dateFormat = "yyyy-MM-dd HH:mm:ss"
    return formatter.string(from: Date().addingTimeInterval(Double(seconds)))
  }
}
