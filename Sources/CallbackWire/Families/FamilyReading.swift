import CallModel

/// How the callbacks of one product are told, and what they say (`families.md` § 3).
protocol FamilyReading: SendableMetatype {
  /// True where a request is one of this family's.
  static func fits(_ fields: FieldReader) -> Bool

  /// The callback without what all families share: sid, recording, custom field, who hung up.
  static func read(_ fields: FieldReader, sid: String) -> Callback

  /// What a field means in a callback that was read so; `name` is in its normal form. Nil for a field
  /// that is not the family's own.
  static func meaning(of name: String, in callback: Callback) -> FieldMeaning?
}

/// All families, in the order in which they are tried: the first that fits decides.
enum Families {
  static let all: [any FamilyReading.Type] = [
    ContactCentreReading.self, LegReading.self, BridgeReading.self, CampaignReading.self,
    SoftphoneReading.self, StreamReading.self, ConnectReading.self, FlowReading.self,
    StatusCallbackReading.self,
  ]

  static func reading(of family: Callback.Family) -> any FamilyReading.Type {
    switch family {
    case .connect: ConnectReading.self
    case .flow: FlowReading.self
    case .statusCallback: StatusCallbackReading.self
    case .softphone: SoftphoneReading.self
    case .contactCentre: ContactCentreReading.self
    case .stream: StreamReading.self
    case .leg: LegReading.self
    case .bridge: BridgeReading.self
    case .campaign: CampaignReading.self
    }
  }

  /// Nil where none fits.
  static func reading(of fields: FieldReader) -> (any FamilyReading.Type)? {
    all.first { $0.fits(fields) }
  }
}
