import Testing

@testable import MonitorHTTP

struct TimeLimitTests {
  private struct Fault: Error {}

  @Test func `what ends in time is given, and what does not is cancelled`() async {
    let value = await TimeLimit.result(within: .seconds(60)) { 7 }
    #expect(value?.get() == 7)
    let fault = await TimeLimit.result(within: .seconds(60)) { () throws(Fault) -> Int in
      throw Fault()
    }
    #expect(throws: Fault.self) { try fault?.get() }
    let late = await TimeLimit.result(within: .zero) {
      try? await Task.sleep(for: .seconds(60))
      return Task.isCancelled
    }
    #expect(late == nil)
  }
}
