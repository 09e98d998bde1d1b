extension Call {
  /// With its numbers masked, and without the address of its recording.
  package var masked: Call {
    var call = self
    call.from = from?.masked
    call.to = to?.masked
    call.virtualNumber = virtualNumber?.masked
    call.recordingURL = recordingURL.map { _ in "***" }
    call.customField = customField.map { PhoneNumber.masking(numbersIn: $0) }
    for place in legs.indices {
      call.legs[place].number = legs[place].number?.masked
      call.legs[place].name = legs[place].name.map { PhoneNumber.masking(numbersIn: $0) }
    }
    for (place, companion) in companions.enumerated() {
      call.companions[place].number = companion.number?.masked
      call.companions[place].name = companion.name.map { PhoneNumber.masking(numbersIn: $0) }
    }
    return call
  }
}

extension Callback {
  /// With its numbers masked, and without the address of its recording.
  package var masked: Callback {
    func masking(_ text: String) -> String { PhoneNumber.masking(numbersIn: text) }
    var callback = self
    callback.agent = agent?.masked
    callback.agentName = agentName.map(masking)
    callback.from = from?.masked
    callback.to = to?.masked
    callback.customer = customer?.masked
    callback.aliases = aliases.map(\.masked)
    callback.line = line.map { .init($0.number.masked, $0.kind) }
    callback.digits = digits.map { _ in "***" }
    callback.voicemailURL = voicemailURL.map { _ in "***" }
    callback.customField = customField.map(masking)
    callback.recordingURL = recordingURL.map { _ in "***" }
    for place in legs.indices { callback.legs[place].number = legs[place].number?.masked }
    switch event {
    case .other(let word): callback.event = .other(masking(word))
    case .disposition(let word): callback.event = .disposition(masking(word))
    case .dial, .ringing, .answered, .terminal, .begin, .over, .flow, .stream, .note: break
    }
    return callback
  }
}

extension CallRow {
  /// With its numbers masked.
  package var masked: CallRow {
    var row = self
    row.call = call.masked
    row.legNames = legNames.map { $0.map { PhoneNumber.masking(numbersIn: $0) } }
    row.lineLabel = lineLabel.map { PhoneNumber.masking(numbersIn: $0) }
    return row
  }
}

extension Agent {
  /// With its numbers masked.
  package var masked: Agent {
    var agent = self
    agent.number = number.masked
    agent.addresses = addresses.map(\.masked)
    agent.joinedByCallbacks = joinedByCallbacks.map(\.masked)
    agent.name = name.map { PhoneNumber.masking(numbersIn: $0) }
    agent.with = with?.masked
    agent.line = line?.masked
    return agent
  }
}
