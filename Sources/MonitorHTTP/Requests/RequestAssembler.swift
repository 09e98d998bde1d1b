import NIOCore
import NIOHTTP1

/// Makes whole requests of the parts that the HTTP decoder finds, and refuses what is too large as
/// soon as it shows.
///
/// Knows no connection and no clock. What it holds is bounded: one body, and the parts of one read.
struct RequestAssembler {
  /// What the parts so far make.
  enum Step: Sendable {
    /// Nothing before more parts come.
    case needsMore
    /// A head whose sender waits for `100 Continue` before the body comes.
    case awaitsContinue(RequestHead)
    case request(RequestHead, body: [UInt8])
    /// The body is, or is announced to be, too large; `body` is what was read of it.
    case tooLarge(RequestHead, body: [UInt8])
    /// The head is nil where none could be read.
    case failed(RequestError, RequestHead?)
  }

  private enum State {
    case between
    case body(RequestHead, [UInt8])
    /// Nothing that follows can be understood.
    case ended
  }

  private let limits: ListenerLimits
  private var parts = CircularBuffer<HTTPServerRequestPart>()
  private var failure: RequestError?
  private var state = State.between

  init(limits: ListenerLimits) { self.limits = limits }

  /// True between two requests, when no part of the next one has come.
  var isBetweenRequests: Bool {
    if case .between = state { parts.isEmpty } else { false }
  }

  /// True where a request has come whole that `next` has not given yet. O(n) in the parts.
  var hasWholeRequest: Bool { parts.contains { if case .end = $0 { true } else { false } } }

  mutating func take(_ part: HTTPServerRequestPart) { parts.append(part) }

  /// After the parts that came, the bytes were no HTTP any more.
  mutating func fail(_ error: RequestError) { failure = error }

  mutating func next() -> Step {
    while let part = parts.popFirst() {
      switch (state, part) {
      case (.between, .head(let head)):
        if let step = begin(head) { return step }
      case (.body(let head, var body), .body(let bytes)):
        // Lets go of the state's copy, so that the body is not copied.
        state = .ended
        body.append(contentsOf: bytes.readableBytesView)
        guard body.count <= limits.maximumBodyBytes else { return .tooLarge(head, body: body) }
        state = .body(head, body)
      case (.body(let head, let body), .end):
        state = .between
        return .request(head, body: body)
      case (.between, .body), (.between, .end), (.body, .head), (.ended, _): continue
      }
    }
    return interruption ?? .needsMore
  }

  private mutating func begin(_ head: HTTPRequestHead) -> Step? {
    let needed = RequestHead(head)
    if let error = fault(of: head) ?? needed.fault {
      state = .ended
      return .failed(error, needed)
    }
    if let length = head.headers.first(name: "Content-Length"), isTooLarge(length) {
      state = .ended
      return .tooLarge(needed, body: [])
    }
    state = .body(needed, [])
    return needed.awaitsContinue && parts.isEmpty ? .awaitsContinue(needed) : nil
  }

  /// Also where the number is larger than any that can be counted.
  private func isTooLarge(_ length: String) -> Bool {
    Int(length).map { $0 > limits.maximumBodyBytes } ?? true
  }

  private func fault(of head: HTTPRequestHead) -> RequestError? {
    guard head.uri.utf8.count <= limits.maximumTargetBytes else { return .targetTooLong }
    var size = 0
    for (name, value) in head.headers { size += name.utf8.count + value.utf8.count + 4 }
    guard size <= limits.maximumHeaderBytes else { return .headersTooLarge }
    return nil
  }

  /// What ended the parts, once those that came before are dealt with.
  private var interruption: Step? {
    mutating get {
      guard let failure else { return nil }
      self.failure = nil
      defer { state = .ended }
      if case .body(let head, _) = state { return .failed(failure, head) }
      return .failed(failure, nil)
    }
  }
}
