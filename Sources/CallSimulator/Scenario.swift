import CallModel

/// What is simulated: who works there, how calls arrive, what becomes of them, and what Exotel tells
/// of it.
package struct Scenario: Hashable, Sendable {
  package struct Agent: Hashable, Sendable {
    package var name: String?
    package var number: String
    package var team: String?
    /// The address of a softphone, as `sip:ashar1a2b3c`.
    package var softphone: String?
    /// The login: by it callbacks name the person beside a device.
    package var email: String?
    /// What the contact centre knows the person by.
    package var userID: String?
    /// How long it rings before this agent answers.
    package var answers: TimeSpread
    package var talks: TimeSpread

    package init(
      name: String?, number: String, team: String?, answers: TimeSpread, talks: TimeSpread
    ) {
      self.name = name
      self.number = number
      self.team = team
      self.answers = answers
      self.talks = talks
    }

    /// All addresses but the number.
    package var addresses: [String] { [softphone, email, userID].compactMap { $0 } }

    /// The device that a name or an address of this agent means: their number, but for that of the
    /// softphone.
    func device(_ name: String? = nil) -> Device {
      let address = name == softphone ? softphone ?? number : number
      return Device(address: address, email: email, userID: userID, name: self.name)
    }

    /// The softphone, where there is one.
    var softphoneDevice: Device { device(softphone) }
  }

  /// An ExoPhone.
  package struct Line: Hashable, Sendable {
    package var number: String
    package var label: String?

    package init(number: String, label: String?) {
      self.number = number
      self.label = label
    }
  }

  /// As `sequential-hunt`.
  package var name: String
  /// One line.
  package var summary = ""
  package var account = Account()
  package var agents: [Agent] = []
  package var lines: [Line] = []
  package var arrivals = Arrivals()
  /// The number of calls in all; nil for as many as arrive.
  package var calls: Int?
  package var flows: [Flow] = []

  package init(name: String) { self.name = name }

  /// False where calls arrive for ever.
  package var isFinite: Bool { calls != nil || arrivals.curve.last?.factor == 0 }

  /// The agents and lines as the board's roster has them.
  package func roster(country: Country) -> Roster {
    Roster(
      agents: agents.map {
        Roster.Entry(
          number: PhoneNumber($0.number, country: country), name: $0.name, team: $0.team,
          addresses: $0.addresses.map { PhoneNumber($0, country: country) })
      },
      lines: lines.compactMap { line in
        line.label.map {
          Roster.Line(number: PhoneNumber(line.number, country: country), label: $0)
        }
      })
  }
}

/// What Exotel tells of an account's calls.
package struct Account: Hashable, Sendable {
  /// In which encoding StatusCallbacks come.
  package enum Encoding: String, Hashable, Sendable, CaseIterable {
    case json, form, multipart
    /// Each call in one of all encodings, Connect events as a form at times.
    case mixed
  }

  package var tellsRinging = true
  package var tellsAnswered = true
  /// False for accounts whose callbacks have no `EventType`.
  package var namesEvents = true
  /// False where the Passthru tells by `DialCallStatus` alone how the call ended.
  package var namesCallTypes = true
  /// True where the flow has a Passthru applet after the Connect applet.
  package var tellsAfterCall = true
  /// False for calls whose StatusCallback subscribes to no event: the default payload comes alone.
  package var subscribes = true
  package var encoding = Encoding.multipart

  package init() {}
}
