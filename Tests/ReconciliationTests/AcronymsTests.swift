import Testing

@testable import Reconciliation

@Suite struct AcronymsTests {
    @Test(arguments: [
        ("GAO", "the Government Accountability Office"), ("SIA", "Singapore Airlines"),
        ("NATO", "North Atlantic Treaty Organisation"), ("EADS", "European Aeronautic Defence and Space Company"),
        ("ECHR", "European Court of Human Rights"), ("MSF", "Médecins Sans Frontières"),
    ])
    func stands(_ short: String, for long: String) { #expect(Acronyms.stands(short, for: long)) }

    @Test(arguments: [
        ("BBC", "the minister said"), ("AFP", "Prime Minister"), ("CIA", "Federal Bureau of Investigation"),
        ("ISA", "Rosa Airlines"),
    ])
    func doesNotStand(_ short: String, for long: String) {
        #expect(!Acronyms.stands(short, for: long))
    }
}
