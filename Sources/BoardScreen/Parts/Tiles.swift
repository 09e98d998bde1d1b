import CallModel

/// A figure of the board: its word, what it is now, and how that looks.
struct Tile {
  let word: String
  /// Nil where it is not known.
  let value: String?
  let style: Style
}

/// The figures that the header and the floor view show, coloured in one way.
struct Tiles {
  let page: BoardPage
  let settings: ScreenSettings

  private var live: LiveFigures { page.figures.live }
  private var window: WindowFigures { page.figures.window }

  var dialing: Tile { count("DIALING", live.dialing, .dialing) }
  var ringing: Tile { count("RINGING", live.ringing, ringingRole) }

  var waiting: Tile {
    count(
      "WAITING", live.waiting,
      settings.waiting.role(live.longestWaitingSince, now: page.now, calm: .waiting))
  }

  var talking: Tile { count("TALKING", live.talking, .talking) }
  var missed: Tile { count("MISSED", window.missed, .red) }
  var abandoned: Tile { count("ABANDONED", window.abandoned, .amber) }

  /// Agents who could take a call; not known before the first agent is.
  var free: Tile {
    let isKnown = page.figures.agentsFree + page.figures.agentsBusy > 0
    return Tile(
      word: "FREE", value: isKnown ? "\(page.figures.agentsFree)" : nil, style: Style(bold: true))
  }

  var serviceLevel: Tile {
    guard let level = window.serviceLevel else {
      return Tile(word: "SERVICE LEVEL", value: nil, style: .plain)
    }
    let role = settings.serviceLevelRole(level)
    return Tile(
      word: "SERVICE LEVEL", value: "\(Int((level * 100).rounded())) %",
      style: Style(role, bold: role != .text))
  }

  /// For how long the call that rings longest has been ringing.
  var longestRing: Tile {
    Tile(
      word: "LONGEST RING",
      value: live.longestRingingSince.map { ClockFace.elapsed(page.now - $0) },
      style: Style(ringingRole, bold: true))
  }

  /// Somebody has been ringing for too long.
  var isRingingRed: Bool { live.ringing > 0 && ringingRole == .red }

  private var ringingRole: Style.Role {
    settings.ringing.role(live.longestRingingSince, now: page.now, calm: .ringing)
  }

  /// Without weight where there is nothing to count.
  private func count(_ word: String, _ count: Int, _ role: Style.Role) -> Tile {
    Tile(
      word: word, value: "\(count)", style: count == 0 ? Style(.muted) : Style(role, bold: true))
  }
}
