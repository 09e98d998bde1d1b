import AsyncHTTPClient
import CallbackWire
import Foundation
import Monitoring

/// `/v1/callbacks` of a listener, read as it comes; on one task.
package struct CallbackStream {
  package enum Event: Sendable {
    /// Who listens; the first of each stream.
    case hello(ListenerGreeting)
    /// What was had before is to be forgotten.
    case afresh
    /// From here on callbacks come when they happen.
    /// `sequence`: all up to that one was told; nil where none is known.
    case live(sequence: UInt64?)
    case callback(JournalEntry)
  }

  private let base: String
  private var parser = EventStreamParser()
  private var body: HTTPClientResponse.Body.AsyncIterator

  init(_ response: HTTPClientResponse, of base: String) {
    self.base = base
    body = response.body.makeAsyncIterator()
  }

  /// What came next, which may be no more than a sign of life; nil at the end.
  package mutating func next() async throws(BoardClientError) -> [Event]? {
    do {
      guard let bytes = try await body.next() else { return nil }
      return try parser.take(bytes.readableBytesView).compactMap(Self.event)
    } catch let error as JournalLineError {
      throw .strange(base, error.description)
    } catch is EventStreamParser.TooLong {
      throw .strange(base, "a line has no end")
    } catch is DecodingError {
      throw .strange(base, "its greeting is none")
    } catch {
      throw .unreachable(base, BoardClient.reason(forBreakOff: error))
    }
  }

  /// Nil for what this program does not know.
  private static func event(_ event: EventStreamParser.Event) throws -> Event? {
    switch event.name {
    case ":hello":
      .hello(try JSONDecoder().decode(ListenerGreeting.self, from: Data(event.data)))
    case "afresh": .afresh
    case ":live": .live(sequence: UInt64(String(decoding: event.data, as: UTF8.self)))
    case "message": .callback(try JournalEntry(line: event.data[...]))
    default: nil
    }
  }
}
