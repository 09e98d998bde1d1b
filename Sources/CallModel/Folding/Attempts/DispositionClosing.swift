/// Which attempts a disposition closes (`board.md` § 1): those that began before its second; of those
/// that began in it the ones that it names, and all where there is none from before.
struct DispositionClosing {
  /// Places of the open attempts that it closes.
  private(set) var closed: [Int] = []
  /// Places of the attempts that come after it, though in the same second.
  private(set) var later: Set<Int> = []

  /// Looks at what is open and at what began last, for dispositions come in the order of time.
  init(_ delivery: Delivery, _ attempts: inout AttemptList) {
    let open = attempts.openPlaces()
    let second = delivery.time.wholeSeconds
    let last = attempts.all.lastIndex { $0.isBefore(second) } ?? -1
    let isFirst = last < 0 && !open.contains { attempts.all[$0].isBefore(second) }
    let named = isFirst ? [] : delivery.callback.namedDevices
    var candidates = Set(open)
    candidates.formUnion((last + 1)..<attempts.all.count)
    for place in candidates.sorted() where !attempts.all[place].isOfDisposition {
      let attempt = attempts.all[place]
      let isNamed = attempt.agent.map { named.contains($0.key) } ?? false
      if !isFirst, !attempt.isBefore(second), !isNamed {
        later.insert(place)
      } else if attempt.isOpen {
        closed.append(place)
      }
    }
  }
}

extension Attempt {
  /// Of those that stand before a disposition. What tells no time may have come in a later second by our
  /// clock.
  fileprivate func isBefore(_ second: Int64) -> Bool { began.time.wholeSeconds != second }
}

extension Callback {
  /// The keys of the devices of which it tells.
  fileprivate var namedDevices: Set<String> {
    Set(([agent] + legs.map(\.number)).compactMap { $0?.key })
  }
}
