import NIOCore

/// What the lock of the registry protects.
struct OpenConnections {
  /// Those of one address.
  private struct Neighbours {
    var open = 0
    var leaving = 0
    var silent = SilenceQueue()
  }

  /// Set while the listener stops: what waits for the last connection to end.
  var waiting: CheckedContinuation<Void, Never>?
  /// What is to be called once few enough are on their way out.
  var resume: (@Sendable () -> Void)?
  private var open: [ObjectIdentifier: ConnectionPlace] = [:]
  private var neighbours: [PeerNetwork: Neighbours] = [:]
  private var silent = SilenceQueue()
  /// Those that were asked to make room and have not answered.
  private var leaving: Set<ObjectIdentifier> = []
  /// Those that were not admitted and are not closed yet.
  private var refused = 0
  private var isStopping = false
  private var isBoundPerAddress = false

  var count: Int { open.count }
  var isEmpty: Bool { open.isEmpty }
  var leavingCount: Int { leaving.count + refused }
  var channels: [any Channel] { open.values.map(\.channel) }

  func place(of channel: any Channel) -> ConnectionPlace? { open[ObjectIdentifier(channel)] }

  /// Whether it may stay, and who is to make room for it.
  mutating func admit(
    _ place: ConnectionPlace, _ limits: ConnectionRegistry.Limits
  ) -> (isAdmitted: Bool, asked: [ConnectionPlace]) {
    isBoundPerAddress = limits.perAddress > 0
    var asked: [ConnectionPlace] = []
    let network = place.network
    while isBoundPerAddress, stays(of: network) >= limits.perAddress,
      let other = askSilent(of: network)
    { asked.append(other) }
    while open.count - leaving.count >= limits.connections, let other = askSilent() {
      asked.append(other)
    }
    let isOneTooMany =
      isBoundPerAddress && stays(of: network) >= limits.perAddress
      || open.count - leaving.count >= limits.connections
    guard !isStopping, !isOneTooMany else {
      refused += 1
      return (false, asked)
    }
    open[ObjectIdentifier(place.channel)] = place
    if isBoundPerAddress { neighbours[network, default: Neighbours()].open += 1 }
    queue(place)
    return (true, asked)
  }

  private func stays(of network: PeerNetwork) -> Int {
    neighbours[network].map { $0.open - $0.leaving } ?? 0
  }

  /// The one that has been silent longest, which counts no more from now on; nil where none is silent.
  mutating func askSilent() -> ConnectionPlace? {
    // Out of here meanwhile, as it is asked about the others.
    var queue = SilenceQueue()
    swap(&queue, &silent)
    let place = queue.take { isHere($0) }
    swap(&queue, &silent)
    if let place { leave(place) }
    return place
  }

  private mutating func askSilent(of network: PeerNetwork) -> ConnectionPlace? {
    // Out of the dictionary meanwhile, so that the queue is not copied.
    guard var group = neighbours.removeValue(forKey: network) else { return nil }
    let place = group.silent.take { isHere($0) }
    neighbours[network] = group
    if let place { leave(place) }
    return place
  }

  private func isHere(_ place: ConnectionPlace) -> Bool {
    let id = ObjectIdentifier(place.channel)
    return open[id] === place && !leaving.contains(id)
  }

  private mutating func leave(_ place: ConnectionPlace) {
    leaving.insert(ObjectIdentifier(place.channel))
    if isBoundPerAddress { neighbours[place.network]?.leaving += 1 }
  }

  private mutating func comeBack(_ place: ConnectionPlace) {
    guard leaving.remove(ObjectIdentifier(place.channel)) != nil, isBoundPerAddress else { return }
    neighbours[place.network]?.leaving -= 1
  }

  /// One that was asked does not make room. Gives what is to be called then.
  mutating func stays(_ place: ConnectionPlace) -> (@Sendable () -> Void)? {
    guard open[ObjectIdentifier(place.channel)] === place else { return nil }
    comeBack(place)
    queue(place)
    return resume.take()
  }

  /// Takes one among the silent ones, now or when it is silent.
  mutating func queue(_ place: ConnectionPlace) {
    guard open[ObjectIdentifier(place.channel)] === place else { return }
    silent.add(place)
    silent.tidy(open.values)
    guard isBoundPerAddress else { return }
    let network = place.network
    neighbours[network]?.silent.add(place)
    guard let group = neighbours[network], group.silent.count > 2 * group.open + 64 else { return }
    neighbours[network]?.silent.tidy(open.values.filter { $0.network == network })
  }

  mutating func remove(_ place: ConnectionPlace) {
    guard open[ObjectIdentifier(place.channel)] === place else {
      refused -= 1
      return
    }
    comeBack(place)
    open[ObjectIdentifier(place.channel)] = nil
    guard isBoundPerAddress else { return }
    neighbours[place.network]?.open -= 1
    if neighbours[place.network]?.open == 0 { neighbours[place.network] = nil }
  }

  /// From now on none is admitted. Gives those that are open.
  mutating func stop() -> [any Channel] {
    isStopping = true
    return channels
  }
}
