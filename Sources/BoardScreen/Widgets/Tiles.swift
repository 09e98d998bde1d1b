import CallModel

/// A figure of the board: its word, what it is now, and how that looks.
struct Tile {
  let word: String
  /// Nil where it is not known.
  let value: String?
  let style: Style
  /// Of its threshold; empty for what has none.
  var mark = ""

  /// Its word, with the mark of its threshold: `RINGING!!`.
  var marked: String { word + mark }

  /// Where there is no room for a mark: underlined for one, reverse for two.
  var inLine: Style {
    var style = style
    style.isUnderlined = mark == Style(.amber).mark
    style.isReverse = mark == Style(.red).mark
    return style
  }
}

/// The figures that the header and the floor view show, coloured in one way.
struct Tiles {
  let page: BoardPage
  let settings: ScreenSettings

  private var live: LiveFigures { page.shown.live }
  private var window: WindowFigures { page.shown.window }

  /// Stands before figures that are those of a filter.
  var filterWord: String {
    "FILTERED" + (page.filtered?.isPartial == true ? settings.signs.ellipsis : "")
  }

  var dialing: Tile { count("DIALING", live.callers.dialing, .dialing) }
  var ringing: Tile { count("RINGING", live.callers.ringing, ringingRole, isUrgent: true) }

  /// `1 +2?`: callers who wait, and those of whom nobody is sure.
  var waiting: Tile {
    let tile = count(
      "WAITING", live.callers.waiting,
      settings.waiting.role(live.longestWaitingSince, now: page.now, calm: .waiting),
      isUrgent: true)
    guard live.uncertain > 0, let value = tile.value else { return tile }
    return Tile(
      word: tile.word, value: value + " +\(live.uncertain)?", style: tile.style, mark: tile.mark)
  }

  var talking: Tile { count("TALKING", live.callers.talking, .talking) }
  /// Calls that go out.
  var out: Tile { count("OUT", live.placed.total, .accent) }
  /// Missed, abandoned, voicemail.
  var lost: Tile { count("LOST", window.callers.lost, .red) }

  /// Agents in a call, or being called.
  var busy: Tile { agents("BUSY", page.figures.agentsBusy) }
  /// Agents who could take a call.
  var free: Tile { agents("FREE", page.figures.agentsFree) }

  /// None beside figures of a filter: agents are no calls that a filter of calls could match.
  var agents: [Tile] { page.filtered == nil ? [busy, free] : [] }

  private func agents(_ word: String, _ count: Int) -> Tile {
    Tile(word: word, value: "\(count)", style: Style(bold: true))
  }

  var serviceLevel: Tile {
    guard let level = window.serviceLevel else {
      return Tile(word: "SERVICE LEVEL", value: nil, style: .plain)
    }
    let role = settings.serviceLevelRole(level)
    return Tile(
      word: "SERVICE LEVEL", value: Rounded.percent(level),
      style: Style(role, bold: role != .text), mark: Style(role).mark)
  }

  /// Of how many answered calls the wait is known, by which service level and ASA are told; nil where
  /// it is of all.
  var knownWaits: String? {
    let (known, answered) = (window.callers.waits, window.callers.answered)
    return known < answered ? "known of \(known) of \(answered)" : nil
  }

  /// For how long the caller who rings longest has been ringing.
  var longestRing: Tile {
    Tile(
      word: "LONGEST RING",
      value: live.longestRingingSince.map { ClockFace.elapsed(page.now - $0) },
      style: Style(ringingRole, bold: true), mark: Style(ringingRole).mark)
  }

  /// Somebody has been ringing for too long.
  var isRingingRed: Bool { live.callers.ringing > 0 && ringingRole == .red }

  private var ringingRole: Style.Role {
    settings.ringing.role(live.longestRingingSince, now: page.now, calm: .ringing)
  }

  /// Without weight where there is nothing to count; `isUrgent` where its role is that of a threshold.
  private func count(
    _ word: String, _ count: Int, _ role: Style.Role, isUrgent: Bool = false
  ) -> Tile {
    let style = count == 0 ? Style(.muted) : Style(role, bold: true)
    return Tile(word: word, value: "\(count)", style: style, mark: isUrgent ? style.mark : "")
  }
}
