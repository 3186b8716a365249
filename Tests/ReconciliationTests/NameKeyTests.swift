import Testing

@testable import Reconciliation

@Suite struct NameKeyTests {
    @Test(arguments: [
        ("Kim Jong-un", "Kim Jong Un"), ("Sergei Markov", "Sergey Markov"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin"), ("Muhammad Karimi", "Mohammed Karimi"),
        ("J. Smith", "John Smith"),
        ("Interior Elena Stoyanova", "Elena Stoyanova"), ("Alexei Navalny", "Alexey Navalniy"),
        ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
        ("Dr. Oskar Pietrewicz", "Oskar Pietrewicz"), ("José García", "Jose Garcia"),
    ])
    func onePerson(_ a: String, _ b: String) {
        #expect(ActorMerger.isOnePerson(NameKey.person(a), NameKey.person(b)))
    }

    @Test(arguments: [
        ("Kim Jong Un", "Kim Jong Il"), ("Maria Lopez", "Mario Lopez"), ("George Bush", "Barbara Bush"),
        ("Xi Jinping", "Li Peng"),
        ("John Smith", "Jane Smith"), ("Petar Kolev", "Petar Kalinov"), ("Kim Yo Jong", "Kim Jong Un"),
    ])
    func twoPeople(_ a: String, _ b: String) {
        #expect(!ActorMerger.isOnePerson(NameKey.person(a), NameKey.person(b)))
    }
}
