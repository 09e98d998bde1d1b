import CallModel

/// The known fields of a request as values, by the dialing rules and the zone of the account.
///
/// A class, as it is handed to many, and a copy of its fields costs.
final class FieldReader {
  let fields: KnownFields
  let country: Country
  let zone: CivilZone
  /// When the request came, where that is known.
  let arrival: Instant?

  init(fields: consuming KnownFields, country: Country, zone: CivilZone, arrival: Instant?) {
    self.fields = fields
    self.country = country
    self.zone = zone
    self.arrival = arrival
  }

  func isKnown(_ field: FieldName) -> Bool { fields.isKnown(field) }

  func text(_ field: FieldName) -> String? { fields.read(field, FieldValue.trimmedText) }

  /// As it came.
  func rawText(_ field: FieldName) -> String? { fields.read(field, FieldValue.text) }

  /// A status in its normal spelling.
  func word(_ field: FieldName) -> String? { fields.read(field, FieldValue.statusWord) }

  func phone(_ field: FieldName) -> PhoneNumber? {
    fields.read(field) { FieldValue.phone($0, country: country) }
  }

  func time(_ field: FieldName) -> Instant? {
    fields.read(field) { ProviderTime.read($0, zone: zone, arrival: arrival) }
  }

  func duration(_ field: FieldName) -> Duration? { fields.read(field, FieldValue.duration) }

  /// The first of these that is known.
  func first<Value>(_ fields: FieldName..., read: (FieldName) -> Value?) -> Value? {
    for field in fields {
      if let value = read(field) { return value }
    }
    return nil
  }

  /// The line, as that field names it.
  func line(_ field: FieldName, _ kind: Callback.LineName.Kind) -> Callback.LineName? {
    phone(field).map { Callback.LineName($0, kind) }
  }

  /// The line by the fields that name it in every family, the best kind first.
  var toldLine: Callback.LineName? {
    line(.virtualNumber, .virtualNumber) ?? line(.exophone, .exophone) ?? line(.greenvn, .greenvn)
      ?? line(.phoneNumberSid, .phoneNumberSid)
  }

  /// The line of a call into a flow: `CallTo` before all others, and behind them `To`, which can be a
  /// trunk that all calls of the account share, or another field.
  func calledLine(last: FieldName) -> Callback.LineName? {
    line(.callTo, .callTo) ?? toldLine ?? line(last, .to)
  }

  /// An end, where it is not before the start.
  func trueEnd(_ end: FieldName, after start: FieldName) -> Instant? {
    guard let moment = time(end) else { return nil }
    if let begin = time(start), moment < begin { return nil }
    return moment
  }

  func hungUpBy(_ fields: FieldName...) -> Callback.HungUpBy? {
    for field in fields {
      if let who = word(field).flatMap(Callback.HungUpBy.init(word:)) { return who }
    }
    return nil
  }

  /// What is told of each entry of `Legs` that came, in the order of their indexes.
  func legs() -> [Callback.LegReport] {
    fields.legs.sorted().map { leg in
      var report = Callback.LegReport(
        index: leg,
        status: fields.read(.status, leg: leg, FieldValue.statusWord)
          ?? fields.read(.insightsStatus, leg: leg, FieldValue.statusWord),
        number: fields.read(.number, leg: leg) { FieldValue.phone($0, country: country) },
        onCall: fields.read(.onCallDuration, leg: leg, FieldValue.duration),
        ringing: fields.read(.ringingDuration, leg: leg, FieldValue.ringing)
          ?? fields.read(.insightsRingingDuration, leg: leg, FieldValue.ringing),
        causeCode: fields.read(.causeCode, leg: leg, FieldValue.upperCased))
      report.answeredBy = fields.read(.answeredBy, leg: leg, FieldValue.statusWord)
        .flatMap(Callback.AnsweredBy.init(rawValue:))
      return report
    }
  }

  /// Who hung up, as entries of `Legs` tell it: the first that is known.
  var legsHungUpBy: Callback.HungUpBy? {
    for leg in fields.legs.sorted() {
      let word =
        fields.read(.disconnectedBy, leg: leg, FieldValue.statusWord)
        ?? fields.read(.insightsDisconnectedBy, leg: leg, FieldValue.statusWord)
      if let who = word.flatMap(Callback.HungUpBy.init(word:)) { return who }
    }
    return nil
  }
}

extension Callback.HungUpBy {
  /// Nil for any other word.
  init?(word: String) {
    switch word {
    case "agent": self = .agent
    case "customer", "user", "caller": self = .customer
    case "bot": self = .bot
    default: return nil
    }
  }
}

extension Callback.Way {
  /// What a `Direction` says, of Connect's pass-through too; nil for any other word.
  init?(direction: String) {
    let word = direction.lowercased()
    if word.hasPrefix("outbound") {
      self = .outgoing
    } else if word == "inbound" || word == "incoming" {
      self = .incoming
    } else {
      return nil
    }
  }
}
