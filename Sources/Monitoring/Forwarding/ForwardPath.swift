/// Through which listeners a callback was forwarded, as the header `Callboard-Via` tells it: the names
/// of their runs, in that order, with commas between them.
package struct ForwardPath: Hashable, Sendable {
  package static let headerName = "Callboard-Via"
  /// A callback goes through no more listeners.
  package static let longest = 8
  private static let longestName = 32

  private var runs: [String] = []

  /// It comes from Exotel.
  package init() {}

  /// Nil: it comes from Exotel. What is no name counts all the same.
  package init(header: String?) {
    guard let header else { return }
    runs = header.split(separator: ",", maxSplits: Self.longest).prefix(Self.longest).map { run in
      String(decoding: run.utf8.filter(Self.isOfName).prefix(Self.longestName), as: UTF8.self)
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }

  /// Nil where there is nothing to tell.
  package var header: String? { runs.isEmpty ? nil : runs.joined(separator: ", ") }

  /// The same, and on through that run.
  func through(_ run: String) -> ForwardPath {
    var path = self
    path.runs.append(run)
    return path
  }

  /// Why the callback is not to be sent on by that run; nil where it may.
  func end(at run: String) -> String? {
    if runs.contains(run) { return "it has been here before" }
    return runs.count < Self.longest ? nil : "it came through \(runs.count) listeners"
  }
}
