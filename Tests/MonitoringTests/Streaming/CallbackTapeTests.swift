import CallJournal
import CallModel
import CallbackWire
import Testing

@testable import Monitoring

@Suite struct CallbackTapeTests {
  private func entry(_ sequence: UInt64, bytes: Int = 0) -> JournalEntry {
    JournalEntry(
      sequence: sequence, arrivedAt: Instant(seconds: 0), peer: "",
      raw: RawCallback(
        method: "POST", target: "/", body: Array(repeating: 65, count: bytes)))
  }

  @Test func `it gives what comes behind a place, and where to go on`() {
    var tape = CallbackTape()
    for sequence in 7...9 { tape.append(entry(UInt64(sequence))) }
    #expect(tape.end == 3)
    #expect(tape.slice(from: 1, atMost: 9)?.map(\.sequence) == [8, 9])
    #expect(tape.slice(from: 0, atMost: 2)?.map(\.sequence) == [7, 8])
    #expect(tape.slice(from: 3, atMost: 2)?.isEmpty == true)
    #expect(tape.position(behind: 8) == 2 && tape.position(behind: 6) == nil)
  }

  @Test func `who is slower than it is long has lost the thread`() {
    var tape = CallbackTape()
    for sequence in 1...20_001 { tape.append(entry(UInt64(sequence))) }
    #expect(tape.slice(from: 0, atMost: 1) == nil)
    #expect(tape.slice(from: 1, atMost: 1)?.map(\.sequence) == [2])
    #expect(tape.position(behind: 1) == nil && tape.position(behind: 2) == 2)
  }

  @Test func `it is bounded in bytes too`() {
    var tape = CallbackTape()
    for sequence in 1...1_000 { tape.append(entry(UInt64(sequence), bytes: 65_536)) }
    #expect(tape.slice(from: 0, atMost: 1) == nil && tape.end == 1_000)
    #expect(tape.slice(from: 999, atMost: 1)?.map(\.sequence) == [1_000])
  }
}
