import CallbackWire
import Testing

struct RetryScheduleTests {
  @Test func `what was not taken comes again after 5 minutes, and once more 15 minutes later`() {
    #expect(RetrySchedule.pause(afterAttempt: 1) == .seconds(300))
    #expect(RetrySchedule.pause(afterAttempt: 2) == .seconds(900))
    #expect(RetrySchedule.pause(afterAttempt: 3) == nil)
  }
}
