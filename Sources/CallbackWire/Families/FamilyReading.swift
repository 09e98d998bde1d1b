import CallModel

/// How the callbacks of one product are told, and what they say (`families.md` § 3).
protocol FamilyReading: SendableMetatype {
  /// True where a request is one of this family's.
  static func fits(_ fields: FieldReader) -> Bool

  /// The callback without what all families share: sid, recording, custom field, who hung up.
  static func read(_ fields: FieldReader, sid: String) -> Callback
}

/// All families, in the order in which they are tried: the first that fits decides.
enum Families {
  private static let all: [any FamilyReading.Type] = [
    ContactCentreReading.self, LegReading.self, BridgeReading.self, CampaignReading.self,
    SoftphoneReading.self, StreamReading.self, ConnectReading.self, FlowReading.self,
    StatusCallbackReading.self,
  ]

  /// Nil where none fits.
  static func reading(of fields: FieldReader) -> (any FamilyReading.Type)? {
    all.first { $0.fits(fields) }
  }
}
