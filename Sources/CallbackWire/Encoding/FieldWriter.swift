import CallModel

/// Fields that are being written, and how values are spelled in them.
struct FieldWriter {
  private(set) var fields = CallbackFields()
  let zone: CivilZone

  init(zone: CivilZone) {
    self.zone = zone
  }

  /// A field that is always there, empty where nothing is known.
  mutating func put(_ name: String, _ value: String?) { fields.append(name, value) }

  /// A field that is there only where something is known.
  mutating func add(_ name: String, _ value: String?) {
    if let value { fields.append(name, value) }
  }

  /// What every applet of a flow sends first.
  mutating func putApplet(_ callback: Callback, callTo: PhoneNumber?) {
    put("CallSid", callback.sid)
    put("CallFrom", callback.from?.text)
    put("CallTo", callTo?.text)
    put("Direction", callback.direction)
    put("Created", plain(callback.created))
    put("From", callback.from?.text)
    put("To", callback.to?.text)
    put("CurrentTime", plain(callback.eventTime))
  }

  /// `2022-04-06 10:44:40`, in the account's zone.
  func plain(_ moment: Instant?) -> String? {
    moment.map {
      let civil = CivilTime($0, in: zone)
      return civil.date + " " + civil.time
    }
  }

  /// `2024-01-15T10:30:00+05:30`, with the offset that the account's zone has then.
  func zoned(_ moment: Instant?) -> String? {
    moment.map {
      let civil = CivilTime($0, in: zone)
      return civil.date + "T" + civil.time + zone.offset(at: $0)
    }
  }

  /// `2024-01-15T05:00:00.529Z`.
  func utc(_ moment: Instant?) -> String? {
    moment.map {
      let civil = CivilTime($0)
      return civil.date + "T" + civil.time + "." + CivilTime.digits(civil.millisecond, 3) + "Z"
    }
  }

  /// `32`, or `4.350` where it is no whole number of seconds.
  func seconds(_ duration: Duration?) -> String? {
    duration.map {
      let (seconds, rest) = $0.wholeMilliseconds.quotientAndRemainder(dividingBy: 1_000)
      return rest == 0 ? "\(seconds)" : "\(seconds)." + CivilTime.digits(Int(rest), 3)
    }
  }
}
