import Testing

@testable import Fetching

/// Addresses of pages and of machines.
@Suite struct AddressTests {
    @Test(arguments: [
        ("HTTP://News.Example:80", "http://news.example/"), ("https://a.example:443/x", "https://a.example/x"),
        ("https://a.example:8443/x?q#f", "https://a.example:8443/x?q"),
        ("http://a.example/a/./b/../c", "http://a.example/a/c"),
        ("http://a.example/é ü|", "http://a.example/%C3%A9%20%C3%BC%7C"),
        ("http://a.example/%e2%zz", "http://a.example/%e2%25zz"),
        ("http://a.example?q=1", "http://a.example/?q=1"), ("http://[2001:DB8::1]:81/", "http://[2001:db8::1]:81/"),
        ("https://Zürich.example/", "https://xn--zrich-kva.example/"), ("  http://a.example/ ", "http://a.example/"),
    ])
    func addressesAreNormalised(_ text: String, _ expected: String) throws {
        #expect(try WebURL(text).description == expected)
    }

    @Test(arguments: [
        "", "a.example", "ftp://a.example/", "file:///etc/hostname", "http://", "http:///x", "http://user@a.example/",
        "http://user:pw@a.example/", "http://a b.example/", "http://a.example:0/", "http://a.example:70000/",
        "http://a.example:x/", "http://[::1/", "http://[zone%25eth0]/", "http://a.example\r\nX: y/",
        "http://a\\b.example/",
    ])
    func whatIsNoneIsRefused(_ text: String) {
        #expect(throws: FetchFailure.self) { try WebURL(text) }
    }

    /// The examples of RFC 3986, 5.4.
    @Test(
        arguments: [
            ("g:h", nil), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q"),
            ("g#s", "http://a/b/c/g"), (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
            ("..", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"), ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
        ] as [(String, String?)])
    func referencesAreResolved(_ reference: String, _ expected: String?) throws {
        let base = try WebURL("http://a/b/c/d;p?q")
        #expect((try? base.resolving(reference))?.description == expected)
    }

    /// Names of RFC 3492 and of the IDNA registry.
    @Test(arguments: [
        ("bücher.example", "xn--bcher-kva.example"), ("münchen.example", "xn--mnchen-3ya.example"),
        ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"), ("plain.example", "plain.example"),
        ("почемужеонинеговорятпорусски", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l"),
    ])
    func hostsInOtherLetters(_ host: String, _ expected: String) {
        #expect(Punycode.host(host) == expected)
    }

    @Test(arguments: [
        "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254",
        "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "203.0.113.9",
        "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2001:db8::1", "2001::1", "fec0::1", "::7f00:1",
    ])
    func privateAddresses(_ text: String) throws {
        #expect(!(try #require(IPAddress(text))).isPublic)
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0",
        "100.63.255.255", "100.128.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "::ffff:1.1.1.1",
    ])
    func publicAddresses(_ text: String) throws {
        #expect(try #require(IPAddress(text)).isPublic)
        #expect(IPAddress(text)?.description == text)
    }

    @Test func abbreviatedAddressesAreNone() {
        for text in ["127.1", "0x7f.0.0.1", "2130706433", "1.2.3.4.5", "fe80::1%eth0", ""] {
            #expect(IPAddress(text) == nil)
        }
    }

    @Test func dates() {
        #expect(HTTPDate.seconds("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
        #expect(HTTPDate.seconds("Sunday, 06-Nov-94 08:49:37 GMT") == nil && HTTPDate.seconds("soon") == nil)
        #expect(HTTPDate.stamp(784_111_777) == "1994-11-06T08:49:37Z")
        #expect(HTTPDate.wait("120", now: 0) == 120 && HTTPDate.wait("-5", now: 0) == 0)
        #expect(HTTPDate.wait("Sun, 06 Nov 1994 08:49:37 GMT", now: 784_111_770) == 7)
    }
}
