import Testing

@testable import MonitorHTTP

struct DescriptorBudgetTests {
  @Test func `connections leave the rest of the process its descriptors`() {
    let small = DescriptorBudget(limit: 64, used: 20, reserved: 16).connections(wanted: 4_096)
    #expect(small.open == 21 && small.leaving == 7)
    let large = DescriptorBudget(limit: 8_192, used: 20, reserved: 32).connections(wanted: 4_096)
    #expect(large.open == 4_096 && large.leaving == 16)
    let none = DescriptorBudget(limit: 16, used: 20, reserved: 16).connections(wanted: 4_096)
    #expect(none.open == 3 && none.leaving == 1)
    let endless = DescriptorBudget(limit: .max, used: 20, reserved: 16).connections(wanted: 9)
    #expect(endless.open == 9)
  }
}
