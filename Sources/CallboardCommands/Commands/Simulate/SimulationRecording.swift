import ArgumentParser
import CallJournal
import CallModel
import CallSimulator
import Foundation
import Monitoring

/// Writes a simulation into a new file, as the listener would have recorded it.
struct SimulationRecording {
  let path: String

  func write(
    _ simulator: Simulator, _ scenario: Scenario, start: Instant, truth: TruthFile?
  ) throws {
    guard scenario.isFinite else {
      throw ValidationError("\(scenario.name) has no end; say how many --calls")
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failed(String(cString: strerror(errno))) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var (simulator, truths) = (simulator, [CallTruth]())
    var sequence: UInt64 = 0
    while let callback = simulator.next() {
      sequence += 1
      truths += simulator.takeTruths()
      let line = Self.entry(of: callback, sequence: sequence, start: start).line
      do {
        try file.write(contentsOf: Data(line))
      } catch {
        throw failed(error.localizedDescription)
      }
    }
    try truth?.write(truths, missing: [:], elapsed: .seconds(Int64.max / 2))
    UnplacedCalls(scenario, placed: simulator.calls)?.say()
  }

  private func failed(_ reason: String) -> any Error {
    Failure.tell("\(path) cannot be written: \(reason)", code: 74)
  }

  /// A callback as it is recorded when it arrives in time.
  static func entry(
    of callback: SimulatedCallback, sequence: UInt64, start: Instant
  ) -> JournalEntry {
    JournalEntry(
      sequence: sequence, arrivedAt: start + callback.due, peer: "127.0.0.1:0",
      raw: callback.request(path: "/exotel"))
  }
}
