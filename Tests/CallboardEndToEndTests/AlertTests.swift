import CallbackDelivery
import Foundation
import MonitorHTTP
import Testing

/// What a terminal is sent when somebody is to look.
@Suite struct AlertTests {
  @Test func `a new ring notifies, and one that lasts too long rings the bell, once`() async throws
  {
    let port = try Program.freePort()
    let terminal = try TerminalSession(
      "until [ -e quick.yaml ]; do sleep 0.1; done; \(Program.callboard) --port \(port) --ephemeral --config quick.yaml"
    )
    try "thresholds: {ringing: {red: 3s}}\nbell: red\nnotify: ring\n".write(
      to: terminal.folder.appending(path: "quick.yaml"), atomically: true, encoding: .utf8)
    let sent = terminal.folder.appending(path: "sent")
    try terminal.tmux(["pipe-pane", "-o", "cat > '\(sent.path)'"])
    try await terminal.wait(for: "no callbacks yet")
    let sender = CallbackSender()
    let target = try CallbackTarget("http://127.0.0.1:\(port)/exotel")
    _ = try await sender.send(Callbacks.connect("Ringing", sid: "call-1"), to: target)
    try await terminal.wait(for: "a notification") { _ in
      try notices(sent).count == 1
    }
    #expect(try !bells(sent))
    try await terminal.wait(for: "the bell") { _ in try bells(sent) }
    #expect(try notices(sent).count == 2)
    #expect(try notices(sent).last?.contains("ringing for too long") == true)
    try await sender.close()
    try terminal.type("q")
  }

  private func text(_ file: URL) throws -> String {
    String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
  }

  private func notices(_ file: URL) throws -> [Substring] {
    let text = try text(file)
    #expect(text.matches(of: /\u{1B}\]9;/).count == text.matches(of: /\u{1B}\]777;notify;/).count)
    return text.matches(of: /\u{1B}\]9;(Callboard: [^\u{7}]*)\u{7}/).map(\.output.1)
  }

  /// A bell that ends no sequence.
  private func bells(_ file: URL) throws -> Bool {
    try text(file).replacing(/\u{1B}\][^\u{7}]*\u{7}/, with: "").contains("\u{7}")
  }
}
