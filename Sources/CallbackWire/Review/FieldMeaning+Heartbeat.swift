extension FieldMeaning {
  /// What a field means in a heartbeat of the lines (`families.md` § 3.10); nil for one that nobody
  /// knows.
  init?(ofHeartbeat name: String) {
    let path = name.lowercased()
    switch path {
    case "timestamp": self.init("when it was sent", .time)
    case "status_type": self.init("how the lines of the account stand as a whole", .text)
    case "key": self.init("the listener's secret", nil)
    case "incoming_affected": self.init("the lines that calls do not come in on", .text)
    case "outgoing_affected": self.init("the lines that calls do not go out from", .text)
    case "data": self.init("the lines; none is told", nil)
    case _ where path.hasPrefix("incoming_affected["):
      self.init("a line that calls do not come in on, by its SID", .text)
    case _ where path.hasPrefix("outgoing_affected["):
      self.init("a line that calls do not go out from, by its SID", .text)
    default: self.init(ofLine: name)
    }
  }

  private init?(ofLine name: String) {
    guard name.lowercased().hasPrefix("data["), let end = name.firstIndex(of: "]") else {
      return nil
    }
    let line = "line \(TextCleaning.cleaned(String(name[..<end].dropFirst(5))))"
    switch name[end...].dropFirst().lowercased() {
    case "": self.init("\(line): nothing is told of it", nil)
    case "[phone_number]", "[exophone]": self.init("\(line): its number", .phone)
    case "[connectivity][incoming_call][status]":
      self.init("\(line): whether calls come in; active is well", .text)
    case "[connectivity][outgoing_call][status]":
      self.init("\(line): whether calls go out; active is well", .text)
    case "[connectivity][incoming_call][alternate_exophone]":
      self.init("\(line): what may be called meanwhile", .phone)
    case "[connectivity][outgoing_call][alternate_exophone]":
      self.init("\(line): what calls may go out from meanwhile", .phone)
    case "[connectivity][incoming_call][last_check_time]",
      "[connectivity][outgoing_call][last_check_time]":
      self.init("\(line): when this was looked at last", nil)
    default: return nil
    }
  }
}
