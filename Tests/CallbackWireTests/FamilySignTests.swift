import CallModel
import Testing

@testable import CallbackWire

/// A family is told by what Exotel's products send and by nothing else (`families.md` § 1 and 3).
@Suite struct FamilySignTests {
  private static let requests = [
    "EventType=Dial&Status=busy&DialWhomNumber=09880000001&CallFrom=09812300001",
    "EventType=Answered&Status=busy&CallFrom=09812300001&CurrentTime=2022-04-06+10:44:40",
    "CallType=call-attempt&CallFrom=09812300001", "CallType=completed&CallFrom=09812300001",
    "EventType=terminal&Status=completed&From=09880000001&To=09812300001",
    "DateUpdated=2022-04-06+10:44:40&Status=completed",
  ]

  @Test(
    arguments: requests,
    [
      "stream=prod", "streamer=1", "Stream=null", "Stream=", "Stream=[]", "Stream={}",
      "Stream={broken", "Stream[Status]=", "Stream[StreamSID]=null", "Stream[Note]=x", "StreamUrl=",
      "StreamType=x", "StreamingNote=x", "Legs=", "Legs=null", "Legs=[]", "legs=1", "Legs=[{broken",
      "Legs[0][Status]=", "Legs[0][Note]=x", "Legs=[null,{}]", "call_details=", "call_details=x",
      "call_details[state]=null", "call_details[note]=x", "call_details_url=x",
    ])
  func `what is not known, or not Exotel's, decides no family`(
    request: String, field: String
  ) throws {
    let plain = try decode("CallSid=1&" + request)
    for query in ["CallSid=1&\(request)&\(field)", "CallSid=1&\(field)&\(request)"] {
      let callback = try decode(query)
      #expect(callback.family == plain.family && callback.event == plain.event)
      #expect(callback.stream == nil && callback.isOdd == plain.isOdd)
    }
  }

  @Test(arguments: [
    #""Stream":null"#, #""Stream":{}"#, #""Stream":{"Status":null}"#, #""Legs":null"#,
    #""Legs":[]"#, #""Legs":[{"Status":null},null]"#, #""call_details":{"state":null}"#,
    #""call_details":{"customer_details":{}}"#,
  ])
  func `nor does a null in JSON`(member: String) throws {
    let callback = try decode(
      json: #"{"CallSid":"1","EventType":"Answered","CallFrom":"09812300001",\#(member)}"#)
    #expect(callback.family == .connect && callback.stream == nil)
  }

  @Test(arguments: [
    "StreamSid=s", "StreamUrl=wss://bot", "Stream[StreamSID]=s", "Stream[Status]=failed",
    "Stream[Duration]=3", "Stream[RecordingUrl]=https://x", "Stream[StreamUrl]=wss://bot",
    "Stream[DisconnectedBy]=bot", "Stream[Error]=x", "Stream[DetailedStatus]=x",
    "Stream={\"Status\":\"completed\"}",
  ])
  func `each field of a stream tells of one`(field: String) throws {
    let callback = try decode("CallSid=1&From=2&" + field)
    #expect(callback.family == .stream && callback.stream != nil)
    let passthru = try decode("CallSid=1&From=2&CallType=call-attempt&" + field)
    #expect(passthru.family == .flow && passthru.stream != nil)
  }

  @Test(arguments: [
    "Legs[0][Status]=completed", "Legs[1][OnCallDuration]=0", "Legs=[{\"Status\":\"busy\"}]",
    "Legs[0][Insights][Status]=busy",
  ])
  func `a leg that is told makes an event with a caller a StatusCallback's`(field: String) throws {
    let callback = try decode("CallSid=1&EventType=answered&CallFrom=1&" + field)
    #expect(callback.family == .statusCallback)
  }

  @Test(arguments: [
    "call_details[call_state]=active", "call_details[customer_details][status]=ringing",
    "call_details[assigned_agent_details][user_id]=u1", "call_details[sid]=1",
  ])
  func `each field of the contact centre tells of it`(field: String) throws {
    #expect(try decode("CallSid=1&CallFrom=2&" + field).family == .contactCentre)
  }
}
