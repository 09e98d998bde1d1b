import Foundation
import Testing

@testable import BoardScreen

private let folder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Screens")

/// Compares a frame with its picture in `Screens`. A picture that is missing is recorded, and the
/// test fails; `CALLBOARD_RECORD=1` records all of them anew.
func compare(_ frame: Frame, _ name: String) throws {
  let file = folder.appending(path: name + ".txt")
  let isRecording = ProcessInfo.processInfo.environment["CALLBOARD_RECORD"] == "1"
  guard !isRecording, let wanted = try? String(contentsOf: file, encoding: .utf8) else {
    try frame.text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("\(name) had no picture; recorded:\n\(frame.text)")
    return
  }
  #expect(frame.text == wanted, "\(name) is now:\n\(frame.text)\nand was:\n\(wanted)")
}
