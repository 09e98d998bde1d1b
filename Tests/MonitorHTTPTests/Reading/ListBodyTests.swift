import CallModel
import CallbackWire
import Foundation
import ListenerTesting
import Testing

@testable import MonitorHTTP
@testable import Monitoring

struct ListBodyTests {
  private let monitor = TestFloor.monitor()

  private func fill(_ count: Int) {
    for number in 0..<count {
      TestFloor.send(TestFloor.dial("s\(number)", agent: "0988\(1_000_000 + number)"), to: monitor)
    }
  }

  private func pieces(_ list: ListBody) -> [[UInt8]] {
    var (list, pieces) = (list, [[UInt8]]())
    while !list.isAtEnd { pieces.append(list.next()) }
    return pieces
  }

  private func object(_ pieces: [[UInt8]]) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(pieces.joined()))
    return try #require(json as? [String: Any])
  }

  private func sids(_ object: [String: Any]) -> [String] {
    (object["calls"] as? [[String: Any]] ?? []).compactMap { $0["sid"] as? String }
  }

  @Test func `the pieces are bounded, and together the list`() throws {
    fill(400)
    let query = CallQuery()
    let found = CallSearch.Result(sids: (0..<300).map { "s\($0)" }, total: 400)
    let pieces = pieces(ListBody(monitor, calls: found, of: query))
    #expect(pieces.count > 3 && pieces.allSatisfy { $0.count < 40_000 })
    let object = try object(pieces)
    #expect(sids(object) == found.sids)
    #expect(object["total"] as? Int == 400 && object["cursor"] as? String == "c8c")
    for sid in ["s0", "s299"] {
      let row = try #require(monitor.read { board, _, _ in board.call(sid) })
      var writer = JSONWriter()
      writer.call(row)
      #expect(Array(pieces.joined()).contains(writer.bytes))
    }
  }

  @Test func `an empty list is one, and what has left meanwhile is left out`() throws {
    let nothing = CallSearch.Result(sids: [], total: 0)
    let empty = pieces(ListBody(monitor, calls: nothing, of: CallQuery()))
    #expect(
      empty.map { String(decoding: $0, as: UTF8.self) }
        == [#"{"calls":[],"total":0,"cursor":null}"#])
    fill(2)
    let found = CallSearch.Result(sids: ["gone", "s1", "gone", "s0", "gone"], total: 5)
    let pieces = pieces(ListBody(monitor, calls: found, of: CallQuery()))
    #expect(sids(try object(pieces)) == ["s1", "s0"])
  }

  @Test func `a call with many callbacks comes in pieces, whole`() throws {
    for number in 0..<200 {
      let padding = String(repeating: "x", count: 1_000)
      TestFloor.send(TestFloor.dial("s") + "&n=\(number)&padding=\(padding)", to: monitor)
    }
    let (row, kept) = try #require(
      monitor.read { board, wire, _ in board.call("s").map { ($0, wire.callbacks(of: "s")) } })
    #expect(kept.count == 200)
    let pieces = pieces(ListBody(monitor, row, callbacks: kept))
    // Before them stands the call with its 200 legs.
    #expect(pieces.count > 5 && pieces.dropFirst().allSatisfy { $0.count < 40_000 })
    let call = try object(pieces)
    #expect(call["sid"] as? String == "s" && call["callbackCount"] as? Int == 200)
    let targets = try #require(call["callbacks"] as? [[String: Any]]).map {
      $0["target"] as? String
    }
    #expect(targets == kept.map { $0.raw.target })
  }

  @Test func `the first rows are of the moment in which all were counted`() throws {
    fill(3)
    var search = CallSearch(CallQuery())
    let look = search.look(at: monitor)
    let found = try #require(look)
    #expect(found.rows.map(\.call.sid).sorted() == ["s0", "s1", "s2"])
    // What comes between the count and the writing is not told in half.
    TestFloor.send(
      TestFloor.dial("s0").replacing("EventType=Dial", with: "EventType=Answered"), to: monitor)
    let list = try object(pieces(ListBody(monitor, calls: found, of: CallQuery())))
    let calls = try #require(list["calls"] as? [[String: Any]])
    #expect(calls.compactMap { $0["state"] as? String } == ["dialing", "dialing", "dialing"])
  }

  @Test func `agents come in pages that follow each other`() throws {
    fill(250)
    let routes = BoardRoutes(
      monitor: monitor, access: AccessControl(key: nil, token: nil), country: .india)
    var (numbers, cursor, pages) = ([String](), "", 0)
    repeat {
      let head = RequestHead(
        .init(
          version: .http1_1, method: .GET, uri: "/v1/agents?limit=100" + cursor,
          headers: ["Host": "localhost"]))
      let page = try object([routes.response(to: head).body])
      let agents = try #require(page["agents"] as? [[String: Any]])
      numbers += agents.compactMap { $0["number"] as? String }
      #expect(page["total"] as? Int == 250)
      cursor = (page["cursor"] as? String).map { "&cursor=" + $0 } ?? ""
      pages += 1
    } while !cursor.isEmpty
    #expect(pages == 3 && Set(numbers).count == 250 && numbers.count == 250)
  }
}
