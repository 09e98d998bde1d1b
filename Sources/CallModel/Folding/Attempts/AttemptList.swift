/// The attempts of a call in the order of dialing, each found without looking at the others: a fold
/// costs as much as there are callbacks, however many agents they name.
///
/// Of one device at most one attempt is open, and at most one whose agent is not known yet.
struct AttemptList: Sendable {
  /// The most attempts of one call: an agent every 18 s through an hour of waiting makes as many.
  /// Bounds what one call can cost all others.
  static let capacity = 200

  /// The attempt that was closed last.
  private struct Closed: Sendable {
    var by: Instant
    var place: Int

    func isBefore(_ other: Closed) -> Bool { (by, place) < (other.by, other.place) }
  }

  /// The attempts of one device, or of one person.
  private struct Places: Sendable {
    /// In the order of dialing.
    var all: [Int] = []
    var open: [Int] = []
    /// Not of those that a disposition alone made.
    var closed: Closed?
  }

  /// The attempts of each device, or of each person.
  private struct PlacesByKey: Sendable {
    private var index = KeyIndex()
    private var places: [Places] = []

    subscript(_ key: String) -> Places? { index.place(of: key).map { places[$0] } }

    mutating func change(_ key: String, _ body: (inout Places) -> Void) {
      let (place, isNew) = index.take(key)
      if isNew { places.append(Places()) }
      body(&places[place])
    }
  }

  private(set) var all: [Attempt] = []
  /// How many of them are conversations.
  private(set) var conversations = 0
  /// How many attempts were looked at: what the fold has cost.
  private(set) var steps = 0

  private var devices = PlacesByKey()
  private var persons = PlacesByKey()
  /// The open one whose agent is not known yet.
  private var unnamed: Int?
  /// Those that are open in the order of dialing; the ones that no longer are leave at the end only.
  private var open: [Int] = []
  private var closed: Closed?
  /// In the order in which they were closed.
  private var closings: [Int] = []

  var hasRoom: Bool { all.count < Self.capacity }

  /// The end of the attempt that was closed last; of several at once that of the first dialed.
  var lastClosed: Attempt.End? {
    var last: Attempt.End?
    for place in all.indices {
      guard let end = all[place].end, last.map({ $0.closedBy < end.closedBy }) ?? true else {
        continue
      }
      last = end
    }
    return last
  }

  /// The same of what events told, found without looking at all.
  var latestEnd: Attempt.End? { closed.flatMap { all[$0.place].end } }

  /// When the last of the open ones was dialed, as live clocks count; nil where one of them is
  /// answered.
  var lastUnansweredDial: Instant? {
    var last: Instant?
    for place in all.indices where all[place].isOpen {
      guard all[place].answered == nil else { return nil }
      let clock = (all[place].dialed ?? all[place].began).clock
      last = max(last ?? clock, clock)
    }
    return last
  }

  var isAllClosed: Bool { closings.count == all.count }

  /// Adds an attempt; nil where there is no room for it.
  mutating func append(_ attempt: Attempt) -> Int? {
    guard hasRoom else { return nil }
    steps += 1
    let place = all.count
    all.append(attempt)
    enter(place)
    if attempt.isConversation { conversations += 1 }
    if let end = attempt.end {
      noteClosed(place, end)
    } else {
      open.append(place)
      if attempt.agent == nil { unnamed = place }
    }
    return place
  }

  /// Says of an attempt what is not known of it yet.
  mutating func name(_ place: Int, _ agent: PhoneNumber?, of person: String?, _ name: String?) {
    steps += 1
    if all[place].name == nil { all[place].name = name }
    guard all[place].agent == nil, let agent else { return }
    all[place].agent = agent
    all[place].person = person
    if unnamed == place { unnamed = nil }
    enter(place)
  }

  /// Puts an attempt to those of its device and of its person.
  private mutating func enter(_ place: Int) {
    let isOpen = all[place].isOpen
    func put(_ places: inout Places) {
      places.all.insert(place, at: (places.all.lastIndex { $0 < place } ?? -1) + 1)
      if isOpen { places.open.append(place) }
    }
    if let device = all[place].agent?.key { devices.change(device, put) }
    if let person = all[place].person { persons.change(person, put) }
  }

  /// Changes times and outcomes; an attempt that is closed stays closed.
  mutating func change(_ place: Int, _ body: (inout Attempt) -> Void) {
    steps += 1
    let wasOpen = all[place].isOpen
    if all[place].isConversation { conversations -= 1 }
    body(&all[place])
    if all[place].isConversation { conversations += 1 }
    if wasOpen, let end = all[place].end { noteClosed(place, end) }
  }

  /// Ends all attempts that are open; when one ended that began later is not known.
  mutating func closeAll(_ end: Attempt.End) {
    while let place = lastOpen() {
      change(place) {
        $0.end = end
        guard let time = end.time, let began = $0.toldBegin, time < began else { return }
        $0.end = Attempt.End(time: nil, clock: end.clock, closedBy: began, cause: .contradiction)
      }
    }
  }

  private mutating func noteClosed(_ place: Int, _ end: Attempt.End) {
    closings.append(place)
    if unnamed == place { unnamed = nil }
    let this = all[place].isOfDisposition ? nil : Closed(by: end.closedBy, place: place)
    func close(_ places: inout Places) {
      places.open.removeAll { $0 == place }
      if let this, places.closed?.isBefore(this) ?? true { places.closed = this }
    }
    if let device = all[place].agent?.key { devices.change(device, close) }
    if let person = all[place].person { persons.change(person, close) }
    if let this, closed?.isBefore(this) ?? true { closed = this }
  }
}

// MARK: - Finding

extension AttemptList {
  /// The attempts to reach a device, in the order of dialing.
  func places(of device: PhoneNumber) -> [Int] { devices[device.key]?.all ?? [] }

  /// The last attempt that an event is about, open or not, of those that more than a disposition tells
  /// of: that of its device, else of its person; of the call for an event that names nobody.
  func lastPlace(of device: PhoneNumber?, of person: String?) -> Int? {
    func last(_ places: [Int]?) -> Int? { places?.last { !all[$0].isOfDisposition } }
    guard let device else { return all.indices.last { !all[$0].isOfDisposition } }
    return last(devices[device.key]?.all) ?? person.flatMap { last(persons[$0]?.all) }
  }

  func openPlace(of device: PhoneNumber) -> Int? { devices[device.key]?.open.last }

  /// The open attempt an event belongs to: that of its device, else one whose agent is not known yet,
  /// else the latest of its person; the latest one for an event that names nobody.
  mutating func openPlace(of device: PhoneNumber?, of person: String?) -> Int? {
    guard let device else { return lastOpen() }
    return openPlace(of: device) ?? unnamed ?? person.flatMap { persons[$0]?.open.last }
  }

  /// The open attempt that a dial is about: one on its device, one of which no agent is known, or one
  /// that another family's word began for the same person.
  mutating func placeToDial(_ device: PhoneNumber?, of person: String?) -> Int? {
    guard let device else { return lastOpen() }
    if let open = openPlace(of: device) { return open }
    let elsewhere = person.flatMap { person in
      persons[person]?.open.last { all[$0].family != .connect }
    }
    return [unnamed, elsewhere].compactMap { $0 }.max()
  }

  /// The latest attempt of an event's person that ended at or after its time. Events come in the order
  /// of time, so that it is the one that was closed last, or none.
  func endedPlace(of person: String?, at time: Instant) -> Int? {
    let last = person.map { persons[$0]?.closed } ?? closed
    guard let last, last.by >= time else { return nil }
    return last.place
  }

  /// Those that are open, in the order of dialing.
  mutating func openPlaces() -> [Int] {
    steps += open.count
    open.removeAll { !all[$0].isOpen }
    return open
  }

  /// Those that were closed at or after that time, as long as they were closed in order.
  func closedPlaces(since time: Instant) -> [Int] {
    Array(closings.reversed().prefix { (all[$0].end?.closedBy ?? time) >= time })
  }

  private mutating func lastOpen() -> Int? {
    while let place = open.last {
      steps += 1
      if all[place].isOpen { return place }
      open.removeLast()
    }
    return nil
  }
}
