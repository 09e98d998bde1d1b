import CallModel

extension FieldMeaning {
  /// What means the same in every family.
  static let common: [String: FieldMeaning] = [
    "callsid": .init("the id of the call", .text),
    "eventtype": .init("what has happened", .text),
    "dialwhomnumber": .init("the agent that is dialed", .phone),
    "agentemail": .init("the agent's mail, another address of theirs", .text),
    "direction": .init("which way the call goes", .text),
    "recordingurl": .init("where the recording is", .text),
    "presignedrecordingurl": .init("where the recording is, for a while", .text),
    "recordingurllist": .init("where the recordings are", .text),
    "callrecordings": .init("where the recordings are", .text),
    "recordings": .init("where the recordings are", .text),
    "voicemailurl": .init("where the caller's message is", .text),
    "customfield": .init("what the application gave along", .text),
    "digits": .init("keys that the caller pressed", .text),
    "disconnectedby": .init("who ended the call", .word(parties)),
    "insights.disconnectedby": .init("who ended the call", .word(parties)),
  ]

  /// What Exotel documents, or sends, and the board has no use for.
  static let kept: [String: String] = [
    "status": "the status of the call, or of an agent", "calltype": "how far the call has come",
    "created": "when the call was asked for", "currenttime": "when this was sent",
    "datecreated": "when the call began", "dateupdated": "when the call changed last",
    "eventtime": "when this happened", "starttime": "when the call began",
    "endtime": "when the call ended", "conversationduration": "seconds that both talked",
    "dialcallstatus": "how the dialing of agents ended",
    "oncallduration": "seconds on the call",
    "dialcallduration": "seconds from the dial to the end, ringing included: no talk time",
    "callstatus": "the status of the call, which says nothing of agents",
    "forwardedfrom": "the number it was forwarded from",
    "outgoingphonenumber": "the number that was shown", "processstatus": "how far the recording is",
    "recordingavailableby": "when the recording will be there", "flowid": "the flow of the call",
    "tenantid": "the account", "passthru": "the query once more: not looked into",
    "key": "the listener's secret", "legs": "the legs: none, or as JSON in a text",
    "stream": "the stream: none, or as JSON in a text", "accountsid": "the account",
    "parentcallsid": "the call that this one belongs to", "price": "what the call cost",
    "uri": "the address of the call in the API", "customerid": "the account",
    "appid": "the application", "ticketid": "the ticket that the call is about",
    "createdat": "when the record was made", "updatedat": "when the record changed",
    "phonenumbersid": "the ExoPhone",
    "from": "one of the numbers", "to": "one of the numbers",
  ]
}
