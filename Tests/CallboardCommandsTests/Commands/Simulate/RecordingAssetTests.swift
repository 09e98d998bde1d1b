import CallModel
import CallSimulator
import CallbackWire
import Foundation
import Monitoring
import Testing

@testable import CallboardCommands

/// `Assets/Recordings`: what each scenario sends, and what the board makes of it.
@Suite struct RecordingAssetTests {
  /// 2026-01-01T08:30:00Z, 14:00 in the account's zone.
  private static let start = Instant(seconds: 1_767_256_200)

  private static func file(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../Assets/Recordings/\(name).jsonl").standardizedFileURL
  }

  private func recording(_ name: String) throws -> String {
    var scenario = try #require(try BuiltInScenarios.scenario(name))
    scenario.calls = scenario.calls ?? 40
    var simulator = Simulator(
      scenario, seed: 1,
      clock: SimulatedClock(start: Self.start, zone: .kolkata))
    var (bytes, sequence) = ([UInt8](), UInt64(0))
    while let callback = simulator.next() {
      sequence += 1
      bytes += SimulationRecording.entry(of: callback, sequence: sequence, start: Self.start).line
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Delete a recording, run this, and look at what it has written.
  @Test(arguments: BuiltInScenarios.names)
  func `a scenario sends what was recorded of it`(name: String) throws {
    let recording = try recording(name)
    guard let kept = try? String(contentsOf: Self.file(name), encoding: .utf8) else {
      try FileManager.default.createDirectory(
        at: Self.file(name).deletingLastPathComponent(), withIntermediateDirectories: true)
      try recording.write(to: Self.file(name), atomically: true, encoding: .utf8)
      Issue.record("\(name).jsonl was not there; it is now")
      return
    }
    #expect(recording == kept)
  }

  @Test func `there is no recording without a scenario`() throws {
    let folder = Self.file("x").deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == BuiltInScenarios.names.map { $0 + ".jsonl" }.sorted())
  }
}
