import ArgumentParser
import CallbackDelivery

/// How the sending of callbacks to a URL ended.
struct DeliveryReport {
  /// What was sent.
  let name: String
  let target: CallbackTarget
  let calls: Int
  let counts: DeliveryCounts
  let elapsed: Duration

  /// Goes on only where somebody answered.
  /// - Throws: the exit code 69.
  func requireAnswers() throws {
    guard !counts.answered.isEmpty || counts.unanswered.isEmpty else {
      let reason = counts.unanswered.keys.sorted().first ?? "no answer"
      throw Failure.tell("nobody answers at \(target): \(reason)", code: 69)
    }
  }

  /// Prints the summary.
  /// - Throws: the exit code 1 where a callback was not taken.
  func print() throws {
    var output = StandardOutput()
    output.line(DeliveryText(counts: counts, elapsed: elapsed).summary(of: name, calls: calls))
    output.flush(waitingAtMost: .seconds(1))
    if counts.givenUp + counts.waiting > 0 { throw ExitCode(1) }
  }
}
