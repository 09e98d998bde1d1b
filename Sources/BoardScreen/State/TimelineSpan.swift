/// How much of the past a timeline shows, from a minute to four hours.
package struct TimelineSpan: Hashable, Sendable {
  private static let minutes = [1, 2, 5, 10, 15, 30, 60, 120, 240]
  private var place: Int

  package static let standard = TimelineSpan(place: 3)

  var duration: Duration { .seconds(60 * Self.minutes[place]) }
  var shorter: TimelineSpan { TimelineSpan(place: max(place - 1, 0)) }
  var longer: TimelineSpan { TimelineSpan(place: min(place + 1, Self.minutes.count - 1)) }
}
