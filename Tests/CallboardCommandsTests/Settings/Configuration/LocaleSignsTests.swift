import Testing

@testable import CallboardCommands

struct LocaleSignsTests {
  @Test(arguments: [
    (["LC_ALL": "C"], true), (["LC_ALL": "POSIX", "LANG": "en_IN.UTF-8"], true),
    (["LANG": "en_US.ISO-8859-1"], true), (["LC_CTYPE": "de_DE.ISO-8859-15@euro"], true),
    (["LC_ALL": "C.UTF-8"], false), (["LANG": "en_IN.utf8"], false), ([:], false),
    (["LC_ALL": "", "LANG": "C"], true), (["LC_CTYPE": "en_IN.UTF-8", "LANG": "C"], false),
    (["LANG": "en_IN"], false),
  ])
  func `a locale that is not UTF-8 wants ASCII`(_ environment: [String: String], _ isASCII: Bool) {
    #expect(LocaleSigns.areASCII(environment) == isASCII)
  }
}
