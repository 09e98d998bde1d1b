import Foundation
import Testing

@testable import MonitorHTTP

struct ProblemDocumentTests {
  @Test func `it has the members of RFC 9457`() throws {
    let response = ProblemDocument.notFound("nothing is at \"/x\"").response
    let object = try JSONSerialization.jsonObject(with: Data(response.body))
    let problem = try #require(object as? [String: Any])
    #expect(problem["type"] as? String == "about:blank")
    #expect(problem["title"] as? String == "Not Found")
    #expect(problem["status"] as? Int == 404)
    #expect(problem["detail"] as? String == "nothing is at \"/x\"")
    #expect(problem.count == 4)
    #expect(response.status == .notFound)
    #expect(response.headers.contains { $0 == ("Content-Type", "application/problem+json") })
  }

  @Test func `a wrong method is told the right ones`() {
    let problem = ProblemDocument.method("PUT", allowed: "GET, HEAD")
    #expect(problem.status == .methodNotAllowed)
    #expect(problem.detail.contains("PUT") && problem.detail.contains("GET, HEAD"))
    #expect(problem.response.headers.contains { $0 == ("Allow", "GET, HEAD") })
  }
}
