import CallModel

/// A call as an exchange between its parties: who told whom what, and when.
struct Ladder {
  /// One of the columns.
  struct Party: Hashable {
    var title: String
    /// The number's key; nil for the caller's column and Exotel's, and for an unknown party.
    var key: String?
  }

  /// Between which columns something went.
  enum Way: Hashable {
    case arrow(from: Int, to: Int)
    /// It is about the call: told at Exotel's column.
    case note
  }

  struct Line: Hashable {
    var way: Way
    var label: String
    var role: Style.Role
    /// Its own time; nil for a callback without one.
    var time: Instant?
    /// When it arrived; nil for what no callback told.
    var arrivedAt: Instant?
    /// From the line before, where both have a time of their own.
    var difference: Duration?
    /// How long after its own time its callback came, where that was late; nil otherwise.
    var delay: Duration?
    /// How often it came again.
    var repeats = 0
    /// The place of its callback among those of the call; nil for the beginning of the call.
    var place: Int?
  }

  static let first = 0
  static let exotel = 1

  private(set) var parties: [Party]
  private(set) var lines: [Line] = []

  init(_ detail: CallDetail, _ signs: Signs) {
    let call = detail.row.call
    let isCaller = !call.isOutgoing && !call.isAgentFirst
    parties = [
      Party(
        title: isCaller ? "caller" : Self.title(detail.row, 0, signs),
        key: isCaller ? nil : call.legs.first?.number?.key), Party(title: "Exotel"),
    ]
    for place in call.legs.indices.dropFirst() {
      let leg = call.legs[place]
      if !parties.dropFirst(2).contains(where: { $0.key == leg.number?.key }) {
        parties.append(Party(title: Self.title(detail.row, place, signs), key: leg.number?.key))
      }
    }
    if isCaller { addBeginning(of: call) }
    let callbacks = detail.raw.map { (callback: $0.callback, arrivedAt: $0.arrivedAt) }
    for event in CallEvent.ordered(callbacks) { add(event, detail, signs) }
  }

  private static func title(_ row: CallRow, _ place: Int, _ signs: Signs) -> String {
    guard row.call.legs.indices.contains(place) else { return "leg \(place + 1)" }
    let name = row.legNames.indices.contains(place) ? row.legNames[place] : nil
    return name ?? row.call.legs[place].number.map { CallWords.number($0, signs) }
      ?? "leg \(place + 1)"
  }

  /// The call came in; when is known from its own times alone, not from its first event.
  private mutating func addBeginning(of call: Call) {
    guard let first = call.legs.compactMap(\.dialedAt).min(), call.startedAt < first else { return }
    lines.append(
      Line(
        way: .arrow(from: Self.first, to: Self.exotel), label: "call", role: .muted,
        time: call.startedAt))
  }

  private mutating func add(_ event: CallEvent, _ detail: CallDetail, _ signs: Signs) {
    let callback = event.callback
    let raw = detail.raw[event.place]
    let (label, role) = LadderWords(event: event, call: detail.row.call).label
    let before = lines.last { $0.time != nil }?.time
    lines.append(
      Line(
        way: way(event, signs), label: label, role: role, time: callback.eventTime,
        arrivedAt: raw.arrivedAt,
        difference: callback.eventTime.flatMap { time in before.map { time - $0 } },
        delay: event.isLate ? raw.arrivedAt - event.time : nil, repeats: raw.repeats,
        place: event.place))
  }

  private mutating func way(_ event: CallEvent, _ signs: Signs) -> Way {
    guard let party = party(event, signs) else { return .note }
    switch event.callback.event {
    case .dial, .begin: return .arrow(from: Self.exotel, to: party)
    case .ringing, .answered, .terminal, .over, .other:
      return .arrow(from: party, to: Self.exotel)
    case .flow, .disposition, .stream, .note: return .note
    }
  }

  /// The column of the party that it is about; nil where it is about the call.
  private mutating func party(_ event: CallEvent, _ signs: Signs) -> Int? {
    let callback = event.callback
    switch callback.family {
    case .statusCallback?:
      return event.leg.flatMap { leg in
        leg == 0 ? Self.first : parties.indices.contains(2) ? 2 : nil
      }
    case .campaign?, .stream?, nil: return nil
    case .leg?: return Self.first
    case .softphone?, .contactCentre?:
      // The end is that of the call.
      if callback.event == .terminal { return nil }
    case .connect?, .flow?, .bridge?: break
    }
    guard let agent = callback.agent else { return nil }
    if let known = parties.indices.first(where: { parties[$0].key == agent.key }) { return known }
    parties.append(
      Party(title: callback.agentName ?? CallWords.number(agent, signs), key: agent.key))
    return parties.count - 1
  }
}
