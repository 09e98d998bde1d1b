import BoardScreen
import CNcurses
import Glibc

/// Makes screen inputs of what ncurses reads.
struct KeyTranslation {
  /// Two presses on one place within this time are a double click.
  private static let doubleClickTime = Duration.milliseconds(400)
  private static let escape: UInt8 = 27
  private var lastPress: (x: Int, y: Int, at: ContinuousClock.Instant)?
  /// An escape sequence whose end has not come yet.
  private var unfinished: [UInt8] = []
  private var characters = IncomingCharacters()

  /// All that was read at once; what means nothing here is left out.
  mutating func inputs(
    _ events: [cn_event], now: ContinuousClock.Instant = .now
  ) -> [ScreenInput] {
    var inputs: [ScreenInput] = []
    var bytes = unfinished
    unfinished = []
    for event in events {
      switch event.kind {
      case cn_byte: bytes.append(UInt8(truncatingIfNeeded: event.code))
      default:
        inputs += text(bytes, now)
        bytes = []
        if let key = Self.named[event.code] { inputs.append(.key(key)) }
      }
    }
    return inputs + text(bytes, now)
  }

  private static let named: [UInt32: Key] = [
    cn_up.rawValue: .up, cn_down.rawValue: .down, cn_left.rawValue: .left,
    cn_right.rawValue: .right, cn_page_up.rawValue: .pageUp, cn_page_down.rawValue: .pageDown,
    cn_home.rawValue: .home, cn_end.rawValue: .end, cn_enter.rawValue: .enter,
    cn_back_tab.rawValue: .backTab, cn_backspace.rawValue: .backspace,
  ]

  private mutating func text(
    _ bytes: [UInt8], _ now: ContinuousClock.Instant
  ) -> [ScreenInput] {
    var inputs: [ScreenInput] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == Self.escape else {
        if let input = characters.next(byte).flatMap(Self.input) { inputs.append(input) }
        continue
      }
      switch EscapeSequence(rest) {
      case .none: inputs.append(.key(.escape))
      case .unfinished:
        unfinished = [byte] + rest
        return inputs
      case .unknown(let count): rest = rest.dropFirst(count)
      case .key(let key, let count):
        rest = rest.dropFirst(count)
        inputs.append(.key(key))
      case .press(let button, let x, let y, let count):
        rest = rest.dropFirst(count)
        if let input = press(button, x, y, now) { inputs.append(input) }
      }
    }
    return inputs
  }

  private static func input(_ scalar: Unicode.Scalar) -> ScreenInput? {
    switch scalar.value {
    case 3: .quit(signal: SIGINT)
    case 9: .key(.tab)
    case 10, 13: .key(.enter)
    case 8, 127: .key(.backspace)
    case 1...26: Unicode.Scalar(scalar.value + 96).map { .key(.control(Character($0))) }
    case 0..<32, 0x80..<0xA0: nil
    default: .key(.character(Character(scalar)))
    }
  }

  private mutating func press(
    _ button: Int, _ x: Int, _ y: Int, _ now: ContinuousClock.Instant
  ) -> ScreenInput? {
    switch button {
    case 64: return .wheel(lines: -3, x: x, y: y)
    case 65: return .wheel(lines: 3, x: x, y: y)
    case 0: break
    default: return nil
    }
    if let last = lastPress, last.x == x, last.y == y, now - last.at <= Self.doubleClickTime {
      lastPress = nil
      return .doubleClick(x: x, y: y)
    }
    lastPress = (x, y, now)
    return .click(x: x, y: y)
  }
}
