import Testing

@testable import CallbackWire

@Suite struct ConnectRequestTests {
  private static let numbers = "From=09880000001&To=%2B919812300001&CallerId=0804455%206678"

  private func request(_ parameters: String, inBody: Bool = false) throws -> ConnectRequest {
    let path = "/v1/Accounts/demo/Calls/connect.json"
    return try ConnectRequest(
      inBody
        ? RawCallback(
          method: "POST", target: path, contentType: "application/x-www-form-urlencoded",
          body: Array(parameters.utf8))
        : RawCallback(method: "POST", target: path + "?" + parameters))
  }

  @Test(arguments: [false, true])
  func `all parameters, in the query or in a form`(inBody: Bool) throws {
    let request = try request(
      Self.numbers + "&TimeLimit=300&TimeOut=20&Record=true&CustomField=order%2042"
        + "&StatusCallback=http%3A%2F%2Fx%3A9%2Fa%3Fkey%3D1&StatusCallbackEvents%5B0%5D=terminal"
        + "&StatusCallbackEvents[1]=Ringing&StatusCallbackContentType=application/json&Url=else",
      inBody: inBody)
    #expect(request.from == "09880000001" && request.to == "+919812300001")
    #expect(request.timeLimit == .seconds(300) && request.timeOut == .seconds(20))
    #expect(request.isRecorded && request.customField == "order 42")
    let callback = try #require(request.statusCallback)
    #expect(callback.url == "http://x:9/a?key=1" && callback.encoding == .json)
    #expect(callback.events == [.terminal, .ringing])
  }

  @Test func `what is optional has Exotel's defaults`() throws {
    let request = try request(Self.numbers + "&StatusCallback=http://x")
    #expect(request.timeLimit == nil && request.timeOut == nil && !request.isRecorded)
    #expect(request.statusCallback?.events == [])
    #expect(request.statusCallback?.encoding == .multipart)
    #expect(try self.request(Self.numbers).statusCallback == nil)
  }

  @Test(arguments: ["From", "To", "CallerId"])
  func `a missing number is named`(name: String) {
    let others = Self.numbers.split(separator: "&").filter { !$0.hasPrefix(name + "=") }
    #expect(throws: ConnectRequestError.missing(name)) {
      try request(others.joined(separator: "&"))
    }
  }

  @Test(arguments: [
    ("TimeLimit", "14401"), ("TimeLimit", "0"), ("TimeOut", "soon"), ("TimeOut", "-1"),
    ("Record", "maybe"),
  ])
  func `a wrong value is named, with what is expected`(name: String, value: String) throws {
    let error = try #require(throws: ConnectRequestError.self) {
      try request("\(Self.numbers)&\(name)=\(value)")
    }
    #expect(error.description.hasPrefix("\(name) is '\(value)': expected "))
  }

  @Test(arguments: ["StatusCallbackEvents[1]=hangup", "StatusCallbackContentType=text/xml"])
  func `so is one about callbacks`(parameter: String) throws {
    let error = try #require(throws: ConnectRequestError.self) {
      try request(Self.numbers + "&StatusCallback=http://x&" + parameter)
    }
    #expect(error.description.contains(parameter.split(separator: "=")[1]))
  }

  @Test(arguments: ["someone", "12", "%3Cb%3E1234"])
  func `a number has to be one`(number: String) {
    #expect(throws: ConnectRequestError.self) {
      try request("From=\(number)&To=09812300001&CallerId=08044556678")
    }
  }
}
