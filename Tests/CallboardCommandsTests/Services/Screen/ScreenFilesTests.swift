import BoardScreen
import CallModel
import CallbackWire
import Foundation
import LiveBoard
import Monitoring
import Testing

@testable import CallboardCommands

@Suite struct ScreenFilesTests {
  private static let now = Instant(seconds: 1_767_256_402)
  private let folder = URL.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")

  private func files() throws -> ScreenFiles {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let monitor = CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(), clock: { Self.now }, windowStart: { $0 })
    for sid in ["a", "b", "c"] {
      let query = "CallSid=\(sid)&CallFrom=09812345001&DialWhomNumber=09880000001&EventType=Dial"
      let raw = RawCallback(method: "GET", target: "/exotel?" + query)
      monitor.receive(CallbackRequest(raw: raw, peer: "127.0.0.1:9", arrivedAt: Self.now)) { _ in }
    }
    let pages = BoardPages(
      monitor: monitor, address: "127.0.0.1:1/exotel",
      settings: ScreenSettings(clock: ClockFace(zone: .utc, names: [0: "UTC"])))
    return ScreenFiles(
      pages: pages, zone: try #require(AccountZone(name: "Asia/Kolkata")), folder: folder.path,
      memory: nil)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func `a screen is saved under the time, and nothing is overwritten`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try files()
    #expect(files.save("one", as: .svg, at: Self.now).isFault == false)
    #expect(files.save("two", as: .svg, at: Self.now).isFault == false)
    #expect(
      try names == ["callboard-2026-01-01-140322-2.svg", "callboard-2026-01-01-140322.svg"])
    let first = folder.appending(path: "callboard-2026-01-01-140322.svg")
    #expect(try String(contentsOf: first, encoding: .utf8) == "one")
    let attributes = try FileManager.default.attributesOfItem(atPath: first.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `the calls of a list are exported, masked or not`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try files()
    let list = PageRequest.calls(ListRequest(height: 1), agents: ListRequest(height: 0))
    let notice = files.export(list, marked: [], as: .csv, masked: true)
    #expect(notice.text.hasSuffix(" 3 calls."))
    let csv = try String(contentsOf: folder.appending(path: try names[0]), encoding: .utf8)
    #expect(csv.split(separator: "\n").count == 4)
    #expect(csv.contains("+91981xxxx001") && !csv.contains("09812345001"))
  }

  @Test func `only what is marked, or what a filter leaves, is exported`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try files()
    let list = ListRequest(height: 1, filter: try CallFilter("sid:b or sid:c"))
    _ = files.export(.calls(list, agents: list), marked: [], as: .json, masked: false)
    _ = files.export(.history(list), marked: ["a"], as: .json, masked: false)
    let sids = try names.map { name in
      let data = try Data(contentsOf: folder.appending(path: name))
      let calls = try JSONSerialization.jsonObject(with: data) as? [[String: Any]]
      return calls?.compactMap { $0["sid"] as? String } ?? []
    }
    #expect(sids.sorted { $0.count < $1.count } == [["a"], ["b", "c"]])
  }

  @Test func `where nothing can be written, or nothing is there, it says so`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var files = try files()
    let history = PageRequest.history(ListRequest(height: 5))
    #expect(files.export(history, marked: [], as: .csv, masked: false).isFault)
    #expect(files.export(history, marked: ["gone"], as: .csv, masked: false).text.contains("Esc"))
    files.folder = "/proc"
    #expect(files.save("x", as: .html, at: Self.now).isFault)
    #expect(files.json(of: "nobody", masked: false) == nil)
    #expect(files.json(of: "a", masked: true)?.contains("+91981xxxx001") == true)
  }
}
