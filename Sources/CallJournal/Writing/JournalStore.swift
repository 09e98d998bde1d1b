import CallModel

/// A journal that is open for writing: its lock, the file of the current day, the last sequence.
struct JournalStore: ~Copyable {
  let folder: JournalFolder
  private var lock: JournalLock
  private var file: JournalFile?
  private(set) var lastSequence: UInt64 = 0
  private var lines: [UInt8] = []
  private let settings: JournalSettings

  private init(
    _ folder: JournalFolder, _ settings: JournalSettings, lock: consuming JournalLock
  ) {
    self.folder = folder
    self.settings = settings
    self.lock = lock
  }

  static func open(
    _ folder: JournalFolder, _ settings: JournalSettings
  ) throws(JournalError) -> JournalStore {
    try folder.create()
    var store = JournalStore(folder, settings, lock: try JournalLock.take(folder))
    let days = try folder.days()
    try store.openFile(of: settings.dayName(settings.clock()))
    if store.lastSequence == 0 { store.lastSequence = try lastSequence(in: days) }
    return store
  }

  private static func open(
    _ day: String, _ folder: JournalFolder, _ settings: JournalSettings
  ) throws(JournalError) -> JournalFile {
    var cut = 0
    let file = try JournalFile.open(folder, day: day, cut: &cut)
    if cut > 0 {
      settings.logger.warning(
        "cut \(cut) bytes off \(folder.path(of: day)): its last line was not written to its end")
    }
    return file
  }

  private static func lastSequence(in days: [JournalFolder.Day]) throws(JournalError) -> UInt64 {
    var last: UInt64 = 0
    for day in days.reversed() {
      try JournalReader(days: [day]).forEach { item throws(JournalError) in
        if case .entry(let entry) = item { last = max(last, entry.sequence) }
        return true
      }
      if last > 0 { break }
    }
    return last
  }

  /// Writes entries (``JournalEntry/members(_:)``), all of them or none. Gives the sequence of the
  /// first.
  mutating func append(
    _ entries: [[UInt8]], at moment: Instant
  ) throws(JournalError) -> UInt64 {
    try openFile(of: settings.dayName(moment))
    let first = lastSequence + 1
    lines.removeAll(keepingCapacity: true)
    for (place, members) in entries.enumerated() {
      JournalEntry.appendLine(sequence: first + UInt64(place), members: members, to: &lines)
    }
    try file?.append(lines, syncing: settings.durability == .sync)
    lastSequence += UInt64(entries.count)
    return first
  }

  /// Throws while nothing can be written.
  mutating func probe(at moment: Instant) throws(JournalError) {
    try openFile(of: settings.dayName(moment))
    try file?.probe()
  }

  /// The order of the files is that of the sequences: no day before the newest is begun again.
  private mutating func openFile(of today: String) throws(JournalError) {
    if !lock.isHeld { lock = try JournalLock.take(folder) }
    let isOurs = file?.isOurs ?? false
    if isOurs, let day = file?.day, day >= today { return }
    let newest = try folder.regularDays().days.last
    let day = max(today, newest?.name ?? "")
    if let newest, newest.isCompressed, newest.name == day {
      throw .system(
        path: newest.path, doing: "write to",
        reason: "it is compressed, and the current day; uncompress it with gunzip")
    }
    if isOurs { try file?.settle() }
    file = nil
    file = try Self.open(day, folder, settings)
    lastSequence = max(lastSequence, try file?.lastSequence() ?? 0)
  }

  /// Removes the days that need not be kept any more; they are said in the log.
  static func clean(_ folder: JournalFolder, _ settings: JournalSettings) {
    guard let days = try? folder.regularDays().days else { return }
    let now = settings.clock()
    // Not even where a file of a day that has not come yet stands behind it.
    let past = days.filter { $0.name < settings.dayName(now) } + days.suffix(1)
    for day in settings.retention.excess(of: past, now: now, dayName: settings.dayName) {
      folder.remove(day, logger: settings.logger)
    }
  }
}
