import Testing

@testable import MonitorHTTP

struct AccessControlTests {
  @Test func `the key, where there is one, is taken out of what is kept`() {
    let access = AccessControl(key: "s3cret-key", token: "t0ken-of-many")
    #expect(access.redaction?.redacted("s3cret-key t0ken-of-many") == "*** t0ken-of-many")
    #expect(AccessControl(key: "", token: nil).redaction == nil)
  }

  private let access = AccessControl(key: "s3cret", token: "t0ken")

  @Test(arguments: [
    "/exotel?key=s3cret", "/exotel?CallSid=a&key=s3cret", "/exotel?k%65y=s3cr%65t&CallSid=a",
  ])
  func `the key in the query admits a callback`(_ target: String) {
    #expect(access.admitsCallback(target: target, authorization: nil))
  }

  @Test(arguments: [
    "/exotel", "/exotel?key=", "/exotel?key=S3cret", "/exotel?key=s3cre", "/exotel?key=s3crets",
    "/exotel?xkey=s3cret", "/exotel?key=s3cret%", "/exotel?key=wrong&key=s3cret",
    "/exotel?CallSid=key=s3cret",
  ])
  func `a missing or wrong key does not admit a callback`(_ target: String) {
    #expect(!access.admitsCallback(target: target, authorization: nil))
  }

  @Test(arguments: ["Basic ZXhvdGVsOnMzY3JldA==", "basic  OnMzY3JldA=="])
  func `the key as the password of Basic admits a callback, whoever the user is`(_ value: String) {
    #expect(access.admitsCallback(target: "/exotel", authorization: value))
  }

  @Test(arguments: [
    "Basic s3cret", "Basic ZXhvdGVs", "Basic czNjcmV0Og==", "Bearer s3cret", "", "Basic",
  ])
  func `other credentials do not admit a callback`(_ value: String) {
    #expect(!access.admitsCallback(target: "/exotel", authorization: value))
  }

  @Test func `a password may hold colons`() {
    let access = AccessControl(key: "a:b", token: nil)
    #expect(access.admitsCallback(target: "/exotel", authorization: "Basic dTphOmI="))
  }

  @Test func `the token admits to reading and nothing else does`() {
    #expect(access.admitsReading(authorization: "Bearer t0ken"))
    #expect(access.admitsReading(authorization: "bearer t0ken"))
    for value in [nil, "", "Bearer", "Bearer ", "Bearer t0ke", "Bearer t0kent", "Basic t0ken"] {
      #expect(!access.admitsReading(authorization: value))
    }
  }

  @Test(arguments: [nil, ""]) func `without key and token all are admitted`(_ none: String?) {
    let access = AccessControl(key: none, token: none)
    #expect(access.admitsCallback(target: "/exotel", authorization: nil))
    #expect(access.admitsReading(authorization: nil))
  }

  @Test func `secrets are equal in all their bytes or not at all`() {
    let secret = Array("secret".utf8)
    #expect(AccessControl.isEqual(secret, secret))
    #expect(!AccessControl.isEqual(secret + secret, secret))
    #expect(!AccessControl.isEqual([], secret))
    #expect(AccessControl.isEqual([], []))
    #expect(!AccessControl.isEqual(secret, []))
    for place in secret.indices {
      var other = secret
      other[place] ^= 1
      #expect(!AccessControl.isEqual(other, secret))
      #expect(!AccessControl.isEqual(Array(secret[..<place]), secret))
    }
  }

  @Test(arguments: ["127.0.0.1", "127.255.0.9", "::1", "localhost", "LOCALHOST", "0:0:0:0:0:0:0:1"])
  func `loopback addresses may be bound without key and token`(_ host: String) {
    #expect(AccessControl.isLoopback(host))
    #expect(AccessControl.refusal(toBind: host, key: nil, token: nil) == nil)
  }

  @Test(arguments: [
    "0.0.0.0", "::", "192.168.0.4", "128.0.0.1", "127.example.com", "", "localhost.x",
  ])
  func `other addresses need a key and a token`(_ host: String) throws {
    let both = try #require(AccessControl.refusal(toBind: host, key: nil, token: ""))
    #expect(both.contains("--key") && both.contains("--token"))
    let key = try #require(AccessControl.refusal(toBind: host, key: "", token: "t"))
    #expect(key.contains("--key") && !key.contains("--token"))
    #expect(AccessControl.refusal(toBind: host, key: "k", token: nil) != nil)
    #expect(AccessControl.refusal(toBind: host, key: "k", token: "t") == nil)
  }
}
