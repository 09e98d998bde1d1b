import Testing

@testable import CallModel

@Suite struct SortValueTests {
  @Test func `what is not known comes last in both directions`() {
    for descending in [false, true] {
      #expect(SortValue.number(1).precedes(.unknown, descending: descending) == true)
      #expect(SortValue.unknown.precedes(.text("a"), descending: descending) == false)
      #expect(SortValue.unknown.precedes(.unknown, descending: descending) == nil)
    }
  }

  @Test func `a direction turns numbers and texts round, without regard to case`() {
    #expect(SortValue.number(1).precedes(.number(2), descending: false) == true)
    #expect(SortValue.number(1).precedes(.number(2), descending: true) == false)
    #expect(SortValue("asha").precedes(SortValue("Ravi"), descending: false) == true)
    #expect(SortValue("ASHA").precedes(SortValue("asha"), descending: false) == nil)
  }
}
