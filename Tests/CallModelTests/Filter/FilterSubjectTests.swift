import Testing

@testable import CallModel

struct FilterSubjectTests {
  private func message(_ text: String, _ subject: CallFilter.Subject) -> String? {
    do throws(CallFilterError) {
      _ = try CallFilter(text, for: subject)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: CallFilter.Subject.allCases)
  func `each key and each time is taken or refused`(_ subject: CallFilter.Subject) {
    for field in CallFilter.Field.allCases {
      let value = subject.values(of: field)?.first ?? "a"
      let fault = message("\(field.rawValue):\(value)", subject)
      #expect((fault == nil) == subject.fields.contains(field), "\(field)")
    }
    for measure in CallFilter.Measure.allCases {
      let fault = message("x \(measure.rawValue)>2s", subject)
      #expect((fault == nil) == subject.measures.contains(measure), "\(measure)")
      #expect(fault?.hasPrefix("at character 3: ") ?? true)
    }
  }

  @Test func `an agent's state has the words of the board and those of programs`() {
    for word in ["free", "busy", "idle", "dialing", "ringing", "calling", "talking"] {
      #expect(message("state:\(word)", .agents) == nil)
    }
    for word in ["free", "busy", "idle"] { #expect(message("state:\(word)", .calls) != nil) }
    for word in ["waiting", "bot", "ended", "ringing?"] {
      #expect(message("state:\(word)", .agents) != nil)
    }
  }
}
