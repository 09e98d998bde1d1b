import CallModel

/// A callback as it came, with what each field means and what is odd about it.
package struct CallbackReview: Sendable {
  /// One field, in the place where it came.
  package struct Field: Hashable, Sendable {
    /// Free of control characters.
    package var name: String
    /// As it came, but free of control characters.
    package var value: String
    /// What it means in a callback of this kind; nil for a field that nobody knows.
    package var meaning: String?
    package var remarks: [ReviewRemark]
  }

  /// What the decoder makes of it, and by which sign it knows what sent it.
  package let result: Result<(content: RequestContent, sign: CallbackSign), CallbackDecodingError>
  /// As far as they can be read.
  package private(set) var fields: [Field] = []
  /// About the whole.
  package private(set) var remarks: [ReviewRemark] = []

  /// Nil where it is about no call.
  package var callback: Callback? { try? result.get().content.callback }

  package var heartbeat: Heartbeat? {
    if case .success((.heartbeat(let heartbeat), _)) = result { heartbeat } else { nil }
  }

  /// All remarks, each with the name of its field where it is about one.
  package var all: [(field: String?, remark: ReviewRemark)] {
    remarks.map { (nil, $0) } + fields.flatMap { field in field.remarks.map { (field.name, $0) } }
  }

  init(_ raw: RawCallback, by decoder: CallbackDecoder) {
    result = Self.decode(raw, by: decoder)
    var taken = RawFields()
    do throws(CallbackDecodingError) {
      try raw.read(into: &taken)
    } catch {
      // What is refused says the same.
      if callback != nil {
        remarks.append(
          ReviewRemark(.badBody, "its body is only kept, and its query is read: \(error)"))
        raw.readQuery(into: &taken)
      }
    }
    let about = callback
    let isHeartbeat = heartbeat != nil
    var known: [String: String] = [:]
    for (name, value) in taken.all {
      let meaning =
        isHeartbeat ? FieldMeaning(ofHeartbeat: name) : FieldMeaning(name, in: about)
      let normal = FieldSpelling.normal(name)
      var field = Field(
        name: TextCleaning.cleaned(name),
        value: name == "key" ? "***" : TextCleaning.cleaned(value), meaning: meaning?.words,
        remarks: [])
      field.remarks = FieldReview(decoder, normal, meaning).remarks(on: value)
      if let before = known[normal], before != value, meaning?.isRead == true, !field.isUnknown {
        field.remarks = [
          ReviewRemark(.repeated, "it is there already, and the first one counts")
        ]
      }
      if !field.isUnknown, known[normal] == nil { known[normal] = value }
      fields.append(field)
    }
    if raw.method != "GET", raw.method != "POST" {
      remarks.append(
        ReviewRemark(.method, "answered 405: \(TextCleaning.cleaned(raw.method)) is not taken"))
    }
    noteWhole()
    if about != nil, decoder.leavesLegsOut(of: raw) { noteLegs() }
  }

  private mutating func noteLegs() {
    remarks.append(
      ReviewRemark(
        .legs, "there are more than \(LegFieldName.maximumLegs) Legs: the others are left out"))
  }

  private static func decode(
    _ raw: RawCallback, by decoder: CallbackDecoder
  ) -> Result<(content: RequestContent, sign: CallbackSign), CallbackDecodingError> {
    do throws(CallbackDecodingError) {
      return .success(try decoder.readWithSign(raw))
    } catch {
      return .failure(error)
    }
  }

  private mutating func noteWhole() {
    switch result {
    case .failure(let error):
      remarks.append(ReviewRemark(.rejected, "answered \(error.httpStatus): \(error)"))
    case .success((.heartbeat(let heartbeat), _)): noteTime(of: heartbeat)
    case .success((.callback(let shared), let sign)):
      let callback = shared.callback
      noteEnd(of: callback)
      noteLegs(of: callback, sign)
      noteFamily(of: callback)
      if sign.kind == .connectEvent || sign.kind == .agentStatus, callback.agent == nil {
        remarks.append(
          ReviewRemark(.noAgent, "no agent is named: the one of the events before it stays"))
      }
    }
  }

  private mutating func noteTime(of heartbeat: Heartbeat) {
    guard heartbeat.timestamp == nil else { return }
    remarks.append(
      ReviewRemark(.noTime, "it has no timestamp: its arrival takes the place of one"))
  }

  private mutating func noteEnd(of callback: Callback) {
    guard callback.start != nil, callback.end == nil,
      let place = fields.firstIndex(where: { $0.isEnd && $0.remarks.isEmpty })
    else { return }
    fields[place].remarks.append(
      ReviewRemark(.endBeforeStart, "it is before StartTime: the end is not known"))
  }

  /// What is not told, and what follows from it.
  private mutating func noteFamily(of callback: Callback) {
    if callback.family == nil {
      remarks.append(
        ReviewRemark(
          .notUnderstood, "answered 200: it names a call, and nothing else of it is understood"))
    }
    if callback.family == .contactCentre, callback.way == nil {
      remarks.append(
        ReviewRemark(
          .noDirection, "which way the call goes is not known until another event tells"))
    }
    if callback.family != nil, callback.eventTime == nil {
      remarks.append(
        ReviewRemark(.untimed, "it tells no time of its own: it counts from its arrival"))
    }
  }

  private mutating func noteLegs(of callback: Callback, _ sign: CallbackSign) {
    guard sign.kind == .statusCallback else { return }
    switch callback.legs.count {
    case 0 where callback.event == .terminal:
      remarks.append(ReviewRemark(.legs, "there are no Legs: how each leg ended is not known"))
    case 3...:
      remarks.append(
        ReviewRemark(.legs, "there are \(callback.legs.count) Legs, where a call has two"))
    default: break
    }
  }
}

extension CallbackReview.Field {
  fileprivate var isUnknown: Bool { remarks.contains { $0.kind == .notKnown } }

  fileprivate var isEnd: Bool {
    ["endtime", "calldetails.endtime", "data.endtime"].contains(FieldSpelling.normal(name))
  }
}

extension CallbackDecoder {
  /// What each field of a request means, and what is odd about it. Never fails: what is refused is
  /// reviewed as far as it can be read.
  package func review(_ raw: RawCallback) -> CallbackReview { CallbackReview(raw, by: self) }
}

/// Takes all fields as they come.
private struct RawFields: FieldSink {
  private(set) var all: [(name: String, value: String)] = []

  mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    all.append((name.repairedText, value.repairedText))
  }
}
