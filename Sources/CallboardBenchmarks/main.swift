let wanted = Set(CommandLine.arguments.dropFirst())
func wants(_ name: String) -> Bool { wanted.isEmpty || wanted.contains(name) }
if wants("decoding") { Decoding.run() }
if wants("board") { BoardWork.run() }
if wants("filter") { try FilterWork.run() }
if wants("screen") { try ScreenWork.run() }
if wants("readers") { try ReaderWork.run() }
if wants("journal") { try JournalWork.run() }
