import CallbackWire
import Testing

struct FieldNameTests {
  @Test(arguments: [
    "DialWhomNumber=9", "AgentEmail=a", "CallFrom=1", "CallTo=2", "From=3", "To=4", "Direction=x",
    "RecordingUrl=x", "CustomField=x", "ConversationDuration=5", "Created=2022-04-06+10:44:40",
    "CurrentTime=2022-04-06+10:44:40", "DateUpdated=2022-04-06+10:44:40",
    "StartTime=2022-04-06+10:44:40", "EndTime=2022-04-06+10:44:40", "DialCallStatus=busy",
    "Status=busy", "Legs[0][Number]=9", "Legs[0][Status]=x", "Legs[0][Insights][Status]=x",
    "Legs[0][OnCallDuration]=3", "Legs[0][RingingDuration]=3",
    "Legs[0][Insights][RingingDuration]=3", "Legs[0][CauseCode]=x",
  ])
  func `a disposition is another one with this field`(field: String) throws {
    let base = "CallSid=1&CallType=completed&Legs[0]="
    #expect(try decode(base) != decode(base + "&" + field))
  }

  @Test(arguments: [
    "PhoneNumberSid=9", "DateCreated=2022-04-06+10:44:40", "EventTime=2022-04-06+10:44:40",
  ])
  func `a StatusCallback is another one with this field`(field: String) throws {
    let base = "CallSid=1&EventType=terminal"
    #expect(try decode(base) != decode(base + "&" + field))
  }

  @Test(arguments: [
    ("AgentEmail=a", "agent_email=a"), ("Direction=x", "direction=x"), ("From=3", "FROM=3"),
    ("Legs[0][Status]=x", "legs[0][status]=x"), ("DialWhomNumber=9", "Dial-Whom+Number=9"),
  ])
  func `names are compared without regard to case and separators`(
    one: String, other: String
  ) throws {
    let base = "CallSid=1&CallType=completed&"
    #expect(try decode(base + one) == decode(base + other))
  }

  @Test func `what means nothing here tells deliveries apart all the same, but for the key`() throws
  {
    let base = "CallSid=1&CallType=completed&flow_id=1"
    #expect(try decode(base) != decode(base + "&tenant_id=2"))
    #expect(try decode(base) == decode(base + "&key=secret"))
    #expect(try decode(base) == decode(base + "&tenant_id=null"))
  }
}
