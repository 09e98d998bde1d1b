/// One look at a subject: which terms of a filter hold for it.
package struct FilterScan {
  private let terms: FilterTerms
  private(set) var found: FilterTerms.Marks = 0

  init(_ terms: FilterTerms) { self.terms = terms }

  /// A text of the subject; nothing happens where there is none.
  package mutating func text(_ text: String?, _ scope: FilterScope) {
    let wanted = terms.marks(of: scope) & ~found
    guard wanted != 0, let text else { return }
    found |= terms.found(in: text, wanted: wanted)
  }

  /// A number, in which others are found however the two are spelled.
  package mutating func number(_ number: PhoneNumber?, _ scope: FilterScope) {
    let wanted = terms.marks(of: scope) & ~found
    guard wanted != 0, let number else { return }
    found |= terms.found(in: number, wanted: wanted)
  }

  /// An id that is found by its beginning; it is a text besides.
  package mutating func id(_ id: String?, _ field: CallFilter.Field) {
    guard let id else { return }
    found |= terms.found(id: id, in: field)
  }

  /// The whole of a field that has only certain values.
  package mutating func word(_ word: String?, _ field: CallFilter.Field) {
    guard let word else { return }
    found |= terms.found(word: word, in: field)
  }
}
