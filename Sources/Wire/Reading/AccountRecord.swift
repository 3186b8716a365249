/// What tells the kinds of files apart.
struct SchemaRecord: Decodable { var schema: String }

/// Several accounts in one file.
struct AccountsRecord: Decodable { var accounts: [AccountRecord] }

/// An account as it stands in the JSON, nothing checked but the types of the members.
struct AccountRecord: Decodable {
    struct Citation: Decodable {
        var document: String
        var start: Int
        var end: Int
        var exact: String
    }
    struct Story: Decodable {
        var id: String
        var title: String
        var start: String?
        var end: String?
    }
    struct BriefItem: Decodable {
        var section: String
        var text: String
        var citations: [Citation]
    }
    struct Diagnostic: Decodable {
        var code: String
        var severity: String
        var message: String
        var file: String?
        var document: String?
        var citation: Citation?
    }
    struct Amount: Decodable {
        var low: Double?
        var high: Double?
        var bound: String
        var unit: String?
        var thing: String?
    }

    var story: Story
    var brief: [BriefItem]
    var documents: [DocumentRecord]
    var origins: [OriginRecord]
    var derivations: [DerivationRecord]
    var claims: [ClaimRecord]
    var figures: [FigureRecord]
    var discrepancies: [DiscrepancyRecord]
    /// Missing in accounts that were written before it was read.
    var casualties: [CasualtiesRecord]?
    var quotations: [QuotationRecord]
    var times: [TimeRecord]
    var quantities: [QuantityRecord]
    var credits: [CreditRecord]
    var actors: [ActorRecord]
    var relations: [RelationRecord]
    var events: [EventRecord]
    var exchanges: [ExchangeRecord]
    /// Missing in accounts that were written before there were threads.
    var threads: [ThreadRecord]?
    var places: [PlaceRecord]
    var timeline: [TimelineRecord]
    var diagnostics: [Diagnostic]
}

struct DocumentRecord: Decodable {
    struct Block: Decodable {
        var type: String
        var start: Int
        var end: Int
        var language: String?
    }
    struct Stretch: Decodable {
        var start: Int
        var end: Int
        var origin: String
        var traced: Bool
    }
    struct Version: Decodable {
        struct Place: Decodable {
            var start: Int
            var end: Int
        }
        var id: String
        var files: [String]
        var title: String?
        var time: String?
        var timePrecision: String
        var retrieved: String?
        var removed: [String]
        var added: [Place]
    }
    var id: String
    var files: [String]
    var outlet: String?
    var publisher: String?
    var transport: String?
    var title: String?
    var byline: String?
    var dateline: String?
    var published: String?
    var publishedPrecision: String
    var updated: String?
    var updatedPrecision: String
    var language: String?
    var url: String?
    var retrieved: String?
    var text: String
    var blocks: [Block]
    /// Accounts before Headwater 0.1 have none.
    var versions: [Version]?
    var stretches: [Stretch]
}

// MARK: Lineage

struct OriginRecord: Decodable {
    var id: String
    var kind: String
    var name: String?
    var documents: [String]
    var contents: [AccountRecord.Citation]
}

struct DerivationRecord: Decodable {
    struct Passage: Decodable {
        var a: AccountRecord.Citation
        var b: AccountRecord.Citation
        var grade: String
        var similarity: Double
        var ownWording: Double
    }
    struct Reason: Decodable {
        var kind: String
        var detail: String
    }
    var document: String
    var from: String
    var kind: String
    var direction: String
    var probability: Double
    var coverage: Double
    var credited: Bool
    var passages: [Passage]
    var credits: [AccountRecord.Citation]
    var reasons: [Reason]
}

// MARK: Ledger

struct ClaimRecord: Decodable {
    struct Link: Decodable {
        var name: String
        var kind: String
        var inferred: Bool
        var citation: AccountRecord.Citation?
    }
    struct Statement: Decodable {
        var id: String
        var citation: AccountRecord.Citation
        var reading: String
        var modality: String
        var polarity: String
        var chain: [Link]
        var origin: String
        var figure: AccountRecord.Amount?
        var time: String?
    }
    var id: String
    var text: String
    var kind: String
    var modality: String
    var polarity: String
    var documents: Int
    var origins: Int
    var ultimateSources: Int
    var status: String
    var statements: [Statement]
}

struct FigureRecord: Decodable {
    struct Value: Decodable {
        var statement: String
        var citation: AccountRecord.Citation
        var low: Double?
        var high: Double?
        var bound: String
        var unit: String?
        var thing: String?
    }
    var id: String
    var slot: String
    var verdict: String
    var explanation: String
    var values: [Value]
}

struct DiscrepancyRecord: Decodable {
    var kind: String
    var text: String
    var citations: [AccountRecord.Citation]
    var explanation: String
}

struct CasualtiesRecord: Decodable {
    struct Count: Decodable {
        var number: Int
        var stated: Bool
        var citations: [AccountRecord.Citation]
    }
    var document: String
    var killed: Count?
    var injured: Count?
}

struct QuotationRecord: Decodable {
    var id: String
    var speaker: String?
    var style: String
    var citation: AccountRecord.Citation
    var content: [AccountRecord.Citation]
    var speakerMention: AccountRecord.Citation?
    var cue: AccountRecord.Citation?
    var variants: [String]
}

// MARK: Layers

struct TimeRecord: Decodable {
    var citation: AccountRecord.Citation
    var type: String
    var value: String
    var modifier: String?
    var resolution: String
    var how: String
    var start: String?
    var end: String?
}

struct QuantityRecord: Decodable {
    var citation: AccountRecord.Citation
    var kind: String
    var low: Double?
    var high: Double?
    var bound: String
    var unit: String?
    var thing: String?
}

struct CreditRecord: Decodable {
    struct Link: Decodable {
        var name: String
        var kind: String
        var citation: AccountRecord.Citation
    }
    var citation: AccountRecord.Citation
    var kind: String
    var links: [Link]
    var scope: AccountRecord.Citation
}

// MARK: World

struct ActorRecord: Decodable {
    var id: String
    var name: String
    var kind: String
    var names: [String]
    var roles: [String]
    var mentions: [AccountRecord.Citation]
}

struct RelationRecord: Decodable {
    var from: String
    var to: String
    var text: String
    var citations: [AccountRecord.Citation]
}

struct EventRecord: Decodable {
    var id: String
    var text: String
    var participants: [String]
    var place: String?
    var start: String?
    var end: String?
    var claims: [String]
    var status: String
    var partOf: String?
    var type: String?
}

struct ExchangeRecord: Decodable {
    var from: String
    var to: String
    var thing: String
    var figure: String?
    var inReturnFor: String?
    var status: String
    var claims: [String]
    var citations: [AccountRecord.Citation]
}

struct ThreadRecord: Decodable {
    struct Step: Decodable {
        var kind: String
        var actor: String
        var towards: String?
        var answers: Int?
        var text: String
        var start: String?
        var end: String?
        var claims: [String]
        var citations: [AccountRecord.Citation]
    }
    var steps: [Step]
}

struct PlaceRecord: Decodable {
    var id: String
    var name: String
    var latitude: Double
    var longitude: Double
    var citations: [AccountRecord.Citation]
    var evidence: [String]
}

struct TimelineRecord: Decodable {
    var start: String
    var end: String
    var text: String
    var citations: [AccountRecord.Citation]
    var lane: String
}
