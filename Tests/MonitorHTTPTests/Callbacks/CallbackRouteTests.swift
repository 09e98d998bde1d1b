import CallJournal
import CallbackWire
import Monitoring
import Testing

@testable import MonitorHTTP

struct CallbackRouteTests {
  @Test func `what was taken has no problem`() {
    #expect(CallbackRoute.problem(from: .accepted) == nil)
  }

  @Test func `what could not be decoded has the status of its error`() throws {
    let missing = try #require(CallbackRoute.problem(from: .rejected(.missingSid(came: []))))
    #expect(missing.status == .badRequest)
    #expect(missing.detail.contains("CallSid"))
    let type = CallbackDecodingError.unsupportedContentType("text/xml")
    #expect(CallbackRoute.problem(from: .rejected(type))?.status == .unsupportedMediaType)
  }

  @Test func `what could not be kept is to be sent again`() throws {
    let fault = JournalError.system(path: "/j", doing: "write to", reason: "the disk is full")
    let problem = try #require(CallbackRoute.problem(from: .notKept(fault)))
    #expect(problem.status == .unavailable)
    #expect(problem.headers.contains { $0 == ("Retry-After", "30") })
    #expect(problem.detail.contains("the disk is full"))
  }
}
