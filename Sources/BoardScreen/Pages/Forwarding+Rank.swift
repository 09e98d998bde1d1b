import CallModel

extension Forwarding {
  /// What needs to be looked at is behind what is well.
  var rank: Int {
    switch self {
    case .delivered: 0
    case .sending: 1
    case .waiting: 2
    case .returned: 3
    case .again: 4
    case .failed: 5
    case .dropped: 6
    }
  }

  /// Why it was not taken.
  var fault: String? {
    switch self {
    case .again(_, let fault), .failed(let fault), .returned(let fault): fault
    case .waiting, .sending, .delivered, .dropped: nil
    }
  }
}
