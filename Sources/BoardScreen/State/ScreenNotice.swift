import CallModel

/// What the last line says of something that was done, or could not be.
package struct ScreenNotice: Hashable, Sendable {
  package var text: String
  package var isFault: Bool

  package init(_ text: String, isFault: Bool = false) {
    self.text = text
    self.isFault = isFault
  }
}

extension ScreenNotice {
  /// What came of the request to forward a callback once more.
  init(_ answer: ForwardAgain) {
    switch answer {
    case .begun: self.init("It is forwarded once more.")
    case .underway: self.init("It is on its way already.")
    case .full: self.init("There is no room for it: too much waits to be forwarded.", isFault: true)
    case .notAccepted: self.init("It was rejected, and is not forwarded.", isFault: true)
    case .forgotten: self.init("It is not kept any more.", isFault: true)
    case .off:
      self.init(
        "Nothing is forwarded from here: start the listener with --forward.",
        isFault: true)
    }
  }
}
