import CallModel

/// Writes callbacks as their families send them: what the readings of the families read, backwards.
///
/// What a family does not tell is lost, and so is what the readings only conclude.
package struct CallbackWriter: Sendable {
  /// The account's: most times are told without one.
  package var zone: CivilZone
  /// False for accounts whose Connect events have no `EventType`.
  package var namesEvents = true
  /// False where a flow tells of the end by `DialCallStatus` alone, as far as it can.
  package var namesCallTypes = true

  package init(zone: CivilZone) {
    self.zone = zone
  }

  /// In the order in which Exotel has them. Of a callback of no family the call alone is named.
  package func fields(of callback: Callback) -> CallbackFields {
    var fields = FieldWriter(zone: zone)
    switch callback.family {
    case .connect: ConnectWriting(namesEvents: namesEvents).write(callback, to: &fields)
    case .flow: FlowWriting(namesCallTypes: namesCallTypes).write(callback, to: &fields)
    case .statusCallback: StatusCallbackWriting().write(callback, to: &fields)
    case .softphone: SoftphoneWriting().write(callback, to: &fields)
    case .contactCentre: ContactCentreWriting().write(callback, to: &fields)
    case .stream: StreamWriting().write(callback, to: &fields)
    case .leg: LegWriting().write(callback, to: &fields)
    case .bridge: BridgeWriting().write(callback, to: &fields)
    case .campaign: CampaignWriting().write(callback, to: &fields)
    case nil: fields.put("CallSid", callback.sid)
    }
    return fields.fields
  }
}

/// How the callbacks of one product are written.
protocol FamilyWriting {
  /// Puts all fields of the callback that the family has.
  func write(_ callback: Callback, to fields: inout FieldWriter)
}
