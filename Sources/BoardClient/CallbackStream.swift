import AsyncHTTPClient
import CallJournal
import CallbackWire
import Foundation
import Monitoring
import NIOCore

/// `/v1/callbacks` of a listener, read as it comes; on one task.
package struct CallbackStream {
  package enum Event: Sendable {
    /// Who listens; the first of each stream.
    case hello(ListenerGreeting)
    /// What was had before is to be forgotten.
    case restart
    /// From here on callbacks come when they happen.
    /// `sequence`: all up to that one was told; nil where none is known.
    case live(sequence: UInt64?)
    case callback(JournalEntry)
    /// A line that tells what is known of the account beyond single calls, see ``AccountFact``.
    case fact([UInt8])
    /// The listener is there, and has nothing to tell.
    case isAlive
  }

  private let base: String
  private let clock: @Sendable () -> NIODeadline
  private let begunAt: NIODeadline
  private var parser = EventStreamParser()
  private var body: HTTPClientResponse.Body.AsyncIterator
  private var hasGreeted = false
  /// What came since the last event that this program knows.
  private var bytesOfNothing = 0

  /// A listener greets before anything else; it has gathered what it will tell by then.
  private static let timeToGreet = TimeAmount.seconds(10)
  /// More than one event takes.
  private static let mostOfNothing = 8 << 20

  init(
    _ response: HTTPClientResponse, of base: String, clock: @escaping @Sendable () -> NIODeadline
  ) {
    self.base = base
    self.clock = clock
    begunAt = clock()
    body = response.body.makeAsyncIterator()
  }

  /// What came next, which may be no whole event yet; nil at the end.
  ///
  /// - Throws: also where it is not the stream of a listener: nothing comes before the greeting, which
  ///   comes soon, and what comes means something.
  package mutating func next() async throws(ListenerClientError) -> [Event]? {
    do {
      guard let bytes = try await body.next() else { return nil }
      let events = try parser.take(bytes.readableBytesView).compactMap(Self.event)
      bytesOfNothing = events.isEmpty ? bytesOfNothing + bytes.readableBytes : 0
      if case .hello = events.first { hasGreeted = true }
      if let fault = fault(events) { throw ListenerClientError.strange(base, fault) }
      return events
    } catch let error as ListenerClientError {
      throw error
    } catch let error as JournalLineError {
      throw .strange(base, error.description)
    } catch is EventStreamParser.TooLong {
      throw .strange(base, "a line has no end")
    } catch is DecodingError {
      throw .strange(base, "its greeting is none")
    } catch {
      throw ListenerClient.error(forBreakOff: error, of: base)
    }
  }

  private func fault(_ events: [Event]) -> String? {
    guard bytesOfNothing <= Self.mostOfNothing else { return "nothing that it says is an event" }
    guard !hasGreeted else { return nil }
    return events.isEmpty && clock() - begunAt <= Self.timeToGreet ? nil : "it does not greet"
  }

  private struct Live: Decodable { var sequence: UInt64? }

  /// Nil for what this program does not know.
  static func event(_ event: EventStreamParser.Event) throws -> Event? {
    switch event.name {
    // The comments and "afresh" are how older listeners say it.
    case "hello", ":hello":
      .hello(try JSONDecoder().decode(ListenerGreeting.self, from: Data(event.data)))
    case "restart", "afresh": .restart
    case "live":
      .live(sequence: try JSONDecoder().decode(Live.self, from: Data(event.data)).sequence)
    case ":live": .live(sequence: UInt64(String(decoding: event.data, as: UTF8.self)))
    case "message": .callback(try JournalEntry(line: event.data[...]))
    case "fact": .fact(event.data)
    case ":": .isAlive
    default: nil
    }
  }
}
