/// A filter made ready for many subjects: each is looked at once, however much is looked for.
package struct CompiledFilter: Sendable {
  private indirect enum Part: Sendable {
    case all([Part])
    case either([Part])
    case not(Part)
    case term(FilterTerms.Marks)
    case measure(CallFilter.Measure, CallFilter.Comparison, Duration)
  }

  private let filter: CallFilter
  private let terms: FilterTerms
  private let whole: Part
  private let hasTerms: Bool

  /// Of at most 64 different terms, which is more than ``CallFilter/maximumTerms``.
  package init(_ filter: CallFilter) {
    var places: [FilterTerms.Term: Int] = [:]
    whole = Self.part(filter, &places)
    precondition(places.count <= FilterTerms.Marks.bitWidth, "a filter of too many terms")
    terms = FilterTerms(places.sorted { $0.value < $1.value }.map(\.key))
    hasTerms = !places.isEmpty
    self.filter = filter
  }

  private static func part(_ filter: CallFilter, _ places: inout [FilterTerms.Term: Int]) -> Part {
    func term(_ field: CallFilter.Field?, _ text: SearchText) -> Part {
      let term = FilterTerms.Term(field: field, text: text)
      let place = places[term] ?? places.count
      places[term] = place
      return .term(1 << FilterTerms.Marks(place))
    }
    switch filter {
    case .all(let parts): return .all(parts.map { part($0, &places) })
    case .either(let parts): return .either(parts.map { part($0, &places) })
    case .not(let inner): return .not(part(inner, &places))
    case .words(let text): return term(nil, text)
    case .field(let field, let text): return term(field, text)
    case .measure(let measure, let comparison, let duration):
      return .measure(measure, comparison, duration)
    }
  }

  /// True for what is wanted; `now` is for what still goes on.
  package func matches(_ subject: some FilterSubject, now: Instant) -> Bool {
    var scan = FilterScan(terms)
    if hasTerms { subject.tell(&scan) }
    return Self.holds(whole, scan.found, subject, now)
  }

  private static func holds(
    _ part: Part, _ found: FilterTerms.Marks, _ subject: some FilterSubject, _ now: Instant
  ) -> Bool {
    switch part {
    case .all(let parts): parts.allSatisfy { holds($0, found, subject, now) }
    case .either(let parts): parts.contains { holds($0, found, subject, now) }
    case .not(let inner): !holds(inner, found, subject, now)
    case .term(let mark): found & mark != 0
    case .measure(let measure, let comparison, let duration):
      subject.length(of: measure).map { comparison.holds($0.duration(at: now), duration) } ?? false
    }
  }

  /// The first moment after `now` at which time alone may change whether it matches; nil where it
  /// never does.
  func nextChange(_ subject: some FilterSubject, after now: Instant) -> Instant? {
    filter.nextChange(subject, after: now)
  }
}
