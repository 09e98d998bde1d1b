import CallModel
import Testing

@testable import MonitorHTTP

struct QueryParametersTests {
  private func query(_ query: String) throws(QueryError) -> CallQuery {
    try CallQuery(RequestTarget("/v1/calls?" + query), country: .india)
  }

  @Test func `nothing asked is the first hundred live calls`() throws {
    #expect(try query("") == CallQuery())
  }

  @Test func `all that may be asked is taken`() throws {
    var expected = CallQuery()
    expected.which = .ended
    expected.agent = PhoneNumber("+919812345678", country: .india)
    expected.number = PhoneNumber("08044556678", country: .india)
    expected.limit = 1000
    expected.offset = 200
    let asked = "state=ended&agent=+919812345678&number=08044556678&limit=1000&cursor="
    #expect(try query(asked + ListPart.cursor(at: 200)) == expected)
  }

  @Test(arguments: [
    "state=dead", "state=", "limit=0", "limit=1001", "limit=x", "limit=", "limit=-1", "cursor=",
    "cursor=200", "cursor=c-1", "cursor=c01", "cursor=czzzzzzzzzzzzzzzzzzz", "agent=", "number=%20",
    "state=live&state=all", "limt=5", "state=%zz",
  ])
  func `what cannot be answered is not ignored`(_ asked: String) {
    #expect(throws: QueryError.self) { try query(asked) }
  }

  @Test func `a filter is the one of the screen, and its faults are told with their place`() throws
  {
    #expect(try query("q=state:ringing+asha").filter == CallFilter("state:ringing asha"))
    let error = #expect(throws: QueryError.self) { try query("q=asha+state:busy") }
    #expect(error?.description.contains("q, at character 12: state is one of") == true)
  }

  @Test func `a read without parameters takes none`() {
    #expect(throws: QueryError.unknown("a", known: [])) {
      try QueryParameters(RequestTarget("/v1/summary?a=1"), known: [])
    }
  }
}
