extension Callback {
  /// What a leg of ExoML does in a bridge.
  package enum BridgeStep: String, Hashable, Sendable { case joins, leaves }

  /// What is reported of one entry of `Legs`.
  ///
  /// For a StatusCallback entry n is leg n + 1; for a disposition it is a dialed destination.
  package struct LegReport: Hashable, Sendable {
    /// From 0. Indexes may have holes.
    package var index: Int
    /// `Status`, else `Insights.Status`, normalised.
    package var status: String?
    /// `Number`: dispositions only.
    package var number: PhoneNumber?
    /// `OnCallDuration`.
    package var onCall: Duration?
    /// `RingingDuration`, else `Insights.RingingDuration`; zero means unknown and is nil here.
    package var ringing: Duration?
    /// `CauseCode`, upper case.
    package var causeCode: String?
    package var answeredBy: AnsweredBy?

    package init(
      index: Int = 0, status: String? = nil, number: PhoneNumber? = nil, onCall: Duration? = nil,
      ringing: Duration? = nil, causeCode: String? = nil
    ) {
      self.index = index
      self.status = status
      self.number = number
      self.onCall = onCall
      self.ringing = ringing
      self.causeCode = causeCode
    }
  }

  /// How a softphone or the contact centre says that a call ended: which of the two parties it was
  /// about, and what became of it.
  package struct FinalWord: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
      /// `from_leg_…`, `to_leg_…`.
      case from, to
      /// `agent_…`, `customer_…`.
      case agent, customer
    }

    /// Nil for `completed`, which is about both.
    package var subject: Subject?
    package var outcome: Leg.Outcome

    package init(_ outcome: Leg.Outcome, of subject: Subject? = nil) {
      self.subject = subject
      self.outcome = outcome
    }
  }

  /// Which way a call goes.
  package enum Way: Hashable, Sendable {
    case incoming, outgoing

    /// Which way a softphone's call goes: as it is told, else in where it is told which device is
    /// dialed (`families.md` § 3.4).
    package init(ofSoftphone told: Way?, dials: Bool) {
      self = told ?? (dials ? .incoming : .outgoing)
    }
  }

  /// The ExoPhone, and by which field it is told: of the best kind the first known counts.
  package struct LineName: Hashable, Sendable {
    package enum Kind: Int, Hashable, Sendable, Comparable {
      case callTo, virtualNumber, exophone, greenvn, phoneNumberSid, to

      package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    package var number: PhoneNumber
    package var kind: Kind

    package init(_ number: PhoneNumber, _ kind: Kind) {
      self.number = number
      self.kind = kind
    }
  }

  /// Who ended the call.
  package enum HungUpBy: String, Hashable, Sendable, CaseIterable { case agent, customer, bot }

  /// Who, or what, answered a leg.
  package enum AnsweredBy: String, Hashable, Sendable, CaseIterable { case human, machine }

  /// What is told of a bot's stream.
  package struct StreamReport: Hashable, Sendable {
    package var id: String?
    /// `completed`, `failed`, `canceled`; nil while it runs.
    package var status: String?
    /// It has stopped, though nothing may tell how.
    package var hasStopped = false
    package var duration: Duration?
    package var endedBy: HungUpBy?
    package var error: String?

    package init(id: String? = nil, status: String? = nil) {
      self.id = id
      self.status = status
    }
  }
}

extension Callback.Event {
  /// True for a word that Exotel does not document.
  package var isOther: Bool { if case .other = self { true } else { false } }

  package var isDisposition: Bool { if case .disposition = self { true } else { false } }
}
