import CallModel

/// The lines that are not well, in a row of the header: which, since when, and what may be called
/// meanwhile.
struct LineNotice: View {
  let troubles: LineTroubles
  let now: Instant
  let settings: ScreenSettings

  private typealias Part = (text: String, style: Style)

  func draw(_ frame: inout Frame, in area: Area) {
    let room = area.width - 2
    let (long, short) = (parts(isShort: false), parts(isShort: true))
    let told =
      Self.width(long) <= room ? long : Self.width(short) <= room ? short : fitting(short, room)
    var x = 1
    for part in told where room > x {
      let cut = TextWidth.cut(part.text, to: room - x + 1, mark: settings.signs.ellipsis)
      x += frame.write(cut, x: x, y: area.y, style: part.style) + Self.gap
    }
  }

  private static let gap = 2

  private static func width(_ parts: [Part]) -> Int {
    parts.reduce(-gap) { $0 + TextWidth.of($1.text) + gap }
  }

  /// As many lines as there is room for, and how many others there are.
  private func fitting(_ parts: [Part], _ room: Int) -> [Part] {
    var parts = parts
    if troubles.count > told.count, parts.count > 1 { parts.removeLast() }
    while parts.count > 1 {
      parts.removeLast()
      let all = parts + others(besides: parts.count)
      if Self.width(all) <= room { return all }
    }
    return parts
  }

  private func others(besides shown: Int) -> [Part] {
    let count = troubles.count - shown
    return count > 0 ? [("+\(count) more", Style(.red, bold: true))] : []
  }

  private func parts(isShort: Bool) -> [Part] {
    let sign = settings.signs.down + " "
    if let since = troubles.silentSince {
      let words = isShort ? "lines unknown, none since " : "lines unknown: no heartbeat since "
      return [(sign + words + time(since), Self.style("WARNING"))]
    }
    guard troubles.count > 0 else {
      return troubles.account.map { account in
        let words = isShort ? "" : "Exotel says "
        let rest = isShort ? " " : ": no line is named, since "
        let text = sign + words + account.word + rest + time(account.since)
        return [(text, Self.style(account.word))]
      } ?? []
    }
    let lines = told.map { line, health in
      let words = isShort ? short(line, health) : long(line, health)
      return (sign + words, Self.style(worst(health)))
    }
    return lines + others(besides: lines.count)
  }

  private var told: [(Line, LineHealth)] {
    troubles.lines.compactMap { line in line.health.map { (line, $0) } }
  }

  /// `Sales 08044556678 incoming CRITICAL since 12:50:00, alternate 08044556679`.
  private func long(_ line: Line, _ health: LineHealth) -> String {
    let label = line.label.map { $0 + " " } ?? ""
    let name = label + (line.number.map { CallWords.number($0, settings.signs) } ?? line.key)
    let since = health.since.map { " since " + time($0) } ?? ""
    let alternate = health.alternate.map { ", alternate " + CallWords.number($0, settings.signs) }
    return name + " " + Self.words(health) + since + (alternate ?? "")
  }

  /// `Sales in CRITICAL 12:50, use 08044556679`.
  private func short(_ line: Line, _ health: LineHealth) -> String {
    let name = line.label ?? line.number.map { CallWords.number($0, settings.signs) } ?? line.key
    let since = health.since.map { " " + String(time($0).dropLast(3)) } ?? ""
    let alternate = health.alternate.map { ", use " + CallWords.number($0, settings.signs) }
    return name + " " + Self.words(health, isShort: true) + since + (alternate ?? "")
  }

  private func time(_ moment: Instant) -> String { settings.clock.moment(moment, now: now) }

  private static func words(_ health: LineHealth, isShort: Bool = false) -> String {
    switch (health.incoming, health.outgoing) {
    case (let incoming, let outgoing) where incoming == outgoing: incoming.text
    case (let incoming, .ok): (isShort ? "in " : "incoming ") + incoming.text
    case (.ok, let outgoing): (isShort ? "out " : "outgoing ") + outgoing.text
    case (let incoming, let outgoing): "in \(incoming.text), out \(outgoing.text)"
    }
  }

  private func worst(_ health: LineHealth) -> String {
    (health.incoming == .ok ? health.outgoing : health.incoming).text
  }

  private static func style(_ word: String) -> Style {
    Style(word == "WARNING" ? .amber : .red, bold: true, reverse: true)
  }
}
