/// What every encoding of a callback comes down to: an ordered list of flat fields.
///
/// A name is flat text; members of what is nested follow in brackets, as `Legs[0][Status]` and
/// `Legs[0][Insights][Status]`. A null entry or an empty container is a field without a value.
/// Texts are clean (``TextCleaning``); of several fields with one name the first known counts.
package struct CallbackFields: Hashable, Sendable {
  /// One name and what is said under it.
  package struct Field: Hashable, Sendable {
    package var name: String
    /// Nil is "not known", however the wire spelled it (`callbacks.md` § 3).
    package var value: String?

    package init(name: String, value: String?) {
      self.name = name
      self.value = value
    }
  }

  package var all: [Field]

  package init(_ all: [Field] = []) {
    self.all = all
  }

  /// The first known value of that name.
  package subscript(name: String) -> String? {
    for field in all where field.name == name {
      if let value = field.value { return value }
    }
    return nil
  }

  /// Puts a field behind the others, also where the name is there already.
  package mutating func append(_ name: String, _ value: String?) {
    all.append(Field(name: name, value: value))
  }
}

/// What the readers of the encodings hand their fields to.
package protocol FieldSink {
  /// Name and value are the decoded bytes as they came; a JSON null is an empty value. There may be as
  /// many as the body has room for.
  mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>)
}

extension CallbackFields: FieldSink {
  package mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    append(TextCleaning.cleaned(name), TextCleaning.knownText(value))
  }
}
