import CallModel
import CallbackWire
import Foundation

/// Callbacks decoded per second, per encoding, beside Foundation on the same bytes.
enum Decoding {
  private static let connect = CallbackFields(
    [
      ("CallSid", "054cfcd8910389ff64882d8e25211646"), ("CallFrom", "+919812300001"),
      ("CallTo", "08044556678"), ("Direction", "incoming"), ("Created", "2022-04-06 10:44:40"),
      ("From", "+919812300001"), ("To", "08044556678"), ("CurrentTime", "2022-04-06 10:44:43"),
      ("DialWhomNumber", "+919880000001"), ("Status", "busy"), ("EventType", "Ringing"),
      ("AgentEmail", "asha@example.com"),
    ].map { .init(name: $0.0, value: $0.1) })

  private static let terminal = CallbackFields(
    [
      ("CallSid", "054cfcd8910389ff64882d8e25211646"), ("EventType", "terminal"),
      ("DateCreated", "2022-04-06 10:48:00"), ("DateUpdated", "2022-04-06 10:48:16"),
      ("Status", "completed"), ("To", "08780296135"), ("From", "07874762218"),
      ("PhoneNumberSid", "08044556678"), ("StartTime", "2022-04-06 10:48:04"),
      ("EndTime", "2022-04-06 10:48:16"), ("EventTime", "2022-04-06 10:48:16"),
      ("Direction", "outbound-api"),
      ("RecordingUrl", "https://s3.example.com/recordings/054cfcd8910389ff64882d8e25211646.mp3"),
      ("ConversationDuration", "6"), ("Legs[0][OnCallDuration]", "12"),
      ("Legs[0][RingingDuration]", "4"), ("Legs[0][Status]", "completed"),
      ("Legs[1][OnCallDuration]", "6"), ("Legs[1][RingingDuration]", "3"),
      ("Legs[1][Status]", "completed"),
    ].map { .init(name: $0.0, value: $0.1) })

  static func run() {
    print("Decoding one callback")
    let decoder = CallbackDecoder()
    let key = SecretRedaction("0123456789abcdef0123456789abcdef")
    for (name, fields, encoding) in [
      ("Connect event, query of 12 fields", connect, CallbackEncoder.Encoding.query),
      ("StatusCallback, JSON", terminal, .json), ("StatusCallback, form", terminal, .form),
      ("StatusCallback, multipart", terminal, .multipart),
    ] {
      let raw = CallbackEncoder(encoding).encode(fields)
      let size = max(raw.body.count, raw.target.utf8.count)
      Measure.row("\(name), \(size) bytes", Measure.nanoseconds { _ = try? decoder.decode(raw) })
      Measure.row("  looking for the key in it", Measure.nanoseconds { _ = raw.hidingKey(key) })
    }
    let query = CallbackEncoder(.query).encode(connect).target
    Measure.row(
      "Foundation: URLComponents on that query",
      Measure.nanoseconds { _ = URLComponents(string: query)?.queryItems })
    let json = Data(CallbackEncoder(.json).encode(terminal).body)
    Measure.row(
      "Foundation: JSONSerialization on that JSON",
      Measure.nanoseconds { _ = try? JSONSerialization.jsonObject(with: json) })
  }
}
