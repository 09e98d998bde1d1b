/// Reads a query or an `application/x-www-form-urlencoded` body.
///
/// A `+` is a blank. A percent sign that begins no escape stands for itself. A name without `=`
/// has an empty value; a pair without anything is no field. No bytes are wrong.
package enum FormFields {
  package static func read<Sink: FieldSink>(_ bytes: Span<UInt8>, into sink: inout Sink) {
    var name: [UInt8] = []
    var value: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let pair = Pair(bytes, from: start)
      start = pair.end + 1
      if pair.isEmpty { continue }
      let nameBytes = bytes.extracting(pair.name)
      let valueBytes = bytes.extracting(pair.value)
      if pair.isNameEscaped { unescape(nameBytes, into: &name) }
      if pair.isValueEscaped { unescape(valueBytes, into: &value) }
      switch (pair.isNameEscaped, pair.isValueEscaped) {
      case (false, false): sink.take(nameBytes, valueBytes)
      case (false, true): sink.take(nameBytes, value.span)
      case (true, false): sink.take(name.span, valueBytes)
      case (true, true): sink.take(name.span, value.span)
      }
    }
  }

  private static func unescape(_ bytes: Span<UInt8>, into result: inout [UInt8]) {
    result.removeAll(keepingCapacity: true)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = bytes[index + 1].hexValue, let low = bytes[index + 2].hexValue
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        index += 1
      }
    }
  }
}

/// Where a name and its value stand.
private struct Pair {
  let name: Range<Int>
  let value: Range<Int>
  let isNameEscaped: Bool
  let isValueEscaped: Bool

  var end: Int { value.upperBound }
  var isEmpty: Bool { name.lowerBound == value.upperBound }

  init(_ bytes: Span<UInt8>, from start: Int) {
    var equals: Int?
    var escapedName = false
    var escapedValue = false
    var index = start
    scan: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "&"): break scan
      case UInt8(ascii: "=") where equals == nil: equals = index
      case UInt8(ascii: "%"), UInt8(ascii: "+"):
        if equals == nil { escapedName = true } else { escapedValue = true }
      default: break
      }
      index += 1
    }
    name = start..<(equals ?? index)
    value = (equals.map { $0 + 1 } ?? index)..<index
    isNameEscaped = escapedName
    isValueEscaped = escapedValue
  }
}
