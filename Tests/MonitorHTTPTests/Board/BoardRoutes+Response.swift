import Monitoring

@testable import MonitorHTTP

extension BoardRoutes {
  /// The whole answer at once.
  func response(to head: RequestHead) -> Response {
    switch reading(of: head) {
    case .ready(let response): response
    case .brief(let answer): answer().response
    case .metrics(let route): route.response()
    case .search(var search): found(by: &search).response
    }
  }

  private func found(by search: inout CallSearch) -> BoardAnswer {
    while true {
      if let found = search.look(at: monitor) {
        return BoardAnswer(ListBody(monitor, calls: found, of: search.query))
      }
    }
  }
}

extension BoardAnswer {
  fileprivate var response: Response {
    switch self {
    case .whole(let response): return response
    case .pieces(var body, var list):
      while !list.isAtEnd { body += list.next() }
      return .json(body: body)
    }
  }
}
