import NewsModel
import TextCore

/// One person, organisation or place of a document, while its mentions are gathered.
struct DiscourseEntity {
    var kind: Mention.Kind
    /// The mentions, by index into the list being built, in document order once all are linked.
    var mentions: [Int] = []
    /// Hashes of the words of its names, without hyphens and initials' full stops.
    var names: [[UInt64]] = []
    /// Key of the gazetteer or of the known names.
    var key: String?
    var sex: Sex?
    /// Key of the country it belongs to.
    var country: String?
    /// Groups of the roles that the text or the tables give it ("ruler", "expert").
    var roles: Set<String> = []
    /// Last words of those roles.
    var roleWords: Set<UInt64> = []
    /// How many names were linked to it so far, and the sentence of the last.
    var weight = 0
    var lastSentence = 0
}
