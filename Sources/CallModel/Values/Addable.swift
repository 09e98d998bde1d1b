/// Figures that can be added up and taken back.
protocol Addable: Sendable, Equatable {
  init()
  static func += (left: inout Self, right: Self)
  static func -= (left: inout Self, right: Self)
}
