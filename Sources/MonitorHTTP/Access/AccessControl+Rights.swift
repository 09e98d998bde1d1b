extension AccessControl {
  /// Why a request may not use the route that was found for it; nil where it may.
  func problem(with head: RequestHead, at route: Route) -> ProblemDocument? {
    guard route.methods.contains(head.method) else {
      return .method(head.method, allowed: route.methods.joined(separator: ", "))
    }
    switch route.right {
    case .everybody: return nil
    case .sender:
      let isAdmitted = admitsCallback(target: head.target, authorization: head.authorization)
      return isAdmitted ? nil : Self.keyIsWrong
    case .reader:
      guard hasToken else { return problemOfStranger(head) }
      return admitsReading(authorization: head.authorization) ? nil : Self.tokenIsWrong
    case .observer: return hasToken ? nil : problemOfStranger(head)
    }
  }

  private static let keyIsWrong = ProblemDocument(
    status: .unauthorized,
    detail: "the key is missing or wrong; send it as ?key=… or as the password of HTTP Basic",
    headers: [("WWW-Authenticate", "Basic realm=\"callboard\"")])

  private static let tokenIsWrong = ProblemDocument(
    status: .unauthorized,
    detail: "the token is missing or wrong; send it as Authorization: Bearer …",
    headers: [("WWW-Authenticate", "Bearer realm=\"callboard\"")])

  /// Without a token only programs of this machine are to read; a web page in its browser is none.
  private func problemOfStranger(_ head: RequestHead) -> ProblemDocument? {
    guard let authority = head.authority, names.contains(authority) else {
      let name = head.authority.map { "'\($0.host)' is no name of this listener" }
      return ProblemDocument(
        status: .forbidden,
        detail:
          "\(name ?? "no host is named"); without a token it is read as localhost or by a name "
          + "that --host gave it: start it with --host NAME, or with a token")
    }
    guard head.origins.allSatisfy({ Self.isOwn($0, authority) }) else {
      return ProblemDocument(
        status: .forbidden,
        detail: "pages of other origins may not read a listener without a token")
    }
    return nil
  }

  /// True for a page that came from the same host and port.
  private static func isOwn(_ origin: String, _ authority: Authority) -> Bool {
    guard let mark = origin.firstRange(of: "://"),
      let given = Authority(origin[mark.upperBound...])
    else { return false }
    let scheme = origin[..<mark.lowerBound].lowercased()
    return ["http", "https"].contains(scheme) && authority.isSame(as: given, scheme: scheme)
  }
}
