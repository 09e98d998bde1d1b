import CallModel

extension BoardPage {
  /// With all numbers in it masked.
  var masked: BoardPage {
    var page = self
    page.lines.lines = lines.lines.map(\.masked)
    page.content =
      switch content {
      case .calls(let calls, let agents):
        .calls(calls.map(\.masked), agents: agents.map(\.masked))
      case .agents(let agents): .agents(agents.map(\.masked))
      case .timeline(let calls): .timeline(calls.map(\.masked))
      case .history(let calls): .history(calls.map(\.masked))
      case .callbacks(let requests): .callbacks(requests.map(\.masked))
      case .call(let detail): .call(detail?.masked)
      case .agent(let detail): .agent(detail?.masked)
      case .request(let detail): .request(detail?.masked)
      case .figures: .figures
      }
    return page
  }
}

extension ListPage {
  fileprivate func map(_ change: (Row) -> Row) -> ListPage {
    var page = self
    page.rows = rows.map(change)
    return page
  }
}

extension WireRow {
  fileprivate var masked: WireRow {
    var row = self
    row.agent = agent?.masked
    row.reason = reason.map { PhoneNumber.masking(numbersIn: $0) }
    row.event = event.map { PhoneNumber.masking(numbersIn: $0) }
    return row
  }
}

extension RequestDetail {
  fileprivate var masked: RequestDetail {
    var detail = self
    detail.row = row.masked
    detail.target = PhoneNumber.masking(numbersIn: target)
    detail.body = PhoneNumber.masking(numbersIn: body)
    return detail
  }
}

extension CallDetail {
  fileprivate var masked: CallDetail {
    var detail = self
    detail.row = row.masked
    for place in raw.indices {
      detail.raw[place].callback = raw[place].callback.masked
      detail.raw[place].target = PhoneNumber.masking(numbersIn: raw[place].target)
      detail.raw[place].body = PhoneNumber.masking(numbersIn: raw[place].body)
    }
    return detail
  }
}

extension Line {
  fileprivate var masked: Line {
    var line = self
    line.key = PhoneNumber.masking(numbersIn: key)
    line.number = number?.masked
    line.health?.alternate = health?.alternate?.masked
    return line
  }
}
