import CallModel

/// A campaign's call.
struct CampaignWriting: FamilyWriting {
  func write(_ callback: Callback, to fields: inout FieldWriter) {
    fields.put("call_sid", callback.sid)
    fields.put("campaign_sid", callback.campaign)
    fields.put("status", callback.rawStatus)
    fields.put("number", callback.customer?.text)
    fields.put("date_created", fields.zoned(callback.created))
    fields.put("date_updated", fields.zoned(callback.eventTime))
    fields.add("recording_url", callback.recordingURL)
  }
}
