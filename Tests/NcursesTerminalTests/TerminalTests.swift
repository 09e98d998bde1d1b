import Testing

/// All that needs ncurses, of which a process has one: one test after the other.
@Suite(.serialized) enum TerminalTests {}
