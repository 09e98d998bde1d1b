import CallModel

/// What is to be said about the value of one field, before it is cleaned.
struct FieldReview {
  private let decoder: CallbackDecoder
  private let meaning: FieldMeaning?
  /// How much of the value is kept, in scalars.
  private let limit: Int

  /// `name` is in its normal form.
  init(_ decoder: CallbackDecoder, _ name: String, _ meaning: FieldMeaning?) {
    self.decoder = decoder
    self.meaning = meaning
    var name = name
    limit =
      name.withUTF8 { KnownFields.field($0.span)?.maximumScalars } ?? TextCleaning.maximumScalars
  }

  func remarks(on raw: String) -> [ReviewRemark] {
    let cleaned = TextCleaning.cleaned(raw, limit: limit)
    var remarks: [ReviewRemark] = []
    if meaning == nil {
      remarks.append(ReviewRemark(.unknownField, "nobody knows it; the raw callback keeps it"))
    }
    let count = raw.unicodeScalars.count
    if count > limit {
      remarks.append(
        ReviewRemark(.tooLong, "it has \(count) characters, of which \(limit) are kept"))
    } else if cleaned != raw {
      remarks.append(ReviewRemark(.controlCharacters, "control characters are taken out of it"))
    }
    guard let content = meaning?.content else { return remarks }
    if bytes(of: cleaned, TextCleaning.isUnknown) {
      return remarks + [ReviewRemark(.notKnown, "read as not known")]
    }
    return remarks + self.remarks(on: cleaned, as: content)
  }

  private func remarks(on text: String, as content: FieldMeaning.Content) -> [ReviewRemark] {
    switch content {
    case .text: []
    case .word(let known): word(text, known)
    case .phoneWord: phoneWord(text)
    case .phone: phone(text)
    case .time: time(text)
    case .duration: duration(text)
    case .ringing:
      duration(text)
        + (bytes(of: text, FieldValue.duration) == .zero
          ? [ReviewRemark(.notKnown, "0 is how an unknown ring time is told")] : [])
    }
  }

  private func word(_ text: String, _ known: Set<String>) -> [ReviewRemark] {
    let normal = bytes(of: text, FieldValue.statusWord) ?? text
    guard known.contains(normal) else {
      return [
        ReviewRemark(
          .unknownWord, "'\(text)' is none of \(known.sorted().joined(separator: ", "))")
      ]
    }
    // Exotel's own events begin with a capital in one kind and with a small letter in the other.
    let isUsual = text == normal || text == normal.prefix(1).uppercased() + normal.dropFirst()
    return isUsual ? [] : [ReviewRemark(.spelling, "read as \(normal)")]
  }

  private func phoneWord(_ text: String) -> [ReviewRemark] {
    let word = bytes(of: text, FieldValue.statusWord) ?? text
    guard PhoneWords.final(word) == nil else { return [] }
    return [
      ReviewRemark(
        .unknownWord,
        "'\(text)' is neither completed nor a party and what became of it, as to_leg_unanswered and "
          + "customer_busy")
    ]
  }

  private func phone(_ text: String) -> [ReviewRemark] {
    let number = PhoneNumber(text, country: decoder.country)
    let digits = number.text.utf8.filter { $0.decimalValue != nil }.count
    if digits > 0, number.text.utf8.contains(where: { $0.asciiLowercase == UInt8(ascii: "x") }),
      !number.text.hasPrefix("sip:")
    {
      return [ReviewRemark(.masked, "masked digits are kept as they are")]
    }
    guard number.key.hasPrefix("+") else {
      return [ReviewRemark(.noNumber, "no phone number: it is matched as it stands")]
    }
    return number.key == text ? [] : [ReviewRemark(.numberSpelling, "read as \(number.key)")]
  }

  private func time(_ text: String) -> [ReviewRemark] {
    switch bytes(of: text, { ProviderTime.reading($0, zone: decoder.zone) }) {
    case .time: []
    case .never: [ReviewRemark(.noTime, "how systems spell never: not known")]
    case .unreadable:
      [ReviewRemark(.badTime, "it cannot be read as a time, as 2022-04-06 10:44:40 is one")]
    }
  }

  private func duration(_ text: String) -> [ReviewRemark] {
    guard let duration = bytes(of: text, FieldValue.duration) else {
      return [ReviewRemark(.badDuration, "it cannot be read as seconds")]
    }
    return PhaseLength(duration).duration == nil
      ? [ReviewRemark(.badDuration, "over 24 hours: nothing is counted of it")] : []
  }

  private func bytes<Value>(of text: String, _ body: (Span<UInt8>) -> Value) -> Value {
    var text = text
    return text.withUTF8 { body($0.span) }
  }
}
